import type { OfferDraft } from '../../../shared/domain/offer';
import type { ResolvedCompany } from '../companies/company-service';
import { contentHash } from '../db/content-hash';
import type { WriteDb } from '../db/open';
import type { Snapshot, StoredRecord } from '../db/provenance';
import { levelMaskOf, startDayOf } from './offer-columns';
import { contentColumns, type Value } from './offer-intake-statements';

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

/** The name under which an offer of this company is found and sorted. */
export function companyKeyOf(db: WriteDb, companyId: number | null): string | null {
  if (companyId === null) return null;
  return db.prepare<string, [number]>('select name_key from company where id = ?').pluck().get(companyId) ?? null;
}

/** What follows from the company of an offer, for one whose company is another row by now. */
export function underItsCompany(db: WriteDb, { row, parts }: Snapshot): StoredRecord {
  const labelOf = db.prepare<string, [number]>('select label from skill where id = ?').pluck();
  const content = contentColumns.map((column) => row[column] ?? null);
  const skills = [...(parts['offer_skill'] ?? [])].sort(
    (one, other) => Number(one['position']) - Number(other['position']),
  );
  const labels = skills.map(({ skill_id: id }) => labelOf.get(Number(id)) ?? null);
  const { company_id: companyId } = row;
  return {
    ...row,
    company_key: companyKeyOf(db, typeof companyId === 'number' ? companyId : null),
    content_hash: contentHash([...content, ...labels]),
  };
}
