import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments';
import { textsOf } from './texts';

const commands = [
  'match',
  'import',
  'fetch',
  'imports list',
  'imports undo',
  'imports redo',
  'rank',
  'export',
  'serve',
  'doctor',
  'sample load',
];

const read = (line: string, language: 'fr' | 'en' = 'en') =>
  readArguments(line === '' ? [] : line.split(' '), '1.2.3', textsOf(language));

const matchRequest = { command: 'match', offers: 'O.csv', formations: 'F.csv', output: 'M.csv' } as const;

describe('a command line', () => {
  it.each([
    [
      'fetch adzuna --words comptable --place Lyon --days 7 --dry-run',
      {
        ...{ command: 'fetch', service: 'adzuna', turn: null, dryRun: true },
        question: { words: 'comptable', place: 'Lyon', contract: null, days: 7 },
      },
    ],
    [
      'fetch france-travail --refresh --on',
      { command: 'fetch', service: 'france-travail', question: null, turn: 'on', dryRun: false },
    ],
    [
      'match --offers O.csv --formations F.csv --output M.csv',
      { ...matchRequest, top: 20, minScore: null, explains: false },
    ],
    [
      'match --offers O.csv --formations F.csv --top 1000 --min-score 0 --output M.csv',
      { ...matchRequest, top: 1000, minScore: 0, explains: false },
    ],
    [
      'match --offers O.csv --formations F.csv --output M.csv --explain',
      { ...matchRequest, top: 20, minScore: null, explains: true },
    ],
    [
      'import offers o.csv',
      {
        command: 'import',
        kind: 'offers',
        files: ['o.csv'],
        dryRun: false,
        conflicts: null,
        matchKey: null,
        fileSource: null,
        notation: null,
      },
    ],
    [
      'import companies c.csv --dry-run',
      {
        command: 'import',
        kind: 'companies',
        files: ['c.csv'],
        dryRun: true,
        conflicts: null,
        matchKey: null,
        fileSource: null,
        notation: null,
      },
    ],
    [
      'import offers o.csv --quote none --header-line 0 --dates month-first --decimal point',
      {
        ...{ command: 'import', kind: 'offers', files: ['o.csv'], dryRun: false, conflicts: null },
        ...{ matchKey: null, fileSource: null },
        notation: { quoteMark: 'none', headerLine: 0, dayOrder: 'month-first', decimal: 'point' },
      },
    ],
    [
      'import offers o.csv --header-line 3',
      {
        ...{ command: 'import', kind: 'offers', files: ['o.csv'], dryRun: false, conflicts: null },
        ...{ matchKey: null, fileSource: null },
        notation: { quoteMark: null, headerLine: 3, dayOrder: null, decimal: null },
      },
    ],
    [
      'import offers o.csv --source Forum',
      {
        ...{ command: 'import', kind: 'offers', files: ['o.csv'], dryRun: false, conflicts: null },
        ...{ matchKey: null, fileSource: 'Forum', notation: null },
      },
    ],
    [
      'import auto a.csv b.xlsx folder',
      {
        ...{ command: 'import', kind: 'auto', files: ['a.csv', 'b.xlsx', 'folder'], dryRun: false },
        ...{ conflicts: null, matchKey: null, fileSource: null, notation: null },
      },
    ],
    ['imports list', { command: 'imports-list' }],
    ['imports undo 7', { command: 'imports-undo', importId: 7 }],
    ['imports redo 7', { command: 'imports-redo', importId: 7 }],
    ['embed', { command: 'embed' }],
    ['rank', { command: 'rank' }],
    [
      'export matches m.csv',
      { command: 'export', what: 'matches', file: 'm.csv', format: 'rfc4180', columns: null, package: null },
    ],
    [
      'export offers o.csv --format excel-fr --columns référence,city',
      {
        command: 'export',
        what: 'offers',
        file: 'o.csv',
        format: 'excel-fr',
        columns: ['référence', 'city'],
        package: null,
      },
    ],
    ['serve', { command: 'serve', port: null }],
    ['serve --port 0', { command: 'serve', port: 0 }],
    ['serve --port 8080', { command: 'serve', port: 8080 }],
    ['doctor', { command: 'doctor', rescue: null }],
    ['doctor --salvage', { command: 'doctor', rescue: 'salvage' }],
    ['doctor --restore', { command: 'doctor', rescue: 'restore' }],
    ['doctor --restore --lost-key', { command: 'doctor', rescue: 'restore-without-key' }],
    ['doctor --lost-key', { command: 'doctor', rescue: 'restore-without-key' }],
    [
      'import package p.smartrecruiting --conflicts theirs',
      {
        command: 'import',
        kind: 'package',
        files: ['p.smartrecruiting'],
        dryRun: false,
        conflicts: 'theirs',
        matchKey: null,
        fileSource: null,
        notation: null,
      },
    ],
    [
      'export offers p.smartrecruiting --package --personal-data --licence interne',
      {
        ...{ command: 'export', what: 'offers', file: 'p.smartrecruiting', format: 'rfc4180', columns: null },
        package: { personalData: true, licence: 'interne' },
      },
    ],
    ['sample load', { command: 'sample-load' }],
  ])('%s', (line, request) => {
    expect(read(line)).toEqual({ request, dataDir: null, passphraseFile: null, isJson: false });
  });

  it('takes the general options before and after the command', () => {
    const expected = { request: { command: 'rank' }, dataDir: '/d', passphraseFile: '/p', isJson: true };
    expect(read('--data-dir /d --passphrase-file /p rank --json')).toEqual(expected);
    expect(read('rank --json --data-dir /d --passphrase-file /p --lang fr')).toEqual(expected);
  });

  it.each([
    ['', 'Utilisation'],
    ['imports', 'list'],
    ['sample', 'load'],
    ['explode', 'Commande inconnue\u00a0: explode'],
    ['rank --loudly', 'Option inconnue\u00a0: --loudly'],
    ['rank more', 'trop d’arguments'],
    ['import offers', 'Il manque l’argument fichiers'],
    ['import people p.csv', 'people. Il faut l’une de celles-ci\u00a0: offers, formations, companies, package, auto.'],
    ['import offres o.csv', 'Valeur non admise\u00a0: offres'],
    ['impot offers o.csv', 'Commande inconnue\u00a0: impot. Vouliez-vous dire import\u00a0? Voir --help.'],
    ['rank --jsn', 'Vouliez-vous dire --json\u00a0?'],
    ['export everything e.csv', 'Valeur non admise\u00a0: everything'],
    ['export offers o.csv --columns ,', 'Valeur non admise\u00a0: --columns ,. Il faut au moins un nom de colonne.'],
    ['export offers o.csv --format xls', 'Valeur non admise\u00a0: --format xls. Il faut l’une de celles-ci'],
    ['match --offers O.csv --formations F.csv', 'Il manque l’option --output'],
    ['match --offers O.csv --formations F.csv --output', 'Il manque une valeur à l’option --output.'],
    ['match --offers O --formations F --output M --top 0', '--top 0. Il faut un nombre entier, de 1 à'],
    ['match --offers O --formations F --output M --top -5', '--top -5. Il faut un nombre entier'],
    ['match --offers O --formations F --output M --top 9999999999', '--top 9999999999. Il faut un nombre entier'],
    ['match --offers O --formations F --output M --top many', '--top many. Il faut un nombre entier'],
    ['match --offers O --formations F --output M --min-score 1.5', '--min-score 1.5. Il faut un nombre de 0 à 1'],
    ['match --offers O --formations F --output M --min-score x', '--min-score x. Il faut un nombre'],
    ['imports undo x', 'Valeur non admise\u00a0: x. Il faut un nombre entier'],
    ['imports undo -3', 'Valeur non admise\u00a0: -3. Il faut un nombre entier'],
    ['serve --port 99999', '--port 99999. Il faut un port, de 0 à 65535.'],
    ['rank --lang de', '--lang de. Il faut l’une de celles-ci\u00a0: fr, en.'],
    ['rank --data-dir=', 'Il faut le nom d’un dossier.'],
  ])('says what is wrong with “%s”, with code 2', (line, part) => {
    const answer = read(line, 'fr');
    expect(answer).toMatchObject({ exitCode: 2, text: expect.stringContaining(part) as string });
  });

  it('takes a decimal comma, as it is written in France', () => {
    const line = 'match --offers O --formations F --output M --min-score 0,5';
    expect(read(line)).toMatchObject({ request: { minScore: 0.5 } });
  });

  it('writes the whole help in the language asked for', () => {
    const lines = ['--help', ...commands.map((command) => `${command} --help`)];
    for (const line of lines) {
      const { text } = read(line, 'fr') as { readonly text: string };
      expect(text).not.toMatch(/[<[](file|folder|command|count|kind|what|id|language)[>\]]|choices|default|Options:/);
      expect(text).toContain('Utilisation\u00a0:');
      expect((read(line) as { readonly text: string }).text).not.toMatch(/fichier|dossier|nombre|choix|\u00a0/);
    }
    expect((read('match --help', 'fr') as { readonly text: string }).text).toMatch(
      /--offers <fichier>.*--top <nombre> .*par défaut\u00a0: 20/s,
    );
  });

  it('answers --version and --help with code 0, in the language asked for', () => {
    expect(read('--version')).toEqual({ exitCode: 0, text: '1.2.3\n' });
    expect(read('--help', 'fr')).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('Commandes\u00a0:') as string,
    });
    expect(read('import --help', 'en')).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(
        /Usage: smart-recruiting import .*--dry-run +read everything, store nothing/s,
      ) as string,
    });
    expect(read('help match', 'fr')).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('--min-score') as string,
    });
  });
});
