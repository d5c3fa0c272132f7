import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runProgram } from '../support/run-program';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** What a command says in a language, each run of spaces as one, so that sentences can be compared. */
async function linesOf(language: 'fr' | 'en', ...args: readonly string[]): Promise<readonly string[]> {
  const ended = await runProgram('out/main/cli.js', [...args, '--data-dir', dataDir, '--lang', language]);
  expect(ended.code).toBe(0);
  return ended.stdout.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
}

it('tells in each language what fails, what takes how much, and of backups', async () => {
  const offers = join(dataDir, 'offres.csv');
  writeFileSync(offers, 'titre;entreprise\nStage comptable;Brumelis');
  await linesOf('fr', 'import', 'offers', offers);
  const failed = (worker: string): string =>
    `${JSON.stringify({ level: 50, time: '2026-03-02T09:00:00.000Z', msg: 'A worker failed.', worker })}\n`;
  const slow = { level: 30, time: '2026-03-02T09:00:00.000Z', msg: 'slow statement', statement: 'select 7' };
  const lines = ['embed', 'match', 'embed'].map(failed);
  const unforeseen = { level: 50, time: '2026-03-02T09:00:00.000Z', msg: 'incident', where: 'offers.list' };
  lines.push(`${JSON.stringify(unforeseen)}\n`);
  lines.push(`${JSON.stringify({ ...slow, durationMs: 61 })}\n`);
  appendFileSync(join(dataDir, 'logs', 'app.log'), lines.join(''));

  const french = await linesOf('fr', 'doctor');
  expect(french).toEqual(
    expect.arrayContaining([
      'Intégrité ok',
      'Essai de restauration pas encore',
      expect.stringMatching(/^Incidents au journal 4 incidents, \d+ requêtes? de plus de 50 ms$/) as string,
      ...['modèle de langue', 'comparaison'].map(
        (part, index) =>
          `2026-03-02T09:00:00.000Z La partie « ${part} » s’est arrêtée ; elle a été relancée dès qu’il a fallu.${index === 0 ? ' (×2)' : ''}`,
      ),
      '2026-03-02T09:00:00.000Z Une erreur imprévue s’est produite (offers.list).',
      expect.stringMatching(/^Qui consomme quoi \w+ ×1 : \d+ s de calcul, \d+ Mo au plus$/) as string,
      expect.stringMatching(/^Contenu 1 offre, 0 formation, 1 entreprise$/) as string,
      'Tout va bien.',
    ]),
  );
  expect(french.some((line) => /^\d+ ms select 7$/.test(line))).toBe(true);
  const english = await linesOf('en', 'doctor');
  expect(english).toEqual(
    expect.arrayContaining([
      'Trial of a restore not yet',
      expect.stringMatching(/^Failures in the log 4 failures, /) as string,
      '2026-03-02T09:00:00.000Z Something unforeseen went wrong (offers.list).',
      'All is well.',
    ]),
  );
});
