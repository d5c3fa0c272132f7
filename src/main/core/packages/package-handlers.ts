import type { GroupHandlers } from '../../../shared/contract/define';
import type { packages } from '../../../shared/contract/packages';
import type { PackageService } from './package-service';

export function createPackageHandlers(service: PackageService): GroupHandlers<typeof packages> {
  return {
    write: (request) => service.write(request),
    open: ({ fileId }, signal) => service.open(fileId, signal),
  };
}
