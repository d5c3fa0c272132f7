/**
 * Does something after a while and then again and again, until the function it answers with is called, which waits for what
 * goes on. It keeps no program from ending.
 */
export function keepOn(
  next: () => void,
  times: { readonly firstAfterMs: number; readonly everyMs: number },
  over: () => Promise<unknown>,
): () => Promise<void> {
  const timers = [setTimeout(next, times.firstAfterMs), setInterval(next, times.everyMs)];
  for (const timer of timers) timer.unref();
  return async () => {
    for (const timer of timers) clearTimeout(timer);
    await over();
  };
}
