import { cleanTitle } from '../../../shared/domain/clean-title';
import { fold } from '../../../shared/domain/fold';
import type { MatchKey } from '../../../shared/domain/match-key';
import type { OfferDraft } from '../../../shared/domain/offer';
import type { ResolvedCompany } from '../companies/company-service';
import type { ReadDb } from '../db/open';
import type { LookedUp } from '../db/looked-up';
import { knownColumns, type Known } from './offer-intake-statements';

/** An offer that was merged into another is known by that one. */
const isNoDuplicate = `not (status = 'archived' and ifnull(closing_reason, '') = 'duplicate')`;

/** Finds an offer by a key; null where a row has no value for it. `placeKey` gives the key of the row's place. */
type FindByKey = (draft: OfferDraft, company: ResolvedCompany, placeKey: () => string | null) => LookedUp<Known> | null;

/** Finds offers by a key that somebody chose. */
export function openOfferLookup(db: ReadDb, key: Exclude<MatchKey, 'automatic'>): FindByKey {
  const select = `select ${knownColumns} from offer where ${isNoDuplicate} and`;
  const byReference = db.prepare<Known, [string]>(`${select} external_id = ?`);
  const byTitle = db.prepare<Known, [number, string]>(`${select} company_id = ? and title_key = ?`);
  const byTown = db.prepare<Known, [number, string, string]>(
    `${select} company_id = ? and title_key = ? and city_key = ?`,
  );
  const among: (...wanted: Parameters<FindByKey>) => readonly Known[] | null = (draft, { companyId }, placeKey) => {
    if (key === 'reference') return draft.externalId === null ? null : byReference.all(draft.externalId);
    if (companyId === null) return null;
    const titleKey = fold(cleanTitle(draft.title));
    if (key === 'title-company') return byTitle.all(companyId, titleKey);
    const cityKey = placeKey();
    return cityKey === null ? null : byTown.all(companyId, titleKey, cityKey);
  };
  return (...wanted) => {
    const known = among(...wanted);
    if (known === null) return null;
    // Sorted here: "order by id" in the SQL may have it read another index.
    return known.length > 1 ? { several: known.toSorted((one, other) => one.id - other.id) } : { one: known[0] };
  };
}
