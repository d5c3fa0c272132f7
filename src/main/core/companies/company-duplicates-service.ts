import type { z } from 'zod';
import type { companies, DuplicatePairRow, SimilarCompany } from '../../../shared/contract/companies';
import { AppError } from '../../../shared/domain/app-error';
import { findDuplicates, type ComparedCompany, type DuplicatePair } from '../../../shared/domain/company-duplicates';
import { companyNameKey, comparedNameKey } from '../../../shared/domain/company-name';
import { letterPairs, similarityOf } from '../../../shared/domain/company-similarity';
import type { CompanyId } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import type { Database, ReadDb } from '../db/open';
import type { Clock } from '../ports';
import * as companyRepository from './company-repository';

export type SimilarRequest = z.output<typeof companies.similar.input>;

export interface CompanyDuplicatesService {
  /** Companies that may be one, the most certain first, without those of which a person said that they are two. */
  page(request: PageRequest): { rows: DuplicatePairRow[]; total: number };
  count(): number;
  /** The companies that one company may be, as far as they are among the proposals. */
  of(companyId: CompanyId): SimilarCompany[];
  /** Companies that a name or SIRET being typed may mean, the most alike first. */
  similar(request: SimilarRequest): SimilarCompany[];
  /** Says that two companies are two, or takes that back. Throws `not-found`, and `invalid-input` for one and the same. */
  setApart(oneId: CompanyId, otherId: CompanyId, isApart: boolean): Promise<void>;
}

/** A name that is being typed is compared more loosely than two that are stored. */
const similarWhileTyping = 0.6;
/** Whoever types wants to see whether it is there, and not a second list. */
const shownWhileTyping = 5;
/** What all words that were typed begin, counts as much as a name that is nearly the same. */
const beginsAlike = 0.9;

interface Known {
  /** Changes with every company and with what was said of pairs. */
  readonly stamp: string;
  readonly pairs: readonly DuplicatePair[];
  readonly byCompany: ReadonlyMap<number, readonly number[]>;
}

export function createCompanyDuplicatesService(parts: {
  readonly database: Database;
  readonly clock: Clock;
}): CompanyDuplicatesService {
  const { database, clock } = parts;
  let known: Known | null = null;

  /** Looked for again only when something has changed: every list of companies asks how many there are. */
  const knownPairs = (db: ReadDb): Known => {
    const stamp = stampOf(db);
    if (known?.stamp !== stamp) known = { stamp, ...readPairs(db) };
    return known;
  };

  return {
    page({ page, pageSize }) {
      const { pairs } = knownPairs(database.read);
      const shown = pairs.slice(page * pageSize, (page + 1) * pageSize);
      const ids = shown.flatMap(({ oneId, otherId }) => [oneId, otherId]);
      const byId = new Map<number, SimilarCompany>(
        companyRepository.briefly(database.read, ids).map((row) => [row.id, row]),
      );
      const rows = shown.flatMap(({ oneId, otherId, reason, similarity }) => {
        const [one, other] = [byId.get(oneId), byId.get(otherId)];
        return one && other ? [{ reason, similarity, one, other }] : [];
      });
      return { rows, total: pairs.length };
    },
    count: () => knownPairs(database.read).pairs.length,
    of: (companyId) =>
      companyRepository.briefly(database.read, knownPairs(database.read).byCompany.get(companyId) ?? []),
    similar: (request) => companyRepository.briefly(database.read, similarIds(database.read, request)),
    setApart: (oneId, otherId, isApart) =>
      database.write((db) => {
        const pair = [Math.min(oneId, otherId), Math.max(oneId, otherId)] as const;
        if (isApart) {
          assertTwo(db, pair);
          db.prepare<unknown, [number, number, string]>(
            'insert into company_apart (one_id, other_id, said_at) values (?, ?, ?) on conflict do nothing',
          ).run(...pair, clock.now().toISOString());
        } else {
          db.prepare<unknown, [number, number]>('delete from company_apart where one_id = ? and other_id = ?').run(
            ...pair,
          );
        }
      }),
  };
}

/** One of the two may have been merged or removed for good meanwhile. */
function assertTwo(db: ReadDb, [oneId, otherId]: readonly [number, number]): void {
  if (oneId === otherId)
    throw new AppError('invalid-input', 'A company is one with itself.', null, { field: 'otherId' });
  const isThere = db.prepare<unknown, [number]>('select 1 from company where id = ?');
  for (const companyId of [oneId, otherId]) {
    if (isThere.get(companyId) === undefined) {
      throw new AppError('not-found', `There is no company ${companyId}.`, null, { companyId });
    }
  }
}

function stampOf(db: ReadDb): string {
  return (
    db
      .prepare<string>(
        `select (select count(*) || ' ' || coalesce(sum(revision), 0) || ' ' || coalesce(max(id), 0) || ' '
             || coalesce(max(updated_at), '') from company) || ' '
           || (select count(*) || ' ' || coalesce(max(said_at), '') from company_apart)`,
      )
      .pluck()
      .get() ?? ''
  );
}

function readPairs(db: ReadDb): Omit<Known, 'stamp'> {
  const apart = new Set(db.prepare<string>(`select one_id || ' ' || other_id from company_apart`).pluck().all());
  const pairs = findDuplicates(compared(db)).filter(({ oneId, otherId }) => !apart.has(`${oneId} ${otherId}`));
  const byCompany = new Map<number, number[]>();
  const add = (id: number, other: number): void => void byCompany.set(id, [...(byCompany.get(id) ?? []), other]);
  for (const { oneId, otherId } of pairs) {
    add(oneId, otherId);
    add(otherId, oneId);
  }
  return { pairs, byCompany };
}

function compared(db: ReadDb): ComparedCompany[] {
  return db
    .prepare<ComparedCompany>(
      'select id, name_key nameKey, siret, postcode, city_key cityKey from company where merged_into is null',
    )
    .all();
}

function similarIds(db: ReadDb, { name, siret, exceptId }: SimilarRequest): readonly number[] {
  const key = name.trim() === '' ? '' : comparedNameKey(companyNameKey(name));
  const pairs = letterPairs(key);
  const words = key.split(' ').filter(Boolean);
  const alikeness = (company: ComparedCompany): number => {
    if (siret !== null && company.siret === siret) return 2;
    // A letter or two begin half of all names.
    if (key.length < 3) return 0;
    const knownKey = comparedNameKey(company.nameKey);
    const known = knownKey.split(' ');
    const isBegun = words.every((word) => known.some((other) => other.startsWith(word)));
    return Math.max(isBegun ? beginsAlike : 0, similarityOf(letterPairs(knownKey), pairs));
  };
  return compared(db)
    .filter(({ id }) => id !== exceptId)
    .map((company) => ({ id: company.id, alike: alikeness(company) }))
    .filter(({ alike }) => alike >= similarWhileTyping)
    .sort((one, other) => other.alike - one.alike || one.id - other.id)
    .slice(0, shownWhileTyping)
    .map(({ id }) => id);
}
