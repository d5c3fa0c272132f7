import type { AlikeOffer } from '../../../shared/contract/offers';
import { cleanTitle } from '../../../shared/domain/clean-title';
import { companyNameKey } from '../../../shared/domain/company-name';
import { fold } from '../../../shared/domain/fold';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { offerBody } from '../../../shared/domain/reading/offer-body';
import type { ReadDb } from '../db/open';
import { knownCompany } from './offer-edit-repository';

/** Offers that are looked at: those of the same title first, then the newest of the company. */
const lookedAt = 60;
const shown = 3;
/** Part of all words of two texts that both must have. */
const nearlyTheSame = 0.85;
/** Fewer words say nothing of two texts that share them. */
const fewestWords = 8;

interface Candidate extends AlikeOffer {
  readonly companyKey: string | null;
  readonly description: string;
}

/**
 * Offers that say the same as a form or nearly, of the same company or where either names none; the newest first. The
 * offer itself, `exceptId`, is none of them.
 */
export function alikeOffers(db: ReadDb, form: OfferForm, exceptId: OfferId | null): AlikeOffer[] {
  const words = wordsOf(form.description);
  if (words.size < fewestWords) return [];
  const companyKey = form.companyName === null ? null : companyNameKey(form.companyName);
  const { companyId } = knownCompany(db, form.companyName);
  return candidatesFor(db, { titleKey: fold(cleanTitle(form.title)), companyId, exceptId: exceptId ?? 0 })
    .filter((other) => companyKey === null || other.companyKey === null || companyKey === other.companyKey)
    .filter(({ description }) => likeness(words, wordsOf(description)) >= nearlyTheSame)
    .slice(0, shown)
    .map(({ offerId, title, company, status, savedAt }) => ({ offerId, title, company, status, savedAt }));
}

interface Sought {
  readonly titleKey: string;
  readonly companyId: number | null;
  readonly exceptId: number;
}

function candidatesFor(db: ReadDb, sought: Sought): Candidate[] {
  // Each half reads an index; only what is left is fetched with its text.
  return db
    .prepare<Candidate & { readonly typedName: string | null }, [Sought & { readonly limit: number }]>(
      `select o.id offerId, o.title, coalesce(c.name, nullif(trim(e.company_name), '')) company, o.status,
         o.created_at savedAt, o.company_key companyKey, e.company_name typedName, o.description
       from (select id, 0 place from offer where title_key = @titleKey and @titleKey <> ''
             union select id, 1 from offer where company_id = @companyId) found
         join offer o on o.id = found.id left join company c on c.id = o.company_id
         left join offer_edit e on e.offer_id = o.id
       where o.id <> @exceptId group by o.id order by min(found.place), o.id desc limit @limit`,
    )
    .all({ ...sought, limit: lookedAt })
    .map(({ typedName, ...row }) => {
      const typedKey = typedName === null || typedName.trim() === '' ? null : companyNameKey(typedName);
      return { ...row, companyKey: row.companyKey ?? typedKey };
    });
}

function wordsOf(description: string): ReadonlySet<string> {
  return new Set(fold(offerBody(description)).match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The part of all words of two texts that both have, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return common / (one.size + other.size - common || 1);
}
