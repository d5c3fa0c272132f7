import { z } from 'zod';
import { cleanTitle } from './clean-title';
import { companyNameKey } from './company-name';
import { fold } from './fold';
import type { ImportKind } from './import-kind';
import type { ImportDraft } from './read-import-row';

/**
 * By what a row is known again among the records that are stored. `automatic`: an offer by its reference and source, else
 * its content; a formation by its code and component, else title, diploma and component; a company by SIRET, else
 * reference, else name and postcode. A row that has no value for another key is looked for so, too.
 */
export const matchKeys = {
  offers: ['automatic', 'reference', 'title-company', 'title-company-town'],
  formations: ['automatic', 'code', 'title-component'],
  companies: ['automatic', 'siret', 'reference', 'name'],
} as const satisfies Record<ImportKind, readonly string[]>;

export type MatchKey = (typeof matchKeys)[ImportKind][number];
export const matchKeySchema = z.enum([
  ...new Set<MatchKey>([...matchKeys.offers, ...matchKeys.formations, ...matchKeys.companies]),
]);

/** Whether records of a kind can be known again by a key. */
export function isKeyOf(kind: ImportKind, key: MatchKey): boolean {
  const keys: readonly MatchKey[] = matchKeys[kind];
  return keys.includes(key);
}

/** What a row says of a key, alike for rows that mean the same record; null where it says nothing, and for `automatic`. */
export function keyValueOf(draft: ImportDraft, key: MatchKey): string | null {
  if (key === 'automatic') return null;
  const parts = draft.kind === 'offers' ? offerParts(draft, key) : otherParts(draft, key);
  const isWhole = parts.length > 0 && parts.every((part) => part !== null && part !== '');
  return isWhole ? JSON.stringify(parts) : null;
}

type Parts = readonly (string | null)[];

function offerParts({ offer, contact }: Extract<ImportDraft, { kind: 'offers' }>, key: MatchKey): Parts {
  if (key === 'reference') return [offer.externalId];
  const company = contact.companyName === null ? contact.companySiret : companyNameKey(contact.companyName);
  const titled = [fold(cleanTitle(offer.title)), company];
  return key === 'title-company' ? titled : [...titled, fold(offer.city ?? '') || offer.postcode];
}

function otherParts(draft: Exclude<ImportDraft, { kind: 'offers' }>, key: MatchKey): Parts {
  if (draft.kind === 'formations') {
    const { externalId, title, component } = draft.formation;
    return key === 'code' ? [externalId] : [fold(title), fold(component ?? '')];
  }
  const { siret, externalId, name } = draft.company;
  if (key === 'siret') return [siret];
  return key === 'reference' ? [externalId] : [companyNameKey(name)];
}
