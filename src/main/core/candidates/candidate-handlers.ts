import type { candidates } from '../../../shared/contract/candidates';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { CandidateNews } from './candidate-news';
import type { CandidateService } from './candidate-service';

export function createCandidateHandlers(
  service: CandidateService,
  news: CandidateNews,
): GroupHandlers<typeof candidates> {
  return {
    list: () => service.list(),
    save: (request) => service.save(request),
    see: ({ candidateId }, signal) => news.see(candidateId, signal),
    news: (_nothing, signal) => news.all(signal),
    erase: async ({ candidateId }) => {
      await service.erase(candidateId);
      return null;
    },
  };
}
