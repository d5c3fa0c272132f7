import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { z } from 'zod';
import type { Language } from '../language';

/** Starts that never showed a page: after this many, something of this computer is in the way. */
const failedStarts = 2;
const marksSchema = z.object({ unfinished: z.int().nonnegative() });

const texts = {
  fr: {
    message: 'Smart Recruiting a démarré en mode sans échec.',
    failed: 'Les derniers démarrages n’ont pas abouti.',
    asked: 'Vous l’avez demandé.',
    detail:
      'La carte graphique n’est pas utilisée, la fenêtre s’ouvre au centre de l’écran, et ni la comparaison des offres ni le dossier surveillé ne reprennent d’eux-mêmes\u00a0; vos données sont intactes. Le prochain démarrage sera normal.',
    ok: 'Continuer',
  },
  en: {
    message: 'Smart Recruiting has started in safe mode.',
    failed: 'The last starts did not come to an end.',
    asked: 'You asked for it.',
    detail:
      'The graphics card is not used, the window opens in the middle of the screen, and neither the comparison of offers nor the watched folder goes on of itself; your data are untouched. The next start will be as usual.',
    ok: 'Go on',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/** Why a start is in safe mode: starts before it never ended, or somebody asked for it. */
export type SafeModeCause = 'failed' | 'asked';

/** Tells the person, without making anything wait for the answer. */
export function tellSafeMode(window: BrowserWindow, language: Language, cause: SafeModeCause): void {
  const { message, ok, ...words } = texts[language];
  const detail = `${words[cause]} ${words.detail}`;
  void dialog.showMessageBox(window, { type: 'info', title: 'Smart Recruiting', message, detail, buttons: [ok] });
}

/**
 * Notes in `file` that a start begins, and says whether so many before it never ended that this one is to do without what may
 * be in the way.
 * What cannot be written is not counted.
 */
export function beginStart(file: string): boolean {
  const before = unfinishedStarts(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ unfinished: before + 1 }));
  } catch {
    // Opening the database fails on the same folder, and says why.
  }
  return before >= failedStarts;
}

/** Notes that the page was shown, or that the application itself said why it could not start. */
export function endStart(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Held by a virus scanner: at worst the next start is in safe mode.
  }
}

function unfinishedStarts(file: string): number {
  try {
    return marksSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).unfinished;
  } catch {
    return 0;
  }
}
