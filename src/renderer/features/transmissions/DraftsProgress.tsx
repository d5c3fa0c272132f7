import { ErrorAlert } from '../../components/ErrorState';
import { JobProgressCard } from '../../components/JobProgressCard';
import type { Drafts } from './use-drafts';

interface DraftsProgressProps {
  readonly drafts: Drafts;
}

/** Fewer sheets than this are there before anybody has read how far they are. */
const worthTelling = 5;

/** How far the making of drafts is, with the way to stop it; or what it failed for. */
export function DraftsProgress({ drafts: { job, error } }: DraftsProgressProps) {
  if (error) return <ErrorAlert error={error} />;
  return job && (job.progress?.total ?? 0) >= worthTelling ? <JobProgressCard job={job} /> : null;
}
