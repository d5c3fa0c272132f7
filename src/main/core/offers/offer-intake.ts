import { academicYearOf, type YearStart } from '../../../shared/domain/academic-year';
import { cleanTitle } from '../../../shared/domain/clean-title';
import { fold } from '../../../shared/domain/fold';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferDraft } from '../../../shared/domain/offer';
import type { OfferContact } from '../../../shared/domain/offer-row';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import { localDay } from '../../../shared/util/local-day';
import type { CompanyIntake, ResolvedCompany } from '../companies/company-service';
import { contentHash } from '../db/content-hash';
import type { WriteDb } from '../db/open';
import {
  keepFormer,
  snapshotOf,
  type IntakeOutcome,
  type Origin,
  type Snapshot,
  type StoredRecord,
} from '../db/provenance';
import { openSkillIntake } from '../reference/skill-service';
import { levelMaskOf, startDayOf } from './offer-columns';
import * as offerRepository from './offer-repository';

/** Takes offers in within one transaction. Measured for 100,000 rows a few seconds: no query builder on this path. */
export interface OfferIntake {
  /** Creates or completes one offer; a field that the draft leaves empty keeps what was known. */
  put(draft: OfferDraft, contact: OfferContact): IntakeOutcome;
}

export interface OfferIntakeParts {
  readonly companies: CompanyIntake;
  readonly yearStart: YearStart;
  readonly origin: Origin;
}

/** Towns and domains are few. */
const rememberedWords = 5_000;

interface Known {
  readonly id: OfferId;
  readonly revision: number;
  readonly importId: number | null;
  readonly contentHash: string;
}

type Value = string | number | null;

/** The columns that a file can say, in the order of `contentOf`; their values make the content hash. */
const contentColumns = `source, external_id, raw_title, company_id, contact_id, city, postcode, country, contract_type,
  level_mask, domain, rome_code, seniority, start_kind, start_from, start_to, duration_unit, duration_min, duration_max,
  weekly_hours, pay_amount, pay_per, pay_wording, remote, language, disability_friendly, places, posted_on, expires_on,
  description`.split(/,\s+/);

/** The columns that follow from those, in the order of `derivedOf`. */
const derivedColumns = ['title', 'academic_year', 'title_key', 'company_key', 'city_key', 'domain_key', 'content_hash'];

const writtenColumns = [...contentColumns, ...derivedColumns];

export function openOfferIntake(db: WriteDb, parts: OfferIntakeParts): OfferIntake {
  const { companies, yearStart, origin } = parts;
  const skills = openSkillIntake(db);
  const statements = prepare(db);
  const foldOnce = remember(fold);
  const today = localDay(new Date(origin.at));

  const hashOf = (content: readonly Value[], labels: readonly string[]): string =>
    contentHash(labels.length === 0 ? content : [...content, ...labels]);

  /** Its source and reference, else the same content. */
  const find = (draft: OfferDraft, hash: string): Known | undefined =>
    draft.externalId === null
      ? statements.byContent.get(hash)
      : statements.byReference.get(draft.externalId, draft.source ?? '');

  const derivedOf = (draft: OfferDraft, company: ResolvedCompany, hash: string, createdOn: string): Value[] => {
    const title = cleanTitle(draft.title);
    const day = draft.postedOn ?? startDayOf(draft.start) ?? createdOn;
    return [
      title,
      academicYearOf(day, yearStart),
      fold(title),
      company.companyKey,
      draft.city === null ? null : foldOnce(draft.city),
      draft.domain === null ? null : foldOnce(draft.domain),
      hash,
    ];
  };

  const putSkills = (id: OfferId, labels: readonly string[]): void => {
    // One by one: a statement of two rows took twice as long, since SQLite runs such a list as a program of its own.
    for (const [position, label] of labels.entries()) statements.insertSkill.run(id, position, skills.idOf(label));
  };

  const update = (old: Known, draft: OfferDraft, company: ResolvedCompany): IntakeOutcome => {
    const stored = offerRepository.storedContentOf(db, old.id);
    const merged = merge(stored.draft, draft);
    const owner: ResolvedCompany = {
      companyId: company.companyId ?? stored.companyId,
      companyKey: company.companyId === null ? stored.companyKey : company.companyKey,
      contactId: company.contactId ?? stored.contactId,
      isChanged: company.isChanged,
    };
    const content = contentOf(merged, owner);
    const hash = hashOf(content, merged.skills);
    if (hash === old.contentHash) return sameOffer(company);
    // Nobody saw the row before the end of the transaction that made it: one revision is enough.
    const isOwn = old.importId !== null && old.importId === origin.importId && old.revision === 1;
    const revisionAfter = isOwn ? 1 : old.revision + 1;
    if (origin.importId !== null && !isOwn) {
      const before = snapshotOf(db, 'offer', old.id);
      keepFormer(db, origin.importId, { kind: 'offer', id: old.id, revisionAfter, before });
    }
    const derived = derivedOf(merged, owner, hash, stored.createdOn);
    statements.update.run(...content, ...derived, revisionAfter, origin.at, old.id);
    statements.removeSkills.run(old.id);
    putSkills(old.id, merged.skills);
    return 'updated';
  };

  /** False when an offer of the same source and reference is there. */
  const insert = (draft: OfferDraft, company: ResolvedCompany, content: Value[], hash: string): boolean => {
    const derived = derivedOf(draft, company, hash, today);
    const values = [...content, ...derived, 'published', origin.importId, origin.at, origin.at];
    const { changes, lastInsertRowid } = statements.insert.run(values);
    if (changes === 0) return false;
    putSkills(Number(lastInsertRowid) as OfferId, draft.skills); // An id of `offer`.
    return true;
  };

  // Most files hold new offers or known ones throughout: looking for each before it is inserted is wasted on the former.
  let expectsNew = false;

  return {
    put(draft, contact) {
      const company = companies.resolve(contact, draft.postcode);
      const content = contentOf(draft, company);
      const hash = hashOf(content, draft.skills);
      if (expectsNew && draft.externalId !== null && insert(draft, company, content, hash)) return 'created';
      const old = find(draft, hash);
      expectsNew = !old;
      if (old) return old.contentHash === hash ? sameOffer(company) : update(old, draft, company);
      insert(draft, company, content, hash);
      return 'created';
    },
  };
}

/** The values that make the content hash, in the order of `contentColumns`. */
export function contentOf(draft: OfferDraft, company: ResolvedCompany): Value[] {
  const { start, duration, pay, disabilityFriendly } = draft;
  return [
    draft.source ?? '',
    draft.externalId,
    draft.title,
    company.companyId,
    company.contactId,
    draft.city,
    draft.postcode,
    draft.country,
    draft.contractType,
    levelMaskOf(draft.levels),
    draft.domain,
    draft.romeCode,
    draft.seniority,
    start?.kind ?? null,
    startDayOf(start),
    start?.kind === 'range' ? start.to : null,
    duration?.unit ?? null,
    duration?.min ?? null,
    duration?.max ?? null,
    draft.weeklyHours,
    pay?.amount ?? null,
    pay?.per ?? null,
    pay?.wording ?? null,
    draft.remote,
    draft.language,
    disabilityFriendly === null ? null : Number(disabilityFriendly),
    draft.places,
    draft.postedOn,
    draft.expiresOn,
    draft.description,
  ];
}

/** The row of an offer that stays as it is may still say something new of who offers it. */
function sameOffer({ isChanged }: ResolvedCompany): IntakeOutcome {
  return isChanged ? 'updated' : 'unchanged';
}

/** What the new draft says, and where it says nothing, what was known. */
function merge(old: OfferDraft, draft: OfferDraft): OfferDraft {
  const given = Object.entries(draft).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return { ...old, ...Object.fromEntries(given) };
}

/** What follows from the company of an offer, for one whose company is another row by now. */
export function underItsCompany(db: WriteDb, { row, parts }: Snapshot): StoredRecord {
  const keyOf = db.prepare<string, [number]>('select name_key from company where id = ?').pluck();
  const labelOf = db.prepare<string, [number]>('select label from skill where id = ?').pluck();
  const content = contentColumns.map((column) => row[column] ?? null);
  const skills = [...(parts['offer_skill'] ?? [])].sort(
    (one, other) => Number(one['position']) - Number(other['position']),
  );
  const labels = skills.map(({ skill_id: id }) => labelOf.get(Number(id)) ?? null);
  const { company_id: companyId } = row;
  return {
    ...row,
    company_key: typeof companyId === 'number' ? (keyOf.get(companyId) ?? null) : null,
    content_hash: contentHash([...content, ...labels]),
  };
}

function remember(compute: (text: string) => string): (text: string) => string {
  const known = createBoundedMap<string, string>(rememberedWords);
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = compute(text);
      known.set(text, result);
    }
    return result;
  };
}

function prepare(db: WriteDb) {
  const known = 'id, revision, import_id importId, content_hash contentHash';
  const inserted = [...writtenColumns, 'status', 'import_id', 'created_at', 'updated_at'];
  return {
    byReference: db.prepare<Known, [string, string]>(`select ${known} from offer where external_id = ? and source = ?`),
    byContent: db.prepare<Known, [string]>(`select ${known} from offer where content_hash = ? and external_id is null`),
    insert: db.prepare<unknown, [Value[]]>(
      `insert into offer (${inserted.join(', ')}) values (${inserted.map(() => '?').join(', ')}) on conflict do nothing`,
    ),
    update: db.prepare<unknown, Value[]>(
      `update offer set ${writtenColumns.map((column) => `${column} = ?`).join(', ')}, revision = ?, updated_at = ?
       where id = ?`,
    ),
    insertSkill: db.prepare<unknown, [number, number, number]>(
      'insert into offer_skill (offer_id, position, skill_id) values (?, ?, ?)',
    ),
    removeSkills: db.prepare<unknown, [number]>('delete from offer_skill where offer_id = ?'),
  };
}
