import { compose } from '../compose';
import { beginRescue, needsRescue, type RescueSession } from '../rescue/begin-rescue';
import { isDatabaseLocked, keepLockedAside } from '../rescue/locked-database';
import { lostKeyTexts } from '../rescue/lost-key-texts';
import { rescueTexts } from '../rescue/rescue-texts';
import { salvageRows } from '../rescue/salvage-rows';
import { unlockTexts } from '../rescue/unlock-texts';
import { openUnlocked } from './ask-words';
import type { CommandContext } from './with-app';

/** What `doctor` is asked to do with a database that is damaged, or whose key is lost. */
export type RescueWish = 'restore' | 'restore-without-key' | 'salvage';

/**
 * `doctor --restore` and `doctor --salvage`: has the newest sound backup, or what can be read of the damaged database,
 * take its place at the next start; with `--lost-key` the backup also takes that of one under a key that nobody has any more,
 * which is kept. False when neither can be had. Throws `database-locked`, and nothing is done with a database that is sound.
 */
export async function runRescue(wish: RescueWish, context: CommandContext): Promise<boolean> {
  const { terminal, paths } = context;
  const { doctor } = terminal.texts;
  const isKeyLost = wish === 'restore-without-key' && isDatabaseLocked(paths.dataDir);
  if (!isKeyLost && (await isSound(context))) {
    terminal.answer(doctor.nothingToRescue, { isSound: true });
    return true;
  }
  const rescue = beginRescue(paths);
  try {
    return await (wish === 'salvage' ? salvage(rescue, context) : restore(rescue, context, isKeyLost));
  } finally {
    await rescue.end();
  }
}

async function isSound(context: CommandContext): Promise<boolean> {
  const { paths } = context;
  try {
    const composed = await openUnlocked(context, (words) => compose({ paths, shell: 'terminal', words }));
    const { integrity } = composed.database.examine();
    if (integrity !== 'ok') composed.database.markDamaged(integrity);
    await composed.dispose();
    return integrity === 'ok';
  } catch (error) {
    if (needsRescue(error)) return false;
    throw error;
  }
}

async function restore(
  rescue: RescueSession,
  { terminal, paths }: CommandContext,
  isKeyLost: boolean,
): Promise<boolean> {
  const { date, count, backup: told } = rescueTexts[terminal.language];
  const { good: backup, locked, failure } = await rescue.look();
  if (failure && backup === null) throw failure;
  if (backup === null) {
    const { intro } = unlockTexts[terminal.language].locked;
    const text = locked.length > 0 ? intro(locked) : told.none(rescue.folders.join(', '));
    terminal.failure(terminal.texts.error(text), {
      code: 'not-found',
      reason: 'backup-gone',
      message: 'No sound backup.',
    });
    return false;
  }
  const keptAs = isKeyLost ? keepLockedAside(paths.dataDir) : null;
  rescue.use(backup.path);
  const { offers, formations, companies } = backup.content;
  const found = `${backup.path}\n${date(backup.at)}: ${count(offers, formations, companies)}`;
  const { happens } = lostKeyTexts[terminal.language].sure.backup;
  const sentences = keptAs === null ? [terminal.texts.doctor.rescued] : happens(keptAs, date(backup.at));
  terminal.answer([found, ...sentences].join('\n'), {
    restored: backup.path,
    at: backup.at,
    keptAs,
    ...backup.content,
  });
  return true;
}

async function salvage(rescue: RescueSession, { terminal }: CommandContext): Promise<boolean> {
  const { salvage: told, number } = rescueTexts[terminal.language];
  const found = await rescue.salvage();
  rescue.use(found.path);
  const { rows, isWorkedOutLost } = salvageRows(found, told, number);
  const table = [told.headings, ...rows.map(({ name, kept, lost }) => [name, kept, lost] as const)];
  const width = (column: 0 | 1 | 2): number => Math.max(...table.map((row) => row[column].length));
  const lines = table.map(
    ([name, kept, lost]) => `  ${name.padEnd(width(0))}  ${kept.padStart(width(1))}  ${lost.padStart(width(2))}`,
  );
  const text = [told.done, ...lines, ...(isWorkedOutLost ? [told.workedOut] : []), terminal.texts.doctor.rescued];
  terminal.answer(text.join('\n'), { salvaged: found.path, tables: found.tables, ...found.content });
  return true;
}
