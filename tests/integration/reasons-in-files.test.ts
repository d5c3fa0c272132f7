import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReasonColumn } from '../../src/main/core/matching/explain-files';
import { matchFiles } from '../../src/main/core/matching/match-files';
import { openSkillFinder } from '../../src/main/core/reading/skill-finder-service';
import { reasonSentence } from '../../src/main/hosts/cli/reason-sentence';
import { english } from '../../src/main/hosts/cli/texts-en';
import { french } from '../../src/main/hosts/cli/texts-fr';
import { writeOutput } from '../../src/main/hosts/write-file';
import { createEmbedder, createMatcher } from '../../src/main/workers/adapters';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { buildEntries } from '../support/build-entry';
import { directCsvReader } from '../support/open-app';

const root = resolve(import.meta.dirname, '../..');
const modelFolder = join(root, 'models/smart-recruiting-fr-v1');
const never = new AbortController().signal;

let folder = '';
let workers: { embedder: ReturnType<typeof createEmbedder>; matcher: ReturnType<typeof createMatcher> };
beforeAll(async () => {
  const entries = await buildEntries('reasons-in-files', {
    embed: 'src/main/workers/embed/entry.ts',
    match: 'src/main/workers/match/entry.ts',
  });
  const args = [modelFolder];
  const spawnEmbed = spawnThread(entries.embed, { args });
  workers = {
    embedder: createEmbedder({ table: spawnEmbed, network: spawnEmbed }),
    matcher: createMatcher(spawnThread(entries.match, { args })),
  };
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  writeFileSync(
    join(folder, 'O.csv'),
    [
      'id,title,description,level',
      '"a, ""1""",Administrateur systèmes,Vous administrez des serveurs Linux et qualifiez les alertes du SIEM.,Bac+5',
      'vide,Stage,,',
      'b,Comptable,"Vous tenez la comptabilité générale, les écritures et les déclarations de TVA.",Bac+3',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'F.csv'),
    [
      'id,title,diploma_type,level,description,skills',
      'rt,Réseaux,BUT,Bac+3,On analyse les alertes du SIEM.,Administrer des serveurs Linux',
      '"c,g",Comptabilité et gestion,DCG,Bac+3,On y tient la comptabilité générale d’une société.,Établir une déclaration de TVA',
    ].join('\n'),
  );
});
afterAll(async () => {
  await Promise.all([workers.embedder.dispose(), workers.matcher.dispose()]);
  rmSync(folder, { recursive: true });
});

async function run(name: string, texts: typeof french | null): Promise<readonly string[]> {
  const outputPath = join(folder, name);
  const request = {
    ...{ offersPath: join(folder, 'O.csv'), formationsPath: join(folder, 'F.csv'), outputPath },
    ...{ top: 1000, minScore: 0 },
  };
  const parts = { ...workers, csvReader: directCsvReader, writeOutput };
  const explained = texts && {
    ...parts,
    reasonColumn: createReasonColumn({
      ...workers,
      skillFinder: openSkillFinder(join(root, 'data/reference')),
      reasonOf: (reasons, isProposed) => reasonSentence(reasons, isProposed, texts.reasons),
    }),
  };
  await matchFiles(explained ?? parts, request, () => undefined, never);
  return readFileSync(outputPath, 'utf8').trimEnd().split('\n');
}

it('a file of pairs gets a sentence a pair and is otherwise the same, whatever the ids', async () => {
  const plain = await run('plain.csv', null);
  const lines = await run('fr.csv', french);
  expect(lines[0]).toBe(`${plain[0] ?? ''},reason`);
  expect(lines).toHaveLength(plain.length);
  expect(lines.map((line, at) => line.startsWith(`${plain[at] ?? '?'},`))).not.toContain(false);
  const reasonOf = (offer: string, formation: string): string =>
    lines.find((line) => line.startsWith(`${offer},${formation},`)) ?? '';
  expect(reasonOf('"a, ""1"""', 'rt')).toMatch(/SIEM.*l’offre vise Bac\+5, la formation s’arrête à Bac\+3/);
  expect(reasonOf('b', '"c,g"')).toMatch(/«.Comptable.» rejoint «..*omptabilité/);
  expect(reasonOf('vide', 'rt')).not.toContain('rejoint');
  expect(reasonOf('b', '"c,g"')).toContain('Proches surtout');
  expect(reasonOf('vide', '"c,g"')).toMatch(/,Peu de rapport/);
  expect(reasonOf('b', 'rt')).toMatch(/,"?(?:Peu de rapport|Rien en commun)/);
  // What the figures beside it say otherwise.
  expect(lines.join('\n')).not.toMatch(/seulement|seuls/);
  expect(await run('again.csv', french)).toEqual(lines);
  expect((await run('en.csv', english)).find((line) => line.startsWith('"a, ""1""",rt,'))).toContain(
    'the offer aims at',
  );
});
