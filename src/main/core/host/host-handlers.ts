import type { GroupHandlers } from '../../../shared/contract/define';
import type { host, HostInfo } from '../../../shared/contract/host';
import { AppError } from '../../../shared/domain/app-error';
import type { ChangeFeed } from '../jobs/change-feed';
import type { Embedder } from '../ports';

export interface HostFacts {
  readonly version: string;
  readonly shell: HostInfo['shell'];
  readonly dataDir: string;
  readonly notices: HostInfo['notices'];
}

export function createHostHandlers(facts: HostFacts, feed: ChangeFeed, embedder: Embedder): GroupHandlers<typeof host> {
  return {
    info: async (_input, signal) => ({ ...facts, model: await modelOf(embedder, signal) }),
    changes: (_input, signal) => feed.listen(signal),
  };
}

/** A model that is not there is something to be told, not a failure of the question. */
async function modelOf(embedder: Embedder, signal: AbortSignal): Promise<HostInfo['model']> {
  try {
    const { id } = await embedder.model(signal);
    return { id, state: 'ready' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const id = typeof error.details['modelId'] === 'string' ? error.details['modelId'] : '';
    if (error.reason === 'model-damaged') return { id, state: 'damaged' };
    if (error.reason === 'model-missing') return { id, state: 'missing' };
    throw error;
  }
}
