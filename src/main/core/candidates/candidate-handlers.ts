import type { candidates } from '../../../shared/contract/candidates';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { CandidateService } from './candidate-service';

export function createCandidateHandlers(service: CandidateService): GroupHandlers<typeof candidates> {
  return {
    list: () => service.list(),
    save: (request) => service.save(request),
    erase: async ({ candidateId }) => {
      await service.erase(candidateId);
      return null;
    },
  };
}
