import type { CompanyId } from '../../../shared/domain/ids';
import type { Company } from '../../../shared/domain/company';
import type { Offer } from '../../../shared/domain/offer';
import type { CompanyService } from '../companies/company-service';
import type { OfferItem } from './offer-columns';
import type { CompanyItem } from './other-columns';

/** What makes one row, and how many things are done with it. */
export interface Counted<T> {
  readonly item: T;
  readonly done: number;
}

export function* counting<T>(items: Iterable<T>): Iterable<Counted<T>> {
  let done = 0;
  for (const item of items) {
    done += 1;
    yield { item, done };
  }
}

/** Offers, each with the SIRET of its company. */
export function* offerItems(
  companyService: Pick<CompanyService, 'get'>,
  offers: Iterable<Offer>,
): Iterable<Counted<OfferItem>> {
  const sirets = new Map<CompanyId, string | null>();
  for (const { item: offer, done } of counting(offers)) {
    const companyId = offer.company?.id;
    if (companyId !== undefined && !sirets.has(companyId)) sirets.set(companyId, companyService.get(companyId).siret);
    const companySiret = companyId === undefined ? null : (sirets.get(companyId) ?? null);
    yield { item: { offer, companySiret }, done };
  }
}

/** A row for each contact of a company, and one for a company without any. */
export function* companyItems(companies: Iterable<Company>): Iterable<Counted<CompanyItem>> {
  for (const { item: company, done } of counting(companies)) {
    const contacts = company.contacts.length > 0 ? company.contacts : [null];
    for (const contact of contacts) yield { item: { company, contact }, done };
  }
}
