import type { GroupHandlers } from '../../../shared/contract/define';
import type { formations } from '../../../shared/contract/formations';
import type { FormationService } from './formation-service';

export function createFormationHandlers(service: FormationService): GroupHandlers<typeof formations> {
  return {
    list: (request) => service.list(request),
    get: ({ formationId }) => service.get(formationId),
    setPrerequisites: (request) => service.setPrerequisites(request),
  };
}
