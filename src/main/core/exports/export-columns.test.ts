import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unguardFormula } from '../../../shared/domain/cells/formula-guard';
import { companySchema, type CompanyDraft } from '../../../shared/domain/company';
import { formationSchema, type FormationDraft } from '../../../shared/domain/formation';
import { offerSchema, type OfferDraft } from '../../../shared/domain/offer';
import { proposeMapping } from '../../../shared/domain/propose-mapping';
import { createRowReader } from '../../../shared/domain/read-import-row';
import type { ImportDraft } from '../ports';
import { fileStart, writeRecord, type CsvFormat } from './csv-writer';
import { offerColumns, type Column } from './offer-columns';
import { companyColumns, formationColumns } from './other-columns';

// Reading what was written gives the same: for every draft that reading gives at all, whatever stood in its file.

const formats: readonly CsvFormat[] = ['excel-fr', 'rfc4180'];

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

function cellsOf<T>(columns: readonly Column<T>[], item: T, format: CsvFormat): string[] {
  const text =
    fileStart(format) +
    writeRecord(
      format,
      columns.map(({ cell }) => cell(item)),
    );
  return parseOne(text, format === 'excel-fr' ? ';' : ',');
}

/** One record as RFC 4180 has it, read by the shortest code that can be trusted. */
function parseOne(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (true) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        cell += text[at] ?? '';
      }
      at += 1;
    } else {
      while (text[at] !== delimiter && text.slice(at, at + 2) !== '\r\n') cell += text[at++] ?? '';
    }
    cells.push(cell);
    if (text[at] !== delimiter) break;
    at += 1;
  }
  if (text.slice(at) !== '\r\n')
    throw new Error(`Something stands behind the record: ${JSON.stringify(text.slice(at))}`);
  return cells;
}

function readBack<T>(kind: ImportDraft['kind'], columns: readonly Column<T>[], item: T, format: CsvFormat) {
  const header = columns.map((column) => column.header[format === 'excel-fr' ? 0 : 1]);
  const cells = cellsOf(columns, item, format);
  const plain = format === 'excel-fr' ? cells.map(unguardFormula) : cells;
  const { draft, issues } = createRowReader(kind, header, proposeMapping(kind, header))(plain);
  return { draft, issues };
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
  city: fc.oneof(nasty, fc.constantFrom('75 - PARIS 09', '12 - 34 - X', 'FRANCE', 'LYON CEDEX 01 02')),
  postcode: fc.oneof(nasty, fc.constantFrom('1000', '38000', 'S1 4GT')),
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
});

interface Person {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

function storedOffer(draft: OfferDraft, person: Person, company: string | null) {
  const isNobody = person.name === null && person.email === null && person.phone === null;
  return offerSchema.parse({
    ...draft,
    ...{ id: 1, rawTitle: draft.title, status: 'published', closingReason: null, academicYear: 2025 },
    outcome: 'pending',
    company: company === null ? null : { id: 1, name: company },
    contact: isNobody ? null : { id: 1, ...person },
  });
}

describe.each(formats)('in %s', (format) => {
  it('an offer that was imported once comes back as it was', () => {
    fc.assert(
      fc.property(offerRows, (row) => {
        const read = draftOf('offers', row);
        fc.pre(read?.kind === 'offers');
        if (read?.kind !== 'offers') return;
        const { offer, contact } = read;
        const person = { name: contact.contactName, email: contact.contactEmail, phone: contact.contactPhone };
        const item = { offer: storedOffer(offer, person, contact.companyName), companySiret: contact.companySiret };
        expect(readBack('offers', offerColumns, item, format)).toEqual({
          draft: { kind: 'offers', offer, contact },
          issues: [],
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('a formation that was imported once comes back as it was', () => {
    const lists = fc.oneof(
      nasty,
      fc.array(nasty, { maxLength: 4 }).map((items) => items.join(' | ')),
    );
    const rows = fc.record({
      ...{
        externalId: nasty,
        title: nasty,
        diplomaType: nasty,
        component: nasty,
        description: nasty,
        managerName: nasty,
      },
      ...{ keywords: lists, skills: lists, jobs: lists },
      level: fc.constantFrom('', 'Bac+3', 'M2', 'Bac', 'niveau 6'),
      romeCodes: fc.constantFrom('', 'M1805', 'M1805 | M1855'),
      capacity: fc.constantFrom('', '0', '120'),
      managerEmail: fc.oneof(nasty, fc.emailAddress()),
    });
    fc.assert(
      fc.property(rows, (row) => {
        const read = draftOf('formations', row);
        fc.pre(read?.kind === 'formations');
        if (read?.kind !== 'formations') return;
        const draft: FormationDraft = read.formation;
        const component = draft.component === null ? null : { id: 1, name: draft.component, shortName: null };
        const item = formationSchema.parse({ ...draft, id: 1, component });
        expect(readBack('formations', formationColumns, item, format)).toEqual({ draft: read, issues: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it('a company that was imported once comes back as it was', () => {
    const rows = fc.record({
      ...{ externalId: nasty, name: nasty, naf: nasty, address: nasty, city: nasty, country: nasty, website: nasty },
      siret: fc.constantFrom('', '73282932000074', '91614800034', 'x'),
      size: fc.constantFrom('', 'PME', '12', 'Grand groupe'),
      postcode: fc.oneof(nasty, fc.constantFrom('1000', '38000')),
      ...{ contactName: nasty, contactRole: nasty, contactPhone: nasty },
      contactEmail: fc.oneof(nasty, fc.emailAddress()),
    });
    fc.assert(
      fc.property(rows, (row) => {
        const read = draftOf('companies', row);
        fc.pre(read?.kind === 'companies');
        if (read?.kind !== 'companies') return;
        const { contact, ...draft }: CompanyDraft = read.company;
        const contacts = contact === null ? [] : [{ id: 1, ...contact }];
        const company = companySchema.parse({ ...draft, id: 1, contacts, offerCount: 0 });
        const item = { company, contact: company.contacts[0] ?? null };
        expect(readBack('companies', companyColumns, item, format)).toEqual({ draft: read, issues: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});
