import { errorText } from '../error-text';
import { AppError } from '../../../shared/domain/app-error';
import { incidentText } from '../../../shared/texts/incident-text';
import { keyNumber } from '../../../shared/domain/key-number';
import type { Health } from '../../../shared/contract/health';
import type { CliTexts } from './texts';
import type { CommandContext } from './with-app';
import { withAppToRead } from './with-app';

/**
 * `doctor`: says what runs on what, and whether the model and the database are sound. False when one is not. Beside an
 * application that is open it tells of the file only: the settings of the connection that writes cannot be seen.
 */
export async function runDoctor(context: CommandContext): Promise<boolean> {
  const { terminal, paths } = context;
  const { doctor } = terminal.texts;
  return await withAppToRead(context, async (client, { database }, isBeside) => {
    const { model, application, backedUpAt, freeBytes, failures, failureCounts, slow, jobs, rehearsal, ...health } =
      await client.host.health({});
    const { system } = application;
    const { notices } = await client.host.info({});
    const { pragmas, integrity } = database.examine();
    const { encryption } = health.database;
    const overview = await client.university.overview({});
    const { isDamaged } = health.database;
    const isBackedUp = health.backupFailure === null && health.unsavedDays === null;
    const isWell = integrity === 'ok' && !isDamaged && model.state === 'ready' && isBackedUp;
    const settings = Object.entries(pragmas).map(([name, value]) => `${name}=${value}`);
    const lines: readonly (readonly [string, string])[] = [
      [doctor.application, paths.version],
      [doctor.system, system],
      [doctor.dataDir, paths.dataDir],
      ...(notices.includes('database-on-network') ? [['', doctor.onNetwork] as const] : []),
      [doctor.database, database.path],
      [doctor.encryption, encryptionText(encryption, doctor)],
      ...(encryption.failure
        ? [['', errorText(AppError.fromWire(encryption.failure), terminal.language)] as const]
        : []),
      [doctor.pragmas, settings.join(', ')],
      [doctor.integrity, isDamaged && integrity === 'ok' ? doctor.foundDamaged : integrity],
      [doctor.size, doctor.sizes(health.database.sizeBytes, freeBytes)],
      [doctor.backup, backedUpAt ?? doctor.noBackup],
      ...(health.backupFailure ? [['', backupFailureText(health.backupFailure, terminal)] as const] : []),
      ...(health.unsavedDays === null ? [] : [['', doctor.unsaved(health.unsavedDays)] as const]),
      [doctor.rehearsal, rehearsal ? doctor.rehearsed(rehearsal.at, rehearsal.offers) : doctor.noRehearsal],
      ...(rehearsal?.failure
        ? [['', errorText(AppError.fromWire(rehearsal.failure), terminal.language)] as const]
        : []),
      [doctor.model, `${model.id} – ${doctor.modelStates[model.state]}`],
      [doctor.contents, doctor.counts(overview.offers, overview.formations, overview.companies)],
      [doctor.failures, doctor.failureCount(failureCounts.all, slow.length)],
      ...failures.slice(0, 5).map(({ at, what, count }) => {
        const text = incidentText(what, terminal.language, '\u00a0');
        return ['', `${at}  ${text}${count > 1 ? ` (×${count})` : ''}`] as const;
      }),
      ...slow
        .slice(0, 5)
        .map(({ statement, longestMs }) => ['', `${longestMs} ms  ${statement.slice(0, 90)}`] as const),
      ...jobs.map(
        ({ kind, count, cpuSeconds, mostMemoryBytes }, index) =>
          [index === 0 ? doctor.jobs : '', doctor.jobUse(kind, count, cpuSeconds, mostMemoryBytes)] as const,
      ),
      ...(isBeside ? [[doctor.inUse, doctor.inUseBy] as const] : []),
    ];
    const width = Math.max(...lines.map(([name]) => name.length));
    const report = lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
    terminal.answer([...report, isWell ? doctor.allWell : doctor.notWell].join('\n'), {
      version: paths.version,
      system,
      dataDir: paths.dataDir,
      database: database.path,
      encryption,
      ...pragmas,
      ...{ integrity, isDamaged, backupFailure: health.backupFailure, unsavedDays: health.unsavedDays },
      model: model.id,
      modelState: model.state,
      offers: overview.offers,
      formations: overview.formations,
      companies: overview.companies,
      ...{ sizeBytes: health.database.sizeBytes, freeBytes, backedUpAt, failures, slow, jobs, rehearsal },
      isInUse: isBeside,
      isWell,
    });
    return isWell;
  });
}

function backupFailureText(
  { since, failure }: NonNullable<Health['backupFailure']>,
  { texts, language }: CommandContext['terminal'],
): string {
  return `${texts.doctor.backupsFail(since)} ${errorText(AppError.fromWire(failure), language)}`;
}

function encryptionText(encryption: Health['database']['encryption'], doctor: CliTexts['doctor']): string {
  const { isEncrypted, keyId, cipher, pending, opensBy } = encryption;
  const openers = [...opensBy, 'recovery' as const].map((opener) => doctor.openers[opener]).join(doctor.and);
  const now = isEncrypted ? doctor.encrypted(cipher, keyNumber(keyId ?? ''), openers) : doctor.notEncrypted;
  return pending === null ? now : `${now} – ${doctor.pending[pending]}`;
}
