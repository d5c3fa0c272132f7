import type { IsoDate } from '../../../shared/domain/academic-year';
import type { companySizes } from '../../../shared/domain/company';
import { companyNameKey } from '../../../shared/domain/company-name';
import { fold } from '../../../shared/domain/fold';
import { cleanTitle } from '../../../shared/domain/clean-title';
import type { OfferId } from '../../../shared/domain/ids';
import type { LegalFacts } from '../../../shared/domain/legal/check-offer';
import { lastDayOf } from '../../../shared/domain/legal/internship-time';
import type { OfferDuration, OfferStatus } from '../../../shared/domain/offer';
import type { OfferForm } from '../../../shared/domain/offer-form';
import type { ReadDb } from '../db/open';
import { startDayOf } from './offer-columns';

type Headcount = LegalFacts['headcount'];

/** The size classes in people (INSEE, decree 2008-1354), as far as a number of people decides them. */
const headcounts: Readonly<Record<(typeof companySizes)[number], NonNullable<Headcount>>> = {
  TPE: { min: 0, max: 9 },
  PME: { min: 10, max: 249 },
  ETI: { min: 250, max: 4_999 },
  GE: { min: 5_000, max: null },
};

/** What stands around a form that is looked at. */
interface FormPlace {
  /** The offer that the form is of, so that it is not its own past; null for a new one. */
  readonly offerId: OfferId | null;
  /** The language of its text. */
  readonly writtenIn: string | null;
  readonly today: IsoDate;
}

/** What the law looks at: the form as it is, the language of its text, and what is known of its company. */
export function legalFactsOf(db: ReadDb, form: OfferForm, { offerId, writtenIn, today }: FormPlace): LegalFacts {
  const { title, description, contractType, companyName, postedOn, start, duration, weeklyHours, pay, places } = form;
  const company = companyName === null ? null : findCompany(db, companyName);
  return {
    ...{
      title,
      description,
      contractType,
      companyName,
      postedOn,
      start,
      duration,
      weeklyHours,
      pay,
      places,
      writtenIn,
    },
    headcount: company?.size ? headcounts[company.size] : null,
    formerInternship: company ? findFormer(db, company.id, form, { offerId, today }) : null,
    otherInternships: company ? findOthers(db, company.id, offerId) : [],
    isDraft: isDraft(db, offerId),
  };
}

function findCompany(db: ReadDb, name: string) {
  return db
    .prepare<{ readonly id: number; readonly size: (typeof companySizes)[number] | null }, [string]>(
      `select c.id, c.size from company named join company c on c.id = coalesce(named.merged_into, named.id)
       where named.name_key = ? order by c.id limit 1`,
    )
    .get(companyNameKey(name));
}

/** Somebody took it: it is filled, or was before it was archived. A file may not say by whom. */
const isDone = `(closing_reason in ('our-student', 'someone-else')
  or e.closed_reason in ('our-student', 'someone-else')
  or status = 'filled' and closing_reason is null)`;

/**
 * The last internship under the same title that somebody did at this company and that began before this one does; one
 * that is to begin as soon as possible begins today.
 */
function findFormer(
  db: ReadDb,
  companyId: number,
  { title, start }: OfferForm,
  { offerId, today }: Pick<FormPlace, 'offerId' | 'today'>,
): LegalFacts['formerInternship'] {
  const startsOn = startDayOf(start) ?? today;
  const found = db
    .prepare<{ readonly from: IsoDate; readonly to: IsoDate }, [number, string, number, string]>(
      `select start_from "from", date(start_from, case duration_unit when 'week'
         then '+' || cast(duration_max * 7 as integer) || ' days'
         else '+' || cast(duration_max * 30.4375 as integer) || ' days' end, '-1 day') "to"
       from offer left join offer_edit e on e.offer_id = offer.id
       where company_id = ? and title_key = ? and id <> ? and contract_type = 'internship' and ${isDone}
         and start_from is not null and duration_max is not null and start_from < ?
       order by "to" desc limit 1`,
    )
    .get(companyId, fold(cleanTitle(title)), offerId ?? 0, startsOn);
  return found ?? null;
}

/** The internships of a company that are open or filled and begin on a day that is known, but for the offer itself. */
function findOthers(db: ReadDb, companyId: number, offerId: OfferId | null): LegalFacts['otherInternships'] {
  const rows = db
    .prepare<
      {
        readonly from: IsoDate;
        readonly unit: OfferDuration['unit'] | null;
        readonly max: number | null;
        readonly places: number | null;
      },
      [number, number]
    >(
      `select start_from "from", duration_unit unit, duration_max max, places from offer
       where company_id = ? and id <> ? and contract_type = 'internship'
         and status in ('published', 'transmitted', 'filled') and start_from is not null`,
    )
    .all(companyId, offerId ?? 0);
  return rows.map(({ from, unit, max, places }) => ({
    from,
    to: lastDayOf(from, unit === null || max === null ? null : { unit, min: max, max }),
    places: places ?? 1,
  }));
}

/** Whether an offer is still to be published, as one is that was never saved. */
function isDraft(db: ReadDb, offerId: OfferId | null): boolean {
  if (offerId === null) return true;
  const status = db.prepare<OfferStatus, [number]>('select status from offer where id = ?').pluck().get(offerId);
  return (status ?? 'draft') === 'draft';
}
