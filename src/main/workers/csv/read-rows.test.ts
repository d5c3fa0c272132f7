import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/domain/app-error';
import type { HeadRow, ReadOptions } from '../../core/ports';
import { unpackCells } from './packed-cells';
import { inspectFile, readFileRows } from './read-rows';

const never = new AbortController().signal;
const offers: ReadOptions = { kind: 'offers', format: null, mapping: null };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function fileOf(content: string | Buffer): Promise<string> {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.csv`);
  await writeFile(path, content);
  return path;
}

async function rowsOf(content: string | Buffer, options: ReadOptions = offers): Promise<HeadRow[]> {
  const rows: HeadRow[] = [];
  for await (const batch of readFileRows(await fileOf(content), { ...options, keepsCells: true }, never)) {
    const cells = unpackCells(batch.packedCells ?? new Uint8Array());
    batch.rows.forEach((row, index) => rows.push({ ...row, cells: cells[index] ?? [] }));
  }
  return rows;
}

async function titlesOf(content: string | Buffer): Promise<unknown[]> {
  const rows = await rowsOf(content);
  return rows.map(({ line, draft }) => [line, draft?.kind === 'offers' ? draft.offer.title : null]);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return error instanceof AppError ? { code: error.code, reason: error.reason, ...error.details } : error;
  }
}

describe('encoding', () => {
  const text = 'titre;ville\r\nIngénieur d’œuvre à 10 €;Orléans\r\nÉlève « stagiaire » – été;Nîmes\r\n';
  const expected = [
    [2, 'Ingénieur d’œuvre à 10 €'],
    [3, 'Élève « stagiaire » – été'],
  ];

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['windows-1252', iconv.encode(text, 'windows-1252')],
  ])('finds %s', async (encoding, bytes) => {
    expect(await titlesOf(bytes)).toEqual(expected);
    const inspection = await inspectFile(await fileOf(bytes), offers, 5, never);
    expect(inspection.format).toEqual({ encoding, delimiter: ';' });
  });

  it('decodes every byte of windows-1252 that differs from Latin-1', async () => {
    const bytes = Buffer.concat([
      Buffer.from('titre\n'),
      Buffer.from([0xe9, 0x80, 0x92, 0x9c, 0x8c, 0x96, 0xa0, 0x21, 0x0a]),
    ]);
    const options: ReadOptions = { ...offers, format: { encoding: 'windows-1252', delimiter: ';' } };
    expect((await rowsOf(bytes, options)).map(({ cells }) => cells)).toEqual([['é€’œŒ–\u00a0!']]);
  });

  it('keeps characters whole that lie across two blocks of the file', async () => {
    const row = (index: number): string => `${index};${'é😀œ'.repeat(40)}\n`;
    const rows = Array.from({ length: 6_000 }, (_, index) => row(index)).join('');
    const read = await rowsOf(`id;titre\n${rows}`);
    expect(read.length).toBe(6_000);
    expect(read.every(({ cells }) => cells[1] === 'é😀œ'.repeat(40))).toBe(true);
  });

  it('uses the encoding that a person names, and refuses one that nobody knows', async () => {
    const path = await fileOf(iconv.encode('titre;x\nété;1\n', 'macintosh'));
    const format = { encoding: 'macintosh', delimiter: ';' as const };
    const read = await inspectFile(path, { ...offers, format }, 5, never);
    expect(read.rows[0]?.cells[0]).toBe('été');
    const unknown = { ...offers, format: { ...format, encoding: 'klingon' } };
    expect(await failureOf(inspectFile(path, unknown, 5, never))).toMatchObject({ code: 'invalid-input' });
  });
});

describe('separator, header and lines', () => {
  it.each([
    [';', 'id;titre;ville\n1;A, B, C;Lyon\n2;D, E;Nice\n'],
    [',', 'id,titre,ville\n1,A; B,Lyon\n2,C; D,Nice\n'],
    ['\t', 'id\ttitre\tville\n1\tA; B, C\tLyon\n'],
    ['|', 'id|titre|ville\n1|A; B, C|Lyon\n'],
    [';', 'Alpha;Beta;Gamma\n1,5;2,5;3,5\n1,5;2,5;3,5\n'],
  ])('finds %j', async (delimiter, text) => {
    const inspection = await inspectFile(await fileOf(text), offers, 5, never);
    expect(inspection.format).toMatchObject({ delimiter });
    expect(inspection.header.length).toBe(3);
  });

  it('obeys Excel’s sep= line and counts it', async () => {
    const text = 'sep=|\r\ntitre|note\r\nA;B|1\r\n';
    expect((await inspectFile(await fileOf(text), offers, 5, never)).notation.headerLine).toBe(2);
    expect(await titlesOf(text)).toEqual([[3, 'A;B']]);
  });

  it('finds the header below other lines', async () => {
    const text = 'Export du 12/03/2026\n\nService des stages;;\nid;Intitulé;Ville\n1;A;Lyon\n';
    expect((await inspectFile(await fileOf(text), offers, 5, never)).notation.headerLine).toBe(4);
    expect(await titlesOf(text)).toEqual([[5, 'A']]);
  });

  it('counts lines over quoted line breaks of either kind, and leaves out blank lines', async () => {
    const text = 'titre;description\r\n"A\r\nA";"x\ny"\r\n\r\n;;\r\nB;z\r\nC;"q\r\n\r\n"\r\nD;';
    expect(await titlesOf(text)).toEqual([
      [2, 'A\r\nA'],
      [7, 'B'],
      [8, 'C'],
      [11, 'D'],
    ]);
  });

  it('reads mixed line ends, and those of old Macs', async () => {
    expect(await titlesOf('titre;x\r\nA;"1"\nB;2\r\n"C";"3"\r\n')).toEqual([
      [2, 'A'],
      [3, 'B'],
      [4, 'C'],
    ]);
    expect(await titlesOf('titre;x\rA;1\rB;2\r')).toEqual([
      [2, 'A'],
      [3, 'B'],
    ]);
    const rows = await rowsOf('titre;x\r\nA;1\nB;2\r\n');
    expect(rows.map(({ cells }) => cells[1])).toEqual(['1', '2']);
  });

  it('keeps quotes, separators and line breaks inside of quotes', async () => {
    expect(await titlesOf('titre;x\n"dit ""bonjour""; puis\npart";1\n')).toEqual([[2, 'dit "bonjour"; puis\npart']]);
  });

  it('lets sloppy quotes inside a line pass', async () => {
    expect((await rowsOf('titre;x\n"dit "bonjour" ici";1\nB;2\n')).map(({ line }) => line)).toEqual([2, 3]);
  });

  it('lets sloppy quotes pass in a text of several lines with separators of its own', async () => {
    const text =
      'id;titre;ville;pays\n1;"Poste "senior", en CDI ; bureau ;\nLyon ou Nice";Lyon;France\n2;B;Nice;France\n';
    expect((await rowsOf(text)).map(({ line, draft }) => [line, draft !== null])).toEqual([
      [2, true],
      [4, true],
    ]);
  });

  it('tells equal and empty headers apart', async () => {
    const { header, mapping } = await inspectFile(await fileOf('Titre;Titre;;\nA;A;C;D\nB;;C;D\n'), offers, 5, never);
    expect(header).toEqual(['Titre', 'Titre (2)', '#3', '#4']);
    expect(mapping).toEqual(['title', null, null, null]);
  });

  it('maps columns without a header by their values', async () => {
    const text = 'Titre;;\nA;69100;a@x.example\nB;01000;b@x.example\nC;33000;c@x.example\n';
    const { mapping } = await inspectFile(await fileOf(text), offers, 0, never);
    expect(mapping).toEqual(['title', 'postcode', 'contactEmail']);
  });

  it('reads a file of one column', async () => {
    expect(await titlesOf('Intitulé\nA\nB, C\n')).toEqual([
      [2, 'A'],
      [3, 'B, C'],
    ]);
  });

  it('takes the guard of spreadsheet files away and leaves comma files as they are', async () => {
    expect(await titlesOf("titre;x\n'=1+1;1\n")).toEqual([[2, '=1+1']]);
    expect(await titlesOf("titre,x\n'=1+1,1\n")).toEqual([[2, "'=1+1"]]);
  });

  it('says what is wrong with ragged rows', async () => {
    const rows = await rowsOf('id;titre;ville\n1;A\n2;B;Lyon;trop\n3;C;Lyon;;\n');
    expect(rows.map(({ line, draft, issues }) => [line, draft !== null, issues.map(({ code }) => code)])).toEqual([
      [2, true, ['missing-fields']],
      [3, false, ['extra-fields']],
      [4, true, []],
    ]);
  });
});

describe('a file with damaged quotes', () => {
  const outcomes = async (text: string, options?: ReadOptions) =>
    (await rowsOf(text, options)).map(({ line, draft, issues }) => [
      line,
      draft?.kind === 'formations' ? draft.formation.title : null,
      ...issues.map(({ code, column, value }) => [code, column, value].filter((part) => part !== null).join(' ')),
    ]);
  const formations: ReadOptions = { ...offers, kind: 'formations' };
  const header = 'code;intitulé;composante;niveau;capacité\n';

  it('rejects the lines whose beginning or end was lost, and takes every other one', async () => {
    const text =
      `${header}1;A;UFR;M1;20\n` +
      '";UFR;M1;20\n' + // only the end of a record
      '2;"B\nen deux lignes";UFR;M1;20\n' +
      'Mention : sans début\n";UFR;M1;20\n' +
      '3;"C dont la fin manque\n4;D;UFR;M1;20\n' +
      '5;"E ""citée""; entière";UFR;M1;20\n';
    expect(await outcomes(text, formations)).toEqual([
      [2, 'A'],
      [3, null, 'stray-quote code', 'torn-line 4/5'],
      [4, 'B\nen deux lignes'],
      [6, null, 'torn-line 1/5'],
      [7, null, 'stray-quote code', 'torn-line 4/5'],
      [8, null, 'stray-quote intitulé', 'torn-line 2/5'],
      [9, 'D'],
      [10, 'E "citée"; entière'],
    ]);
  });

  it('rejects a line with all its columns too: nobody knows what the quote was to hold', async () => {
    const text = `${header}1;"ouvert;UFR;M1;20\r\n2;B;UFR;M1;20\r\n3;"C";UFR;M1;20\r\n`;
    const rows = await rowsOf(text, formations);
    expect(rows.map(({ draft, issues }) => [draft !== null, issues])).toEqual([
      [false, [{ severity: 'error', code: 'stray-quote', column: 'intitulé', value: null }]],
      [true, []],
      [true, []],
    ]);
    expect(rows[0]?.cells).toEqual(['1', '"ouvert', 'UFR', 'M1', '20']);
  });

  it('keeps prose of several lines with commas of its own', async () => {
    const text =
      'id,title,description,level,capacity\n1,A,"Cours, stages, projets, langues, et sport,\nà Lyon, Nice",M1,20\n' +
      '2,"B,x,M1,20\n3,C,x,M1,20\n4,"D",x,M1,20\n';
    expect(await outcomes(text, formations)).toEqual([
      [2, 'A'],
      [4, null, 'stray-quote title'],
      [5, 'C'],
      [6, 'D'],
    ]);
  });

  it('is found out behind the head, and read so when told', async () => {
    const sound = (count: number): string =>
      Array.from({ length: count }, (_, index) => `${index};"Licence de lettres modernes";UFR;M1;20\n`).join('');
    const text = `${header}${sound(15_000)}a;"ouvert;UFR;M1;20\n${sound(15_000)}`;
    expect(await failureOf(rowsOf(text, formations))).toMatchObject({
      ...{ reason: 'file-unclosed-quote', line: 15_002, closedLine: 15_003 },
    });
    const rows = await rowsOf(text, { ...formations, quotes: 'damaged' });
    expect(rows.length).toBe(30_001);
    expect(rows.filter(({ draft }) => draft === null).map(({ line }) => line)).toEqual([15_002]);
  });
});

describe('bad files', () => {
  const readAll = async (content: string | Buffer): Promise<unknown> => failureOf(rowsOf(content));

  it('says that a file is missing or a folder', async () => {
    const missing = join(folder, 'none.csv');
    expect(await failureOf(inspectFile(missing, offers, 5, never))).toEqual({
      code: 'not-found',
      reason: 'file-missing',
    });
    const inner = join(folder, 'inner');
    await mkdir(inner);
    expect(await failureOf(inspectFile(inner, offers, 5, never))).toEqual({
      code: 'invalid-input',
      reason: 'file-is-folder',
    });
  });

  it.each([
    ['nothing', ''],
    ['only blank lines', '\n \r\n\n'],
    ['only a byte order mark', '\uFEFF'],
  ])('calls %s an empty file', async (_, content) => {
    expect(await readAll(content)).toEqual({ code: 'invalid-input', reason: 'file-empty' });
  });

  it('tells a header without rows', async () => {
    const failure = { code: 'invalid-input', reason: 'file-header-only', line: 1 };
    expect(await readAll('titre;ville\n')).toEqual(failure);
    expect(await failureOf(inspectFile(await fileOf('titre;ville'), offers, 5, never))).toEqual(failure);
  });

  it('tells bytes that are no text, with the line of a zero', async () => {
    const zero = Buffer.from('titre;x\nA;1\nB\0;2\n');
    expect(await readAll(zero)).toEqual({ code: 'invalid-input', reason: 'file-binary', line: 3 });
    const noise = Buffer.from(Array.from({ length: 4_000 }, (_, index) => 1 + ((index * 37) % 255)));
    expect(await readAll(noise)).toEqual({ code: 'invalid-input', reason: 'file-binary', line: 1 });
    const zip = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 0x62, 0xee]);
    expect(await readAll(zip)).toMatchObject({ reason: 'file-workbook-damaged' });
  });

  it('finds the line where an unclosed quote begins, at the end of a file and before', async () => {
    const rows = (count: number): string =>
      Array.from({ length: count }, (_, index) => `${index};T${index};x\n`).join('');
    const failure = (line: number, column: string) => ({
      code: 'invalid-input',
      reason: 'file-unclosed-quote',
      line,
      column,
    });
    expect(await readAll(`id;titre;x\n${rows(3)}9;"ouvert;x\n${rows(5)}`)).toEqual(failure(5, 'titre'));
    expect(await readAll(`id;titre;x\n8;"a\nb";"ouvert\n${rows(5)}`)).toEqual(failure(3, 'x'));
    // So much text that it would never be read to its end.
    expect(await readAll(`id;titre;x\n${rows(3)}9;"ouvert;x\n${rows(200_000)}`)).toEqual(failure(5, 'titre'));
  });

  it('refuses a file of which quotes leave less than half', async () => {
    const torn = '";Lyon;x;y\n"suite;Nice;x;y\n'.repeat(4);
    expect(await readAll(`titre;ville;x;y\n"A";Lyon;x;y\n${torn}"B";Nice;x;y\n`)).toEqual({
      code: 'invalid-input',
      reason: 'file-unclosed-quote',
      line: 3,
      column: 'titre',
    });
  });

  it('refuses a field of a million characters, quoted or not', async () => {
    const long = 'a'.repeat(1_000_000);
    const failure = {
      code: 'invalid-input',
      reason: 'file-field-too-long',
      line: 3,
      column: 'titre',
      limit: 1_000_000,
    };
    expect(await readAll(`id;titre\n1;A\n2;${long}\n3;B\n`)).toEqual(failure);
    expect(await readAll(`id;titre\n1;A\n2;"${long}"\n3;B\n`)).toEqual(failure);
    expect(await readAll(`id;titre\n1;A\n2;"${`${long}\n`.repeat(3)}"\n3;B\n`)).toEqual(failure);
    expect((await rowsOf(`id;titre;description\n1;A;${'a'.repeat(999_999)}\n`))[0]?.issues).toMatchObject([
      { severity: 'warning', code: 'too-long' },
    ]);
  });

  it('refuses too many columns', async () => {
    expect(await readAll(`${Array.from({ length: 2_001 }, (_, index) => `c${index}`).join(';')}\n1;2\n`)).toEqual({
      code: 'invalid-input',
      reason: 'file-too-many-columns',
      line: 1,
      columns: 2_001,
    });
    expect(await readAll(`titre;x\n${';'.repeat(2_000)}a\n`)).toMatchObject({
      reason: 'file-too-many-columns',
      line: 2,
    });
  });

  it('asks for a title column when reading, and only shows its absence before', async () => {
    expect(await readAll('ville;pays\nLyon;France\n')).toMatchObject({ reason: 'column-missing', field: 'title' });
    const inspection = await inspectFile(await fileOf('ville;pays\nLyon;France\n'), offers, 5, never);
    expect(inspection.mapping).toEqual(['city', 'country']);
  });

  it('takes two columns of one name only where they say the same', async () => {
    const text = 'id;Titre;titre;Compétences;Compétences\n1;A;A;x;y\n2;;B;;\n3;C;D;;\n';
    const failure = { code: 'invalid-input', reason: 'column-mapped-twice', field: 'title', column: 'titre' };
    const { mapping } = await inspectFile(await fileOf(text), offers, 5, never);
    expect(mapping).toEqual(['externalId', 'title', 'title', 'skills', 'skills']);
    expect(await readAll(text)).toEqual({ ...failure, former: 'Titre' });
    const far = `Titre;Titre\n${'A;A\n'.repeat(1_000)}C;D\n`;
    expect(await readAll(far)).toMatchObject({ ...failure, column: 'Titre (2)', former: 'Titre', line: 1_002 });
    // Somebody who maps them has seen both.
    expect(await titlesOf('Titre;Titre\nA;A\n')).toEqual([[2, 'A']]);
    const chosen: ReadOptions = { ...offers, mapping: [null, 'title'] };
    expect((await rowsOf('Titre;Titre\nA;B\n', chosen)).length).toBe(1);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const path = await fileOf(`titre;x\n${'A;1\n'.repeat(200_000)}`);
    let batches = 0;
    const reading = async (): Promise<void> => {
      for await (const { rows } of readFileRows(path, offers, abort.signal)) {
        batches += rows.length > 0 ? 1 : 0;
        abort.abort();
      }
    };
    expect(await failureOf(reading())).toEqual({ code: 'cancelled', reason: null });
    expect(batches).toBeLessThan(400);
  });
});
