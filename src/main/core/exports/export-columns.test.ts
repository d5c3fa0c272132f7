import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../shared/contract/exports';
import { companySchema } from '../../../shared/domain/company';
import { formationSchema } from '../../../shared/domain/formation';
import { offerSchema } from '../../../shared/domain/offer';
import type { ReadOffer } from '../../../shared/domain/offer-row';
import { placeOf } from '../../../shared/domain/places/offer-place';
import { proposeMapping } from '../../../shared/domain/propose-mapping';
import { createRowReader } from '../../../shared/domain/read-import-row';
import { readFileRows } from '../../workers/csv/read-rows';
import { stretchesOf } from '../db/in-turns';
import type { ImportDraft } from '../ports';
import { offerColumns, type Column } from './offer-columns';
import { companyColumns, formationColumns } from './other-columns';
import { createTableWriter, fileKinds } from './table-writer';

// Reading what was written gives the same: for every draft that reading gives at all, whatever stood in its file.

const readableFormats: readonly ExportFormat[] = ['excel-fr', 'rfc4180', 'xlsx'];

/** Texts that break careless writers and readers of CSV. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    "''@x",
    '+33 1 02 03',
    '- liste',
    '@moi',
    '＝1',
    '\ttab',
    '\rretour',
    '\nligne',
    '="01"',
  ),
  fc.constantFrom('a;b', 'a,b', 'a|b', 'a"b', '""', '"', "'", 'a\r\nb', 'a\nb', 'a\rb', '007', '1E5', '01/02/2026'),
  fc.constantFrom(
    'œuvre €',
    'N/A',
    'sep=;',
    '#',
    'null',
    '\u00a0x\u00a0',
    '😀',
    'a\u2028b',
    '  espaces  ',
    'A, B',
    'A; B',
  ),
);

/** As many records of each kind are written and read back, in one file of each format. */
const recordCount = 10_000;
/** One seed, so that a failure comes again; any other will do as well. */
const seed = Number(process.env['EXPORT_SEED'] ?? 12);

const sampledAtOnce = 1_000;

const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The file that an export writes of some items. */
function fileOf<T>(format: ExportFormat, columns: readonly Column<T>[], items: readonly T[]): Buffer {
  const writer = createTableWriter(format);
  const pieces = [
    writer.start(columns.map(({ header }) => header)),
    ...Array.from(stretchesOf(items, 100), (some) =>
      writer.rows(some.map((item) => columns.map(({ cell }) => cell(item)))),
    ),
    writer.end(),
  ];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

/** What an import reads in the file that an export writes, with nothing said about it beforehand. */
async function readBack<T>(
  kind: ImportDraft['kind'],
  columns: readonly Column<T>[],
  items: readonly T[],
  format: ExportFormat,
): Promise<{ readonly draft: ImportDraft | null; readonly issues: readonly unknown[] }[]> {
  const path = join(folder, `${kind}.${fileKinds[format].ending}`);
  writeFileSync(path, fileOf(format, columns, items));
  const rows = [];
  for await (const batch of readFileRows(path, { kind, format: null, mapping: null }, new AbortController().signal)) {
    // A town of several is told each time that it is read.
    for (const { draft, issues } of batch.rows) {
      rows.push({ draft, issues: issues.filter(({ code }) => code !== 'open-place') });
    }
  }
  return rows;
}

/** What reading gives of generated rows; made once for all formats. */
function draftsOf(kind: ImportDraft['kind'], rows: fc.Arbitrary<Readonly<Record<string, string>>>) {
  let drafts: readonly ImportDraft[] | null = null;
  return (): readonly ImportDraft[] =>
    (drafts ??= enough(recordCount, (round) =>
      fc.sample(rows, { numRuns: sampledAtOnce, seed: seed + round }).flatMap((row) => draftOf(kind, row) ?? []),
    ));
}

/** An import does not take every row that is generated: they are generated until there are so many that it takes. */
function enough<T>(count: number, sample: (round: number) => readonly T[]): readonly T[] {
  const all: T[] = [];
  for (let round = 0; all.length < count; round += 1) {
    const some = sample(round);
    if (some.length === 0) throw new Error('No row was generated that an import takes.');
    all.push(...some);
  }
  return all.slice(0, count);
}

/** Writes all drafts to a file and finds them again in it, one for one. */
async function expectAllBack<T>(
  drafts: () => readonly ImportDraft[],
  columns: readonly Column<T>[],
  itemOf: (draft: ImportDraft) => T,
  format: ExportFormat,
): Promise<void> {
  const written = drafts();
  expect(written).toHaveLength(recordCount);
  const [first] = written;
  if (!first) throw new Error('No row was generated that an import takes.');
  const read = await readBack(first.kind, columns, written.map(itemOf), format);
  const wrong = written.findIndex((draft, index) => !isDeepStrictEqual(read[index], { draft, issues: [] }));
  // Of ten thousand at once, nobody would see which differs.
  expect(read[wrong]).toEqual(wrong < 0 ? undefined : { draft: written[wrong], issues: [] });
  expect(read).toHaveLength(written.length);
}

/** What an import makes of a row of nasty cells, one for each field. */
function draftOf(kind: ImportDraft['kind'], row: Readonly<Record<string, string>>): ImportDraft | null {
  const header = Object.keys(row);
  return createRowReader(kind, header, proposeMapping(kind, header))(Object.values(row)).draft;
}

const dates = fc.constantFrom('', '01/03/2026', 'dès que possible', 'entre mars et avril 2026', 'été 2026', '2026-02');
const offerRows = fc.record({
  externalId: nasty,
  source: nasty,
  title: nasty,
  description: nasty,
  companyName: nasty,
  contactName: nasty,
  contactEmail: fc.oneof(nasty, fc.emailAddress()),
  contactPhone: fc.oneof(nasty, fc.constantFrom('0476010203', '+33 4 76 01')),
  city: fc.oneof(
    nasty,
    fc.constantFrom(
      '75 - PARIS 09',
      '12 - 34 - X',
      'FRANCE',
      '93 - SAINT DENIS',
      'Télétravail',
      'Paris 8e',
      '69',
      'LYON CEDEX 01 02',
    ),
  ),
  postcode: fc.oneof(nasty, fc.constantFrom('1000', '38000', 'S1 4GT')),
  area: fc.oneof(nasty, fc.constantFrom('Isère', '93 - Seine-Saint-Denis', 'PACA', '2a', 'La Réunion')),
  country: nasty,
  contractType: fc.constantFrom('', 'Stage', 'CDI', 'CDD', 'alternance', 'job étudiant', 'VIE'),
  levels: fc.constantFrom('', 'L3 à M2', 'Bac+3/5', 'Bac', 'BUT 2', 'Doctorat', 'L1 / M2'),
  domain: nasty,
  romeCode: fc.constantFrom('', 'M1805', 'm1805 Études'),
  seniority: fc.constantFrom('', 'Débutant accepté', '2 ans', '5 ans', 'senior'),
  skills: fc.oneof(
    nasty,
    fc.array(nasty, { maxLength: 4 }).map((items) => items.join(' | ')),
  ),
  start: dates,
  startTo: fc.constantFrom('', '15/05/2026', '2026-03-01'),
  duration: fc.constantFrom(
    '',
    '6 mois',
    '4,5 à 6 mois',
    '12 semaines',
    '8 semaines à 4 mois',
    '0,0000001 mois',
    '1 an',
  ),
  weeklyHours: fc.oneof(fc.constantFrom('', '37,5', '35'), fc.double({ min: 1e-9, max: 80, noNaN: true }).map(String)),
  pay: fc.oneof(nasty, fc.constantFrom('4,35 €/h', '1 200 € / mois', 'selon convention')),
  remote: fc.constantFrom('', 'non', '2 j', '100 %'),
  language: nasty,
  disabilityFriendly: fc.constantFrom('', 'oui', 'non'),
  places: fc.constantFrom('', '1', '12'),
  postedOn: fc.constantFrom('', '29/02/2024', '2025-10-01'),
  expiresOn: fc.constantFrom('', '31/12/2026'),
  status: fc.constantFrom('publiée', 'brouillon', 'transmitted', 'Pourvue', 'archivée'),
  closingReason: fc.oneof(nasty, fc.constantFrom('Aucun candidat', 'expired', 'Withdrawn by the company')),
  closedOn: fc.constantFrom('', '12/01/2026'),
});

interface Person {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

function storedOffer({ offer: draft, standing, contact }: ReadOffer, person: Person) {
  const isNobody = person.name === null && person.email === null && person.phone === null;
  return offerSchema.parse({
    ...draft,
    place: placeOf(draft),
    ...{ id: 1, rawTitle: draft.title, ...standing, academicYear: 2025, packageOrigin: null },
    outcome: 'pending',
    company: contact.companyName === null ? null : { id: 1, name: contact.companyName },
    contact: isNobody ? null : { id: 1, ...person },
  });
}

function offerItem(draft: ImportDraft) {
  if (draft.kind !== 'offers') throw new Error('A row of another kind came.');
  const { contact } = draft;
  const person = { name: contact.contactName, email: contact.contactEmail, phone: contact.contactPhone };
  return { offer: storedOffer(draft, person), companySiret: contact.companySiret };
}

function formationItem(draft: ImportDraft) {
  if (draft.kind !== 'formations') throw new Error('A row of another kind came.');
  const { formation } = draft;
  const component = formation.component === null ? null : { id: 1, name: formation.component, shortName: null };
  return formationSchema.parse({ ...formation, id: 1, component });
}

function companyItem(draft: ImportDraft) {
  if (draft.kind !== 'companies') throw new Error('A row of another kind came.');
  const { contact, ...rest } = draft.company;
  const contacts = contact === null ? [] : [{ id: 1, ...contact }];
  const company = companySchema.parse({ ...rest, id: 1, contacts, offerCount: 0 });
  return { company, contact: company.contacts[0] ?? null };
}

const lists = fc.oneof(
  nasty,
  fc.array(nasty, { maxLength: 4 }).map((items) => items.join(' | ')),
);
const formationRows = fc.record({
  ...{ externalId: nasty, title: nasty, diplomaType: nasty, component: nasty, description: nasty, managerName: nasty },
  prerequisites: nasty,
  ...{ keywords: lists, skills: lists, jobs: lists },
  level: fc.constantFrom('', 'Bac+3', 'M2', 'Bac', 'niveau 6'),
  romeCodes: fc.constantFrom('', 'M1805', 'M1805 | M1855'),
  capacity: fc.constantFrom('', '0', '120'),
  managerEmail: fc.oneof(nasty, fc.emailAddress()),
});
const companyRows = fc.record({
  ...{ externalId: nasty, name: nasty, naf: nasty, address: nasty, city: nasty, country: nasty, website: nasty },
  siret: fc.constantFrom('', '73282932000074', '91614800034', 'x'),
  size: fc.constantFrom('', 'PME', '12', 'Grand groupe'),
  postcode: fc.oneof(nasty, fc.constantFrom('1000', '38000')),
  ...{ contactName: nasty, contactRole: nasty, contactPhone: nasty },
  contactEmail: fc.oneof(nasty, fc.emailAddress()),
});

const offers = draftsOf('offers', offerRows);
const formations = draftsOf('formations', formationRows);
const companies = draftsOf('companies', companyRows);

describe.each(readableFormats)('thousands of records in %s', (format) => {
  it('of offers come back as they were', () => expectAllBack(offers, offerColumns, offerItem, format));
  it('of formations come back as they were', () => expectAllBack(formations, formationColumns, formationItem, format));
  it('of companies come back as they were', () => expectAllBack(companies, companyColumns, companyItem, format));
});
