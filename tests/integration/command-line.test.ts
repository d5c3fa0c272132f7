import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root, runProgram, startProgram, type Ended } from '../support/run-program';

const samples = join(root, 'data', 'samples');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-cli-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const cli = (...args: string[]): Promise<Ended> =>
  runProgram('out/main/cli.js', [...args, '--data-dir', join(dir, 'data')]);

function file(name: string, content: string | Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

/** What a person does in the settings, which have no command. */
function nameUniversity(name: string): void {
  const database = new BetterSqlite(join(dir, 'data', 'smart-recruiting.db'));
  database.prepare(`insert into setting (key, value) values ('universityName', ?)`).run(JSON.stringify(name));
  database.close();
}

interface Line {
  readonly event: string;
  readonly [key: string]: unknown;
}
const jsonLines = (text: string): readonly Line[] =>
  text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));

const formations = `id,title,description
f1,Master Informatique,"Programmation, bases de données, réseaux, génie logiciel et développement web."
f2,BUT Génie biologique,"Biologie, biochimie, microbiologie, analyses au laboratoire."
f3,Licence Histoire,"Histoire ancienne et moderne, archives, patrimoine."
`;
const offers = `id,title,description
o1,Développeur web H/F,"Vous développerez des applications web et des bases de données avec notre équipe de programmation."
o2,Technicien de laboratoire,"Analyses de microbiologie et de biochimie au laboratoire."
o3,Assistant,
`;

describe('match', () => {
  const match = (...more: string[]) =>
    runProgram('out/main/cli.js', [
      'match',
      '--offers',
      file('O.csv', offers),
      '--formations',
      file('F.csv', formations),
      '--output',
      join(dir, 'M.csv'),
      ...more,
    ]);
  const pairs = () =>
    readFileSync(join(dir, 'M.csv'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));

  it('writes every pair with --min-score 0, best first, and touches no data folder', async () => {
    const home = join(dir, 'home');
    mkdirSync(home);
    const ended = await runProgram(
      'out/main/cli.js',
      [
        ...['match', '--offers', file('O.csv', offers), '--formations', file('F.csv', formations)],
        ...['--output', join(dir, 'M.csv'), '--top', '1000', '--min-score', '0'],
      ],
      { HOME: home, XDG_DATA_HOME: join(home, 'data'), SMART_RECRUITING_DATA_DIR: join(home, 'mine') },
    );
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: '' });
    const [header, ...rows] = pairs();
    expect(header).toEqual(['offer_id', 'formation_id', 'rank', 'score', 'semantic', 'lexical']);
    expect(rows.map(([offer, , rank]) => [offer, rank])).toEqual(
      ['o1', 'o2', 'o3'].flatMap((offer) => ['1', '2', '3'].map((rank) => [offer, rank])),
    );
    const firsts = rows.filter(([, , rank]) => rank === '1').map(([offer, formation]) => [offer, formation]);
    expect(firsts.slice(0, 2)).toEqual([
      ['o1', 'f1'],
      ['o2', 'f2'],
    ]);
    for (const offer of ['o1', 'o2', 'o3']) {
      const scores = rows.filter(([id]) => id === offer).map(([, , , score]) => Number(score));
      expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    }
    expect(readdirSync(home)).toEqual([]);
  });

  it('says nothing of an offer that says too little', async () => {
    expect((await match()).code).toBe(0);
    expect(pairs().filter(([offer]) => offer === 'o3')).toEqual([]);
  });

  it('gives its counts as one line of JSON after the progress', async () => {
    const lines = jsonLines((await match('--json', '--top', '2')).stdout);
    expect(lines.at(-1)).toMatchObject({ event: 'result', offers: 3, formations: 3, insufficientText: 1 });
    expect(lines.slice(0, -1).every(({ event }) => event === 'progress')).toBe(true);
  });

  it('names the file that is wrong and leaves no output behind', async () => {
    const output = join(dir, 'M.csv');
    const ended = await runProgram('out/main/cli.js', [
      ...['match', '--offers', file('O.csv', 'nom,prix\nx,1\n'), '--formations', file('F.csv', formations)],
      ...['--output', output],
    ]);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('O.csv, colonne «\u00a0title\u00a0»)');
    expect(ended.stderr).toContain('Colonnes du fichier\u00a0: nom, prix.');
    expect(existsSync(output)).toBe(false);
  });

  it('names both of two columns that would fill one field', async () => {
    const output = join(dir, 'M.csv');
    const ended = await runProgram('out/main/cli.js', [
      ...['match', '--offers', file('O.csv', 'id,title,title\n1,Comptable,Auditeur\n')],
      ...['--formations', file('F.csv', formations), '--output', output],
    ]);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('O.csv, colonne «\u00a0title (2)\u00a0»). Renommez ou retirez l’une des deux');
    expect(ended.stderr).toContain('L’autre colonne\u00a0: «\u00a0title\u00a0».');
    expect(existsSync(output)).toBe(false);
  });

  it('tells the rows that cannot be used, of both files', async () => {
    const args = [
      ...['--offers', file('O.csv', `${offers}o4,,sans titre\no1,Comptable,\n`)],
      ...['--formations', file('F.csv', `${formations}f4,,\n`), '--output', join(dir, 'M.csv')],
    ];
    const shown = await runProgram('out/main/cli.js', ['match', ...args]);
    expect(shown.stdout.trimEnd().split('\n').slice(1)).toEqual([
      '  rejet, F.csv, ligne 5, colonne «\u00a0title\u00a0»\u00a0: valeur obligatoire absente',
      '  rejet, O.csv, ligne 5, colonne «\u00a0title\u00a0»\u00a0: valeur obligatoire absente',
      '  rejet, O.csv, ligne 6\u00a0: même identifiant qu’à la ligne 2',
    ]);
    const told = await runProgram('out/main/cli.js', ['match', ...args, '--json']);
    expect(jsonLines(told.stdout).at(-1)).toMatchObject({
      rejectedRows: 3,
      issues: [
        { file: 'F.csv', line: 5, severity: 'error', code: 'missing-required', column: 'title' },
        { file: 'O.csv', line: 5, severity: 'error', code: 'missing-required', column: 'title' },
        { file: 'O.csv', line: 6, severity: 'error', code: 'duplicate-id', column: null, value: '2' },
      ],
    });
  });
});

describe('bad input', () => {
  const cases: readonly (readonly [string, () => string, string])[] = [
    ['a missing file', () => join(dir, 'none.csv'), 'n’existe pas'],
    ['an empty folder', () => dir, 'Le dossier ne contient aucun fichier'],
    ['an empty file', () => file('a.csv', ''), 'Le fichier est vide ('],
    ['a header only', () => file('a.csv', 'id;title\n'), 'ne contient que sa ligne d’en-tête'],
    [
      'a binary file',
      () => file('a.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2])),
      'n’est pas un texte',
    ],
    [
      'a damaged workbook',
      () => file('a.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2])),
      'Le classeur est endommagé',
    ],
    ['NUL bytes', () => file('a.csv', 'id;title\n1;a\0b\n'), 'n’est pas un texte'],
    [
      'no title column',
      () => file('a.csv', 'nom;intituler\nx;1\n'),
      'colonne «\u00a0title\u00a0»). Renommez la colonne qui en tient lieu. Colonnes du fichier\u00a0: nom, intituler. La plus proche par son nom\u00a0: «\u00a0intituler\u00a0».',
    ],
    [
      'an unclosed quote',
      () => file('a.csv', 'id;title\n1;a\n2;"b\n3;c\n'),
      'ligne 3, colonne «\u00a0title\u00a0»). Corrigez',
    ],
    [
      'a field of a million characters',
      () => file('a.csv', `id;title\n1;"${'x'.repeat(1_000_000)}"\n`),
      'ligne 2, colonne «\u00a0title\u00a0»). Un guillemet',
    ],
  ];

  it.each(cases)('%s is told with what to do, and nothing is stored', async (_name, make, part) => {
    const ended = await cli('import', 'offers', make());
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(part);
    expect(ended.stderr).toContain('Aucune donnée n’a été perdue.');
    const doctor = jsonLines((await cli('doctor', '--json')).stdout);
    expect(doctor).toMatchObject([
      { event: 'result', offers: 0, integrity: 'ok', isWell: true, failures: [], backedUpAt: null },
    ]);
    expect([typeof doctor[0]?.['sizeBytes'], typeof doctor[0]?.['freeBytes']]).toEqual(['number', 'number']);
  });

  it('is told in English where the system is English, or on request', async () => {
    const path = join(dir, 'none.csv');
    const english = await runProgram('out/main/cli.js', ['import', 'offers', path], { LC_ALL: 'en_GB.UTF-8' });
    const asked = await runProgram('out/main/cli.js', ['import', 'offers', path, '--lang', 'en']);
    for (const { stderr } of [english, asked]) expect(stderr).toContain('does not exist');
  });

  it('is a line of JSON with --json', async () => {
    const ended = await cli('import', 'offers', join(dir, 'none.csv'), '--json');
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(jsonLines(ended.stdout)).toMatchObject([{ event: 'error', code: 'not-found', reason: 'file-missing' }]);
  });

  it('a wrong command line ends with code 2', async () => {
    expect(await cli('explode')).toMatchObject({ code: 2, stdout: '' });
    expect(await cli('import', 'offers')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the stored commands', () => {
  it('imports each file of several by itself, and says which were left', { timeout: 120_000 }, async () => {
    const folder = join(dir, 'several');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.csv'), 'Intitulé;Entreprise;Ville\nJuriste;Octorive;Lyon\n');
    writeFileSync(join(folder, 'b.csv'), 'Code;Intitulé;Niveau;Composante\nA1;Master Droit;Bac+5;UFR Droit\n');
    writeFileSync(join(folder, 'c.csv'), 'code_ogr,libelle,code_rubrique\n100023,Abattre un arbre,1\n');
    writeFileSync(join(folder, 'd.csv'), '\n');
    const ended = await cli('import', 'auto', folder);
    expect(ended.code).toBe(1);
    expect(ended.stdout.match(/^[a-d]\.csv\u00a0: 1 ligne lue, 1 créée/gm)).toHaveLength(2);
    expect(ended.stderr).toContain('Les colonnes sont celles d’une table du ROME');
    expect(ended.stderr).toMatch(/Rien ne dit avec assez de certitude.*c\.csv/);
    expect(ended.stderr).toMatch(/d\.csv/);
    const stored = jsonLines((await cli('imports', 'list', '--json')).stdout);
    expect(JSON.stringify(stored)).toMatch(/"formations".*"offers"/);
  });

  it('import, rank, export, list, undo and redo', { timeout: 120_000 }, async () => {
    expect((await cli('import', 'formations', join(samples, 'formations.csv'))).code).toBe(0);
    const tried = await cli('import', 'offers', file('O.csv', offers), '--dry-run', '--json');
    expect(jsonLines(tried.stdout).at(-1)).toMatchObject({ event: 'result', dryRun: true, read: 3, created: 3 });

    const imported = await cli('import', 'offers', file('O.csv', offers));
    expect(imported.stdout).toMatch(/^O\.csv\u00a0: 3 lignes lues, 3 créées/);
    const once = file('P.csv', `${offers},Sans référence,\n`);
    const byKey = await cli('import', 'offers', once, '--dry-run', '--key', 'reference');
    expect(byKey.stdout.split('\n')[1]).toBe(
      '  3 lignes déjà connues (--key reference)\u00a0; 1 sans valeur pour cette clé, comparée comme d’ordinaire.',
    );
    const known = jsonLines((await cli('import', 'offers', once, '--dry-run', '--json')).stdout).at(-1);
    expect(known).toMatchObject({ created: 1, recognition: { key: 'automatic', matched: 3 } });
    expect((await cli('embed')).stdout).toMatch(/^\d+ textes analysés\.\n$/);
    expect((await cli('embed')).stdout).toBe('Tout est à jour.\n');
    expect((await cli('rank')).stdout).toBe('3 offres classées.\n');
    expect((await cli('rank')).stdout).toBe('Tout est à jour.\n');

    const target = join(dir, 'matches.csv');
    expect(await cli('export', 'matches', target)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(target, 'utf8')).toContain('Développeur web');

    const shared = join(dir, 'ours.smartrecruiting');
    const nameless = await cli('export', 'offers', shared, '--package', '--licence', 'interne');
    expect([nameless.code, nameless.stderr]).toEqual([1, expect.stringContaining('donnez-lui un nom dans Réglages')]);
    nameUniversity('Université de l’Est');
    const termless = await cli('export', 'offers', shared, '--package');
    expect([termless.code, termless.stderr]).toEqual([1, expect.stringContaining('--licence')]);
    expect(await cli('export', 'offers', shared, '--package', '--licence', 'interne')).toMatchObject({ code: 0 });
    // Those of another university are taken by who names them: its codes may be ours.
    const offered = await cli('import', 'package', shared, '--dry-run');
    expect([offered.stdout, offered.stderr].join('')).not.toContain('formations');
    const own = jsonLines((await cli('import', 'package', shared, '--dry-run', '--json')).stdout).filter(
      ({ event }) => event === 'result',
    );
    expect(own.at(-1)).toMatchObject({ kind: 'offers', dryRun: true, read: 3, unchanged: 3 });

    const list = jsonLines((await cli('imports', 'list', '--json')).stdout);
    const stored = list.find(({ kind, state }) => kind === 'offers' && state === 'committed');
    expect(stored).toMatchObject({ fileName: 'O.csv' });
    expect((await cli('imports', 'undo', String(stored?.['id']))).stdout).toContain('3 retirées');
    expect((await cli('imports', 'undo', '999')).code).toBe(1);
    expect((await cli('imports', 'redo', '999')).code).toBe(1);
    const redone = jsonLines((await cli('imports', 'redo', String(stored?.['id']), '--json')).stdout);
    expect(redone.at(-1)).toMatchObject({ event: 'result', importId: stored?.['id'], restored: 3, kept: 0 });
    expect((await cli('imports', 'redo', String(stored?.['id']))).code).toBe(1);
    expect((await cli('imports', 'undo', String(stored?.['id']))).stdout).toContain('3 retirées');
    const doctor = jsonLines((await cli('doctor', '--json')).stdout);
    expect(doctor).toMatchObject([{ offers: 0, isWell: true }]);
  });

  it('leave the target alone when it cannot be written', async () => {
    const ended = await cli('export', 'offers', join(dir, 'none', 'offers.csv'));
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('ne peut pas être écrit');
  });

  it('say which rows of a file were rejected, and what is doubtful in the others', async () => {
    const doubtful = `id;titre;date de publication
1;Développeur;31/02/2026
1;Autre chose;01/02/2026
3;;01/02/2026
4;Serveur;demain
`;
    const ended = await cli('import', 'offers', file('A.csv', doubtful));
    expect(ended.code).toBe(0);
    const [first, ...lines] = ended.stdout.trimEnd().split('\n');
    expect(first).toContain('4 lignes lues, 2 créées, 0 modifiée, 0 inchangée, 2 rejetées (2 avertissements)');
    expect(lines).toEqual([
      '  rejet, ligne 3\u00a0: même identifiant qu’à la ligne 2',
      '  rejet, ligne 4, colonne «\u00a0titre\u00a0»\u00a0: valeur obligatoire absente',
      '  avertissement, ligne 2, colonne «\u00a0date de publication\u00a0»\u00a0: date incompréhensible («\u00a031/02/2026\u00a0»)',
      '  avertissement, ligne 5, colonne «\u00a0date de publication\u00a0»\u00a0: date incompréhensible («\u00a0demain\u00a0»)',
    ]);
  });

  it('show twenty rejected rows and twenty warnings, and say how many more there are', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => `Offre ${index};demain\n;demain\n`).join('');
    const path = file('A.csv', `titre;date de publication\n${rows}`);
    const lines = (await cli('import', 'offers', path, '--dry-run')).stdout.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('  rejet,'))).toHaveLength(20);
    expect(lines.filter((line) => line.startsWith('  avertissement,'))).toHaveLength(20);
    expect(lines).toContain('  … et 5 autres lignes rejetées');
    expect(lines.at(-1)).toMatch(/^ {2}… et \d+ autres avertissements$/);
    const json = jsonLines((await cli('import', 'offers', path, '--dry-run', '--json')).stdout).at(-1);
    expect(json).toMatchObject({ rejected: 25, issues: { length: 50 } });
  });

  it('refuse a file where the data folder should be, in one sentence', async () => {
    const taken = file('taken', 'a file where the folder should be');
    for (const folder of [taken, join(taken, 'inside')]) {
      const refused = await runProgram('out/main/cli.js', ['imports', 'list', '--data-dir', folder]);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toBe(
        `Erreur\u00a0: Le dossier des données ne peut pas être ${folder}\u00a0: un fichier porte ce nom, ou celui d’un dossier du chemin. Choisissez un autre dossier (--data-dir). Aucune donnée n’a été perdue.\n`,
      );
    }
    expect(readFileSync(taken, 'utf8')).toBe('a file where the folder should be');
  });

  it('refuse an output without a folder, or that is one, before any work', async () => {
    for (const output of [join(dir, 'none', 'M.csv'), dir]) {
      const args = ['--offers', file('O.csv', offers), '--formations', file('F.csv', formations), '--output', output];
      const ended = await runProgram('out/main/cli.js', ['match', ...args, '--json']);
      expect(ended).toMatchObject({ code: 1, stderr: '' });
      expect(jsonLines(ended.stdout)).toMatchObject([{ event: 'error', reason: 'output-unwritable', file: output }]);
    }
  });

  it('can be cancelled with Ctrl+C: code 130 and the database as before', async () => {
    const row = 'Développeur;"Une description assez longue pour que la lecture prenne un peu de temps."\n';
    const path = file('many.csv', `title;description\n${row.repeat(400_000)}`);
    const importing = startProgram('out/main/cli.js', [
      'import',
      'offers',
      path,
      '--data-dir',
      join(dir, 'data'),
      '--json',
    ]);
    await importing.said(/"progress"/);
    importing.child.kill('SIGINT');
    const ended = await importing.ended;
    expect(ended.code).toBe(130);
    expect(jsonLines(ended.stdout).at(-1)).toMatchObject({ event: 'error', code: 'cancelled' });
    expect(jsonLines((await cli('doctor', '--json')).stdout)).toMatchObject([{ offers: 0, integrity: 'ok' }]);
  });
});
