import { erasedMark } from '../../../shared/domain/cells/erased-mark';
import { fold, foldToWords } from '../../../shared/domain/fold';
import type { ImportField, RowIssue } from '../../../shared/domain/import';
import { tracePerson } from '../../../shared/domain/person-trace';
import type { ReadDb } from '../db/open';
import type { Erasure } from '../erasure/erasure-service';
import type { ImportReading, UnpackedRow } from './import-row-repository';

/** What is left of a line without a person. */
export interface ErasedLine {
  readonly cells: readonly string[];
  readonly issues: readonly RowIssue[];
}

/** Finds the lines of imports that tell of one removed person. */
export interface PersonLines {
  /** False for lines, run together, of which none does. */
  mayBeIn(text: string): boolean;
  /** The line with a mark in place of the person; null for one that is about nobody or somebody else. */
  erase(reading: ImportReading, row: UnpackedRow): ErasedLine | null;
  /** A text that is no line, such as the name of a file, without the person. */
  eraseText(text: string): string;
}

/** What is left where no mark is told: in what is said of a line, and in names of files. */
const cut = '…';

const personFields: ReadonlySet<ImportField | null> = new Set([
  ...(['contactName', 'contactEmail', 'contactPhone'] as const),
  ...(['managerName', 'managerEmail'] as const),
]);

/**
 * A line is about the person when it has the e-mail address, or the name or number at the person's company (for a
 * manager: in a file of formations). What somebody else is still reached by tells of nobody: namesakes and people of
 * one mailbox keep their lines. `day` is written into the marks.
 */
export function openPersonLines(db: ReadDb, person: Erasure, day: string): PersonLines {
  const mark = erasedMark(day);
  const companies = companiesOf(db, person);
  const others = othersLike(db, person, companies.ids);
  const trace = tracePerson(person);
  const isThere = createPlace(db, person, companies);
  return {
    mayBeIn: (text) => trace.mayBeIn(text),
    erase(reading, row) {
      const { cells } = row;
      const hasEmail = !others.hasEmail && cells.some((cell) => trace.hasEmail(cell));
      const isNamed = !others.hasName && cells.some((cell) => trace.hasName(cell) || trace.hasPhone(cell));
      if (!hasEmail && !(isNamed && isThere(reading, row))) return null;
      const tells = (text: string): boolean => trace.hasName(text) || trace.hasEmail(text) || trace.hasPhone(text);
      const isOf = (index: number): boolean => personFields.has(reading.mapping[index] ?? null);
      // Another address or number in these columns is the person's as well.
      const isTheirs = cells.some((cell, index) => isOf(index) && tells(cell));
      const eraseIn = (text: string, index: number, by: string): string => {
        if (text.trim() === '') return text;
        return isTheirs && isOf(index) ? by : trace.erase(text, by);
      };
      return {
        cells: cells.map((cell, index) => eraseIn(cell, index, mark)),
        issues: row.issues.map((issue) => ({
          ...issue,
          value: issue.value && eraseIn(issue.value, reading.header.indexOf(issue.column ?? ''), cut),
        })),
      };
    },
    eraseText: (text) => trace.erase(text, cut),
  };
}

interface Companies {
  readonly ids: ReadonlySet<number>;
  /** Folded. */
  readonly names: ReadonlySet<string>;
}

/** The company of a contact, with what was merged into it. */
function companiesOf(db: ReadDb, { companyId }: Erasure): Companies {
  const rows = db
    .prepare<{ id: number; name: string }, [number | null]>(
      `with own(id) as (select coalesce(merged_into, id) from company where id = ?)
       select id, name from company where id in own or merged_into in own`,
    )
    .all(companyId);
  return { ids: new Set(rows.map(({ id }) => id)), names: new Set(rows.map(({ name }) => foldToWords(name))) };
}

/** Whether somebody who is still there has the person's e-mail address, or name at the same place. */
function othersLike(db: ReadDb, person: Erasure, companies: ReadonlySet<number>) {
  const people = db
    .prepare<{ kind: Erasure['kind']; companyId: number | null; name: string | null; email: string | null }, []>(
      `select 'contact' kind, company_id companyId, name, email from contact
       union all select 'formation_manager', null, name, email from formation_manager`,
    )
    .all();
  const name = foldToWords(person.name ?? '');
  const email = fold(person.email ?? '');
  const isAtTheSame = (companyId: number | null): boolean =>
    companies.size === 0 || companyId === null || companies.has(companyId);
  const isNamesake = (other: (typeof people)[number]): boolean =>
    other.kind === person.kind && isAtTheSame(other.companyId) && foldToWords(other.name ?? '') === name;
  return {
    hasEmail: email !== '' && people.some((other) => fold(other.email ?? '') === email),
    hasName: name !== '' && people.some(isNamesake),
  };
}

/** Whether a line is about the place where the person was. */
function createPlace(db: ReadDb, { kind }: Erasure, { ids, names }: Companies) {
  const companyOfOffer = db.prepare<number | null, [number]>('select company_id from offer where id = ?').pluck();
  return ({ kind: importKind, mapping }: ImportReading, { ownerId, cells }: UnpackedRow): boolean => {
    if (kind === 'formation_manager') return importKind === 'formations';
    if (importKind === 'formations') return false;
    // Of a company that is gone, nothing tells any more where its people were.
    if (ids.size === 0) return true;
    const owner = importKind === 'offers' && ownerId !== null ? companyOfOffer.get(ownerId) : ownerId;
    if (typeof owner === 'number') return ids.has(owner);
    const named = mapping.findIndex((field) => field === 'companyName' || field === 'name');
    return names.has(foldToWords(cells[named] ?? ''));
  };
}
