/** Often enough for work of seconds, seldom enough to cost nothing. */
const lookEveryMs = 500;

/** What this process took meanwhile, all threads together: of a job, and of what a person did beside it. */
export interface Use {
  /** Milliseconds of the processor. */
  readonly cpuMs: number;
  /** The most memory that it had, in bytes. */
  readonly memoryBytes: number;
}

/** Looks at this process until the function that it answers with is called, which tells what was seen. */
export function watchUse(): () => Use {
  let memoryBytes = 0;
  const look = (): void => void (memoryBytes = Math.max(memoryBytes, process.memoryUsage.rss()));
  look();
  const before = process.cpuUsage();
  const timer = setInterval(look, lookEveryMs).unref();
  return () => {
    clearInterval(timer);
    look();
    const { user, system } = process.cpuUsage(before);
    return { cpuMs: Math.round((user + system) / 1_000), memoryBytes };
  };
}
