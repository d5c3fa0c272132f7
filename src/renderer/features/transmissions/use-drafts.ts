import { useCallback, useState } from 'react';
import type { AppClient } from '../../../shared/contract/contract';
import type { PreparedDraft } from '../../../shared/contract/transmissions';
import { AppError } from '../../../shared/domain/app-error';
import type { JobId } from '../../../shared/domain/ids';
import { isJobOver, type Job } from '../../../shared/domain/job';
import { useClient } from '../../api/client-context';
import { makeDrafts } from './make-drafts';

export interface Drafts {
  /** The last ones that were made; they stay at hand. */
  readonly drafts: readonly PreparedDraft[] | null;
  readonly isPreparing: boolean;
  /** The job while it goes on. */
  readonly job: Job | null;
  readonly error: AppError | null;
  /** Makes drafts and saves them; resolves with them, or with null, and never rejects. */
  readonly make: (
    start: (client: AppClient) => Promise<{ readonly jobId: JobId }>,
  ) => Promise<readonly PreparedDraft[] | null>;
}

const nothing = { isPreparing: false, job: null, error: null } as const;

/** The drafts of a message while they are made, and afterwards. */
export function useDrafts(): Drafts {
  const client = useClient();
  const [drafts, setDrafts] = useState<Drafts['drafts']>(null);
  const [state, setState] = useState<Pick<Drafts, 'isPreparing' | 'job' | 'error'>>(nothing);
  const make = useCallback<Drafts['make']>(
    async (start) => {
      setState({ ...nothing, isPreparing: true });
      try {
        const onState = (job: Job): void =>
          setState({ ...nothing, isPreparing: true, job: isJobOver(job.state) ? null : job });
        const made = await makeDrafts(client, start(client), onState);
        if (made) setDrafts(made);
        setState(nothing);
        return made;
      } catch (error) {
        setState({ ...nothing, error: error instanceof AppError ? error : new AppError('internal', String(error)) });
        return null;
      }
    },
    [client],
  );
  return { drafts, ...state, make };
}
