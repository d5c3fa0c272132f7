import type { OfferFilter } from '../../../shared/contract/offers';
import type { IsoDate } from '../../../shared/domain/academic-year';
import { dayNumberOf, dayOf } from '../../../shared/domain/academic-year-days';
import { postcodesOf } from '../../../shared/domain/dashboard/department';
import { fold } from '../../../shared/domain/fold';
import { expiryNoticeDays } from '../../../shared/domain/offer-life-cycle';
import { unpackIds } from '../../../shared/util/packed-ids';
import { where, wordsIn, type Where } from '../db/where';

/** What the author said, and where that is nothing, what was read in the text. */
export const domainKey = 'coalesce(o.domain_key, g.domain_key)';

/** Not withdrawn, filled or archived; whether its last day is past is another question. */
const isOpen = "o.status in ('published', 'transmitted')";

const nothing: Where = { sql: '', values: [] };

/** The day on which an offer was deposited: as its file says, else when it was stored, where the office is. */
const depositedOn = "coalesce(o.posted_on, date(o.created_at, 'localtime'))";

// Without a ranking an offer is pending, and matches that are still stored are outdated.
const isRanked = 'exists (select 1 from ranking k where k.offer_id = m.offer_id)';

/** Offers that one of these formations suits: proposed and not rejected, or chosen by a person. */
const suitedBy = (formations: string): string => `o.id in (
  select m.offer_id from match m where m.formation_id in (${formations}) and ${isRanked} and not exists
    (select 1 from offer_choice c where c.offer_id = m.offer_id and c.formation_id = m.formation_id)
  union all select offer_id from offer_choice where formation_id in (${formations}) and place is not null)`;

/** Offers in which one of these formations comes first. */
const ledBy = (formations: string): string => `o.id in (
  select m.offer_id from first_formation m where m.formation_id in (${formations}) and (m.is_chosen or ${isRanked}))`;

const ofComponent = 'select id from formation where component_id = ?';

/** A filter on a day: what is due depends on it. */
export interface DatedFilter extends OfferFilter {
  readonly today: IsoDate;
}

/** SQL for what a filter asks of offers `o`, with their ranking `r` and reading `g` where it asks of those. */
export function conditionsOf(filter: DatedFilter): Where {
  return where([
    equal('o.contract_type', filter.contractType),
    equal('o.academic_year', filter.academicYear),
    equal('o.status', filter.status),
    isDue(filter),
    filter.isOpen
      ? { sql: `${isOpen} and (o.expires_on is null or o.expires_on >= ?)`, values: [filter.today] }
      : nothing,
    filter.isDeposited ? { sql: "o.status <> 'draft'", values: [] } : nothing,
    equal('o.city_key', filter.city === undefined ? undefined : fold(filter.city)),
    equal(domainKey, filter.domain === undefined ? undefined : fold(filter.domain)),
    equal('o.company_id', filter.companyId),
    equal('o.import_id', filter.importId),
    equal('o.seniority', filter.seniority),
    filter.outcome === 'pending' ? { sql: 'r.offer_id is null', values: [] } : equal('r.outcome', filter.outcome),
    compared(depositedOn, '>=', filter.depositedFrom),
    compared(depositedOn, '<=', filter.depositedTo),
    compared('o.start_from', '>=', filter.startsFrom),
    compared('o.start_from', '<=', filter.startsTo),
    filter.level === undefined ? nothing : { sql: 'o.level_mask & ? <> 0', values: [1 << filter.level] },
    inDepartment(filter.department),
    twice(suitedBy('?'), filter.formationId),
    twice(suitedBy('?'), filter.alsoFormationId),
    twice(suitedBy(ofComponent), filter.componentId),
    wasTransmitted(filter.transmission),
    filter.isFillDated ? { sql: isFillDated, values: [] } : nothing,
    once(ledBy('?'), filter.firstFormationId),
    once(ledBy(ofComponent), filter.firstComponentId),
    withSkill(filter.skill),
    twice(ofOccupation, filter.romeCode),
    once('o.id in (select value from json_each(?))', filter.among && JSON.stringify(unpackIds(filter.among))),
    wordsIn(filter.text ?? '', ['o.title_key', 'o.company_key', 'o.city_key']),
  ]);
}

const ofOccupation = `(o.rome_code = ? or (o.rome_code is null and exists
  (select 1 from offer_reading x where x.offer_id = o.id and x.rome_code = ?)))`;

/** Archived since, a filled offer stays one. */
const isFillDated = `exists (select 1 from offer_edit e where e.offer_id = o.id and e.closed_on is not null
  and (o.status = 'filled' or (o.status = 'archived' and e.closed_from = 'filled')))`;

function wasTransmitted(transmission: OfferFilter['transmission']): Where {
  if (transmission === undefined) return nothing;
  const isAnswered = transmission === 'answered' ? 'and x.answered_at is not null' : '';
  const sql = `exists (select 1 from transmission x where x.offer_id = o.id and x.sent_at is not null ${isAnswered})`;
  return { sql, values: [] };
}

/** The same rules as `isExpired`; a start between two days is past with the later one. */
function isDue({ due, today }: DatedFilter): Where {
  if (due === 'expired') return { sql: `${isOpen} and o.expires_on < ?`, values: [today] };
  if (due === 'expiring') {
    return {
      sql: `${isOpen} and o.expires_on between ? and ?`,
      values: [today, dayOf(dayNumberOf(today) + expiryNoticeDays)],
    };
  }
  if (due === 'past-start') return { sql: `${isOpen} and coalesce(o.start_to, o.start_from) < ?`, values: [today] };
  return nothing;
}

function equal(column: string, value: string | number | undefined): Where {
  return once(`${column} = ?`, value);
}

function compared(column: string, sign: '>=' | '<=', value: string | undefined): Where {
  return once(`${column} ${sign} ?`, value);
}

function once(sql: string, value: string | number | undefined): Where {
  return value === undefined ? nothing : { sql, values: [value] };
}

function twice(sql: string, value: number | string | undefined): Where {
  return value === undefined ? nothing : { sql, values: [value, value] };
}

function withSkill(skill: string | undefined): Where {
  const sql = `o.id in (select l.offer_id from offer_any_skill l join skill s on s.id = l.skill_id where s.label_key = ?)`;
  return once(sql, skill === undefined ? undefined : fold(skill));
}

/** By the postcode, of France or of no named country; the same rule as `departmentOf`. */
function inDepartment(department: string | undefined): Where {
  if (department === undefined) return nothing;
  const beginnings = postcodesOf(department);
  const begins = beginnings.map(() => 'substr(o.postcode, 1, ?) = ?').join(' or ');
  return {
    sql: `o.postcode glob '[0-9][0-9][0-9][0-9][0-9]' and (${begins}) and (o.country is null or lower(o.country) in ('france', 'fr'))`,
    values: beginnings.flatMap((beginning) => [beginning.length, beginning]),
  };
}
