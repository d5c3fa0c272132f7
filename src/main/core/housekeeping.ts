const everyMs = 3_600_000;

/**
 * Does the tasks, one after the other, at once and then every hour: what is kept for a time only must leave on its own
 * in an application that stays open. Resolves when the first round is over, with the function that ends it, which
 * resolves when nothing runs any more. `report` gets what a task throws; the others are done all the same.
 */
export async function startHousekeeping(
  tasks: readonly (() => Promise<void>)[],
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const doAll = async (): Promise<void> => {
    for (const task of tasks) await task().catch(report);
  };
  let round = doAll();
  await round;
  const timer = setInterval(() => {
    round = round.then(doAll);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
