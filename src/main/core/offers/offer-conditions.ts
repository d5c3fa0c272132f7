import type { OfferFilter } from '../../../shared/contract/offers';
import type { IsoDate } from '../../../shared/domain/academic-year';
import { dayNumberOf, dayOf } from '../../../shared/domain/academic-year-days';
import { fold } from '../../../shared/domain/fold';
import {
  agreedDays,
  expiryNoticeDays,
  latestStartDays,
  longestOpenDays,
} from '../../../shared/domain/offer-life-cycle';
import { studentContracts } from '../../../shared/domain/offer';
import { unpackIds } from '../../../shared/util/packed-ids';
import { isDeposited } from './offer-table';
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
    ofContract(filter),
    equal('o.academic_year', filter.academicYear),
    equal('o.status', filter.status),
    isDue(filter),
    filter.isOpen
      ? { sql: `${isOpen} and (o.expires_on is null or o.expires_on >= ?)`, values: [filter.today] }
      : nothing,
    isTakable(filter),
    ...meetsAvailability(filter),
    filter.isForStudents ? { sql: isForStudents, values: [] } : nothing,
    compared('o.created_at', '>=', filter.createdFrom),
    filter.isDeposited ? { sql: isDeposited, values: [] } : nothing,
    equal('o.city_key', filter.city === undefined ? undefined : fold(filter.city)),
    equal(domainKey, filter.domain === undefined ? undefined : fold(filter.domain)),
    // A link to a company that was merged since means the one that has its offers now.
    twice('o.company_id = coalesce((select merged_into from company where id = ?), ?)', filter.companyId),
    equal('o.import_id', filter.importId),
    equal('o.seniority', filter.seniority),
    filter.outcome === 'pending' ? { sql: 'r.offer_id is null', values: [] } : equal('r.outcome', filter.outcome),
    compared(depositedOn, '>=', filter.depositedFrom),
    compared(depositedOn, '<=', filter.depositedTo),
    compared('o.start_from', '>=', filter.startsFrom),
    compared('o.start_from', '<=', filter.startsTo),
    ofLevel(filter),
    inArea(filter, 'department'),
    inArea(filter, 'region'),
    twice(suitedBy('?'), filter.formationId),
    twice(suitedBy('?'), filter.alsoFormationId),
    twice(suitedBy(ofComponent), filter.componentId),
    wasTransmitted(filter),
    wasFilled(filter),
    once(ledBy('?'), filter.firstFormationId),
    once(ledBy(ofComponent), filter.firstComponentId),
    withSkill(filter.skill),
    twice(ofOccupation, filter.romeCode),
    once('o.id in (select value from json_each(?))', filter.among && JSON.stringify(unpackIds(filter.among))),
    wordsIn(filter.title ?? '', ['o.title_key']),
    wordsIn(filter.text ?? '', ['o.title_key', 'o.company_key', 'o.city_key']),
  ]);
}

/** Of what nobody said: what was read in the text, where something was. */
const readIn = (column: string): string => `(select x.${column} from offer_reading x where x.offer_id = o.id)`;

function ofContract({ contractType, keepsUnsaid }: OfferFilter): Where {
  if (contractType === undefined || !keepsUnsaid) return equal('o.contract_type', contractType);
  return {
    sql: `ifnull(o.contract_type, ifnull(${readIn('contract_type')}, ?)) = ?`,
    values: [contractType, contractType],
  };
}

function ofLevel({ level, keepsUnsaid }: OfferFilter): Where {
  if (level === undefined) return nothing;
  const mask = 1 << level;
  if (!keepsUnsaid) return { sql: 'o.level_mask & ? <> 0', values: [mask] };
  const read = `ifnull(${readIn('level_mask')}, 0)`;
  return {
    sql: `(o.level_mask & ? <> 0 or (o.level_mask = 0 and (${read} = 0 or ${read} & ? <> 0)))`,
    values: [mask, mask],
  };
}

function inArea({ keepsUnsaid, ...filter }: OfferFilter, area: 'department' | 'region'): Where {
  const inside = `o.city_key in (select key from place where ${area} = ?)`;
  return once(keepsUnsaid ? `(o.city_key is null or ${inside})` : inside, filter[area]);
}

const isForStudents = `(o.contract_type is null or ${studentContracts.map((type) => `o.contract_type = '${type}'`).join(' or ')})`;

/** Open, and neither begun nor posted too long ago: nobody closes what nobody asks about any more. */
function isTakable({ isTakable: isAsked, today }: DatedFilter): Where {
  if (!isAsked) return nothing;
  const daysAgo = (days: number): string => dayOf(dayNumberOf(today) - days);
  const start = 'coalesce(o.start_to, o.start_from)';
  return {
    sql: `${isOpen} and (o.expires_on is null or o.expires_on >= ?) and (${start} is null or ${start} >= ?)
      and (o.expires_on is not null or ${start} is not null or ${depositedOn} >= ?)`,
    values: [today, daysAgo(latestStartDays), daysAgo(longestOpenDays)],
  };
}

/** What an offer does not say keeps nobody from it. */
function meetsAvailability({ availableFrom, availableTo, today }: DatedFilter): Where[] {
  const conditions: Where[] = [];
  if (availableFrom !== undefined) {
    const earliest = dayOf(dayNumberOf(availableFrom) - agreedDays);
    const latestStart = 'coalesce(o.start_to, o.start_from)';
    conditions.push({ sql: `(${latestStart} is null or ${latestStart} >= ?)`, values: [earliest] });
  }
  if (availableTo !== undefined) {
    const from = availableFrom ?? today;
    const days = `julianday(?) - julianday(max(coalesce(o.start_from, ?), ?)) + ${agreedDays}`;
    conditions.push(
      { sql: '(o.start_from is null or o.start_from <= ?)', values: [availableTo] },
      {
        sql: `(o.duration_min is null or ${days} >= o.duration_min * iif(o.duration_unit = 'week', 7, 30))`,
        values: [availableTo, from, from],
      },
    );
  }
  return conditions;
}

const ofOccupation = `(o.rome_code = ? or (o.rome_code is null and exists
  (select 1 from offer_reading x where x.offer_id = o.id and x.rome_code = ?)))`;

/** Archived since, a filled offer stays one. */
function wasFilled({ isFillDated, followedTo }: OfferFilter): Where {
  if (!isFillDated) return nothing;
  const isFilled = "(o.status = 'filled' or (o.status = 'archived' and e.closed_from = 'filled'))";
  return happened(`offer_edit e where e.offer_id = o.id and ${isFilled}`, 'e.closed_on', followedTo);
}

/** An answer counts from when what it answers was sent. */
function wasTransmitted({ transmission, followedTo }: OfferFilter): Where {
  if (transmission === undefined) return nothing;
  const moment = transmission === 'sent' ? 'x.sent_at' : 'max(x.sent_at, x.answered_at)';
  return happened('transmission x where x.offer_id = o.id', `date(${moment}, 'localtime')`, followedTo);
}

/** One of these rows has a day, not after the last one that is asked for. */
function happened(rows: string, day: string, to: IsoDate | undefined): Where {
  return to === undefined
    ? { sql: `exists (select 1 from ${rows} and ${day} is not null)`, values: [] }
    : { sql: `exists (select 1 from ${rows} and ${day} <= ?)`, values: [to] };
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
