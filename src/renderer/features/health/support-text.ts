import type { Health } from '../../../shared/contract/health';

/**
 * What support asks for, in English whatever the interface speaks: nothing of what people put in, and no folder, whose path
 * often names its owner. Of failures only what the application itself calls them.
 */
export function supportText(health: Health): string {
  const { application, model, database, backupFailure, rehearsal, afterCrash, process } = health;
  const pragmas = Object.entries(database.pragmas).map(([name, value]) => `${name}=${value}`);
  const lines = [
    `Smart Recruiting ${application.version} (${application.shell}), ${application.system}`,
    `safe mode: ${application.isSafe ? 'yes' : 'no'}`,
    `model: ${model.id}, ${model.state}`,
    `encryption: ${encryptionOf(health)}`,
    `database: ${database.sizeBytes} bytes, journal ${database.journalBytes} bytes; ${pragmas.join(', ')}`,
    `found damaged: ${database.isDamaged ? 'yes' : 'no'}`,
    `check after a crash: ${afterCrash?.state ?? 'none'}`,
    `last backup: ${health.backedUpAt ?? 'none'}`,
    `backups failing: ${backupFailure ? `since ${backupFailure.since}, ${backupFailure.failure.reason ?? backupFailure.failure.code}` : 'no'}`,
    `changed and in no backup: ${health.unsavedDays === null ? 'no' : `for ${health.unsavedDays} days`}`,
    `trial of a restore: ${rehearsal ? `${rehearsal.at}, ${rehearsal.failure?.reason ?? rehearsal.failure?.code ?? 'succeeded'}` : 'none'}`,
    `free on the disk: ${health.freeBytes ?? 'unknown'} bytes`,
    `memory: ${process.memoryBytes} bytes, processor: ${process.cpuSeconds.toFixed(1)} s in ${process.upSeconds.toFixed(0)} s`,
    ...health.workers.map(
      ({ name, isProcess, memoryBytes, cpuSeconds }) =>
        `${isProcess ? 'process' : 'thread'} ${name}: ${memoryBytes} bytes, ${cpuSeconds.toFixed(1)} s`,
    ),
    ...health.jobs.map(
      ({ kind, count, cpuSeconds, mostMemoryBytes }) =>
        `job ${kind}: ${count} times, ${cpuSeconds.toFixed(1)} s, ${mostMemoryBytes ?? 'unknown'} bytes at most`,
    ),
    ...health.failures.map(({ at, what, count }) => `failure ${at}: ${what} (${count} times)`),
    ...health.slow.map(
      ({ statement, count, longestMs }) => `slow, ${longestMs} ms at most, ${count} times: ${withoutValues(statement)}`,
    ),
  ];
  return lines.join('\n');
}

function encryptionOf({ database }: Health): string {
  const { isEncrypted, cipher, pending, opensBy, failure } = database.encryption;
  const now = isEncrypted ? `${cipher}, opened by ${[...opensBy, 'recovery key'].join(', ')}` : 'none';
  const failed = failure ? `, failed: ${failure.reason ?? failure.code}` : '';
  return pending === null ? now : `${now}, at the next start: ${pending}${failed}`;
}

/** Statements have parameters; where one has a text written into it, that stays here. */
function withoutValues(statement: string): string {
  return statement.replaceAll(/'(?:[^']|'')*'/g, "'…'");
}
