import { compose } from '../compose';
import { beginRescue, needsRescue, type RescueSession } from '../rescue/begin-rescue';
import { rescueTexts } from '../rescue/rescue-texts';
import { salvageRows } from '../rescue/salvage-rows';
import { unlockTexts } from '../rescue/unlock-texts';
import { openUnlocked } from './ask-words';
import type { CommandContext } from './with-app';

/** What `doctor` is asked to do with a damaged database. */
export type RescueWish = 'restore' | 'salvage';

/**
 * `doctor --restore` and `doctor --salvage`: has the newest sound backup, or what can be read of the damaged database,
 * take its place at the next start. False when neither can be had. Throws `database-locked`, and nothing is done with a
 * database that is sound.
 */
export async function runRescue(wish: RescueWish, context: CommandContext): Promise<boolean> {
  const { terminal, paths } = context;
  const { doctor } = terminal.texts;
  if (await isSound(context)) {
    terminal.answer(doctor.nothingToRescue, { isSound: true });
    return true;
  }
  const rescue = beginRescue(paths);
  try {
    return await (wish === 'restore' ? restore(rescue, context) : salvage(rescue, context));
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

async function restore(rescue: RescueSession, { terminal }: CommandContext): Promise<boolean> {
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
  rescue.use(backup.path);
  const { offers, formations, companies } = backup.content;
  const found = `${backup.path}\n${date(backup.at)}: ${count(offers, formations, companies)}`;
  terminal.answer(`${found}\n${terminal.texts.doctor.rescued}`, {
    restored: backup.path,
    at: backup.at,
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
