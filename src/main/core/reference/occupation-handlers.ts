import type { GroupHandlers } from '../../../shared/contract/define';
import type { occupations } from '../../../shared/contract/occupations';
import type { OccupationService } from './occupation-service';

export function createOccupationHandlers(service: OccupationService): GroupHandlers<typeof occupations> {
  return { list: ({ text }) => service.list(text), sheet: ({ code }) => service.sheet(code) };
}
