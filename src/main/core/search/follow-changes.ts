import type { Topic } from '../../../shared/contract/define';
import type { ChangeFeed } from '../jobs/change-feed';

/** What is searched of an offer, and what comes with its vector. */
const topics: ReadonlySet<Topic> = new Set(['offers', 'companies', 'matches']);

/** Calls `follow` at the start and whenever offers may have changed, until the signal aborts or the feed is closed. */
export async function followChanges(feed: ChangeFeed, follow: () => void, signal: AbortSignal): Promise<void> {
  follow();
  for await (const announced of feed.listen(signal)) if (announced.some((topic) => topics.has(topic))) follow();
}
