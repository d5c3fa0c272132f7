import { expect, it } from 'vitest';
import { createChangeFeed } from './change-feed';

it('sends an empty list first, then what changed, without repetitions', async () => {
  const feed = createChangeFeed();
  const items = feed.listen(new AbortController().signal)[Symbol.asyncIterator]();
  expect(await items.next()).toEqual({ done: false, value: [] });
  feed.announce(['offers', 'jobs']);
  feed.announce(['jobs', 'matches']);
  expect(await items.next()).toEqual({ done: false, value: ['offers', 'jobs', 'matches'] });
});

it('ends for a listener that waits when the feed closes', async () => {
  const feed = createChangeFeed();
  const items = feed.listen(new AbortController().signal)[Symbol.asyncIterator]();
  await items.next();
  const waiting = items.next();
  feed.close();
  expect(await waiting).toEqual({ done: true, value: undefined });
});

it('ends for a listener whose signal aborts and goes on for the others', async () => {
  const feed = createChangeFeed();
  const leaving = new AbortController();
  const one = feed.listen(leaving.signal)[Symbol.asyncIterator]();
  const other = feed.listen(new AbortController().signal)[Symbol.asyncIterator]();
  await Promise.all([one.next(), other.next()]);
  const ended = one.next();
  leaving.abort();
  expect(await ended).toEqual({ done: true, value: undefined });
  feed.announce(['offers']);
  expect(await other.next()).toEqual({ done: false, value: ['offers'] });
});
