import type { GroupHandlers } from '../../../shared/contract/define';
import type { transmissions } from '../../../shared/contract/transmissions';
import type { LetterService } from './letter-service';
import type { TransmissionService } from './transmission-service';

export function createTransmissionHandlers(
  service: TransmissionService,
  letters: LetterService,
): GroupHandlers<typeof transmissions> {
  return {
    list: (request) => service.list(request),
    get: ({ transmissionId }) => service.get(transmissionId),
    counts: () => service.counts(),
    plan: (request) => service.plan(request),
    toSend: () => service.toSend(),
    toRemind: () => service.toRemind(),
    prepare: async (request) => ({ jobId: await letters.prepare(request) }),
    remind: async (request) => ({ jobId: await letters.remind(request) }),
    drafts: ({ jobId }) => ({ drafts: [...letters.drafts(jobId)] }),
    sheet: (request, signal) => letters.sheet(request, signal),
    say: async (request) => ({ eventIds: await service.say(request) }),
    undo: async ({ eventIds }) => {
      await service.undo(eventIds);
      return null;
    },
  };
}
