import { dayNumberOf } from '../../../shared/domain/academic-year-days';
import { blockBits, blockSize } from '../../../shared/domain/offer-block';
import { localDay } from '../../../shared/util/local-day';
import type { ReadDb } from '../db/open';
import { isDeposited } from '../offers/offer-table';
import { noDay, wordCodes, type BlockLists, type OfferColumns } from './offer-columns';

/** Which words an offer's own are kept as. Several wordings of a skill are one. */
export interface SkillCodes {
  codeOf(skillId: number): number;
}

/** What `offersSql` gives of one offer, in its order: rows as lists are read twice as quickly as rows as objects. */
type OfferRow = readonly [
  id: number,
  companyId: number | null,
  cityKey: string | null,
  city: string | null,
  department: string | null,
  region: string | null,
  domainKey: string | null,
  domain: string | null,
  contract: string | null,
  seniority: string | null,
  status: string,
  outcome: string | null,
  levelMask: number,
  depositedAt: string,
  startsOn: string | null,
  filledOn: string | null,
];

/** Archived since, a filled offer stays one. */
const filledOn = `iif(o.status = 'filled' or (o.status = 'archived' and e.closed_from = 'filled'), e.closed_on, null)`;

const offersSql = `select o.id, o.company_id, o.city_key, pl.name, pl.department, pl.region,
    coalesce(o.domain_key, g.domain_key), coalesce(o.domain, g.domain), o.contract_type, o.seniority, o.status, r.outcome,
    o.level_mask, coalesce(o.posted_on, o.created_at), o.start_from, ${filledOn}
  from offer o left join ranking r on r.offer_id = o.id left join offer_reading g on g.offer_id = o.id
    left join offer_edit e on e.offer_id = o.id left join place pl on pl.key = o.city_key
  where o.id between ? and ? and ${isDeposited} order by o.id`;

// Two ids in one number: a list of plain numbers is read several times as quickly as a list of rows. Both parts stay
// exact: ids of formations and skills are below 2^24, those of offers below 2^29.
const idFactor = 0x100_0000;
const matchesSql = `select offer_id * ${idFactor} + formation_id from match where offer_id between ? and ? order by offer_id`;
const choicesSql = `select offer_id * ${idFactor} + formation_id from offer_choice where offer_id between ? and ?`;
const chosenSql = `${choicesSql} and place is not null order by offer_id`;
const firstsSql = `select offer_id * ${idFactor} + formation_id from first_formation where offer_id between ? and ?`;
const chosenFirstSql = `${choicesSql} and place = 1`;
const saidSkillsSql = `select offer_id * ${idFactor} + skill_id from offer_skill where offer_id between ? and ? order by offer_id`;
const readSkillsSql = `select offer_id * ${idFactor} + skill_id from offer_read_skill where offer_id between ? and ? order by offer_id`;

/** An answer counts from when what it answers was sent. */
const sentSql = `select offer_id, date(min(sent_at), 'localtime'), date(min(max(sent_at, answered_at)), 'localtime')
  from transmission where sent_at is not null and offer_id between ? and ? group by offer_id`;
type SentRow = readonly [offerId: number, sentOn: string, answeredOn: string | null];

const dayLength = 'yyyy-mm-dd'.length;

/** Reads blocks of offers from the database into columns. */
export function createOfferReader(columns: OfferColumns) {
  const dayNumbers = new Map<string, number>();
  const dayNumber = (day: string): number => {
    const known = dayNumbers.get(day);
    if (known !== undefined) return known;
    const number = dayNumberOf(day);
    dayNumbers.set(day, number);
    return number;
  };
  const put = (row: OfferRow, place: number): void => {
    const [, companyId, cityKey, city, department, region, domainKey, domain, contract, seniority, status] = row;
    const [outcome, levelMask, depositedAt, startsOn, filledOn] = [row[11], row[12], row[13], row[14], row[15]];
    const c = columns.columns;
    c.company[place] = companyId === null ? 0 : columns.companies.codeOf(companyId);
    c.city[place] = cityKey === null || city === null ? 0 : columns.cities.learn(cityKey, city);
    c.domain[place] = domainKey === null || domain === null ? 0 : columns.domains.learn(domainKey, domain);
    c.department[place] = department === null ? 0 : columns.departments.codeOf(department);
    c.region[place] = region === null ? 0 : columns.regions.codeOf(region);
    c.contract[place] = wordCodes.contract.get(contract ?? '') ?? 0;
    c.seniority[place] = wordCodes.seniority.get(seniority ?? '') ?? 0;
    c.status[place] = wordCodes.status.get(status) ?? 0;
    c.outcome[place] = wordCodes.outcome.get(outcome ?? 'pending') ?? 0;
    c.levels[place] = levelMask;
    c.depositDay[place] = dayNumber(depositedAt.length === dayLength ? depositedAt : localDay(new Date(depositedAt)));
    c.startDay[place] = startsOn === null ? noDay : dayNumber(startsOn);
    c.filledDay[place] = filledOn === null ? noDay : dayNumber(filledOn);
  };

  return {
    /** Reads the blocks from one to another, both included, in place of what was kept of them. */
    read(db: ReadDb, firstBlock: number, lastBlock: number, skillCodes: SkillCodes): void {
      const range: [number, number] = [firstBlock * blockSize, (lastBlock + 1) * blockSize - 1];
      const pairs = (sql: string): number[] =>
        db
          .prepare<number, [number, number]>(sql)
          .pluck()
          .all(...range);
      const rows = db
        .prepare<OfferRow, [number, number]>(offersSql)
        .raw()
        .all(...range);
      const places = openBlocks(rows, { firstBlock, lastBlock, columns, put });
      // Without a ranking an offer is pending: matches that are still stored are outdated, what a person chose is not.
      const isRanked = (pair: number): boolean => {
        const place = placeOf(places, Math.floor(pair / idFactor));
        return place !== undefined && columns.columns.outcome[place] !== wordCodes.outcome.get('pending');
      };
      const setFirst = (pair: number): void => {
        const place = placeOf(places, Math.floor(pair / idFactor));
        if (place !== undefined) columns.columns.first[place] = columns.formations.codeOf(pair % idFactor);
      };
      pairs(firstsSql).filter(isRanked).forEach(setFirst);
      pairs(chosenFirstSql).forEach(setFirst);
      const sent = db
        .prepare<SentRow, [number, number]>(sentSql)
        .raw()
        .all(...range);
      for (const [offerId, sentOn, answeredOn] of sent) {
        const place = placeOf(places, offerId);
        if (place === undefined) continue;
        columns.columns.sentDay[place] = dayNumber(sentOn);
        if (answeredOn !== null) columns.columns.answeredDay[place] = dayNumber(answeredOn);
      }
      const decided = new Set(pairs(choicesSql));
      const proposed = pairs(matchesSql).filter((pair) => !decided.has(pair) && isRanked(pair));
      // Formations that a person rejected are left out, those that one chose are in, proposed or not.
      const matches = merged(proposed, pairs(chosenSql));
      const skills = merged(pairs(saidSkillsSql), pairs(readSkillsSql));
      const matchLists = listsOf(matches, firstBlock, lastBlock, (id) => columns.formations.codeOf(id));
      const skillLists = listsOf(skills, firstBlock, lastBlock, (id) => skillCodes.codeOf(id));
      for (const [block, place] of places) {
        const index = block - firstBlock;
        const [ofMatches, ofSkills] = [matchLists[index], skillLists[index]];
        if (ofMatches && ofSkills) columns.setLists(place, ofMatches, ofSkills);
      }
    },
  };
}

interface Opening {
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly columns: OfferColumns;
  readonly put: (row: OfferRow, place: number) => void;
}

/** Puts offers, in the order of their ids, into their blocks; gives the first place of each block that has one. */
function openBlocks(rows: readonly OfferRow[], opening: Opening): ReadonlyMap<number, number> {
  const { firstBlock, lastBlock, columns, put } = opening;
  const places = new Map<number, number>();
  let next = 0;
  for (let block = firstBlock; block <= lastBlock; block += 1) {
    const end = (block + 1) * blockSize;
    const isEmpty = (rows[next]?.[0] ?? Infinity) >= end;
    if (isEmpty) {
      columns.close(block);
      continue;
    }
    const place = columns.open(block);
    places.set(block, place);
    for (let row = rows[next]; row && row[0] < end; next += 1, row = rows[next]) put(row, place + (row[0] % blockSize));
  }
  return places;
}

function placeOf(places: ReadonlyMap<number, number>, offerId: number): number | undefined {
  const first = places.get(offerId >> blockBits);
  return first === undefined ? undefined : first + (offerId % blockSize);
}

/** Two lists in the order of their offers, as one. */
function merged(pairs: readonly number[], others: readonly number[]): ArrayLike<number> {
  if (others.length === 0) return pairs;
  if (pairs.length === 0) return others;
  return Float64Array.from([...pairs, ...others]).sort();
}

/** Sorted pairs of an offer and an id as lists a block; what an offer names twice counts once. */
function listsOf(
  pairs: ArrayLike<number>,
  firstBlock: number,
  lastBlock: number,
  codeOf: (id: number) => number,
): readonly BlockLists[] {
  const lists: BlockLists[] = [];
  let next = 0;
  for (let block = firstBlock; block <= lastBlock; block += 1) {
    const starts = new Uint32Array(blockSize + 1);
    const codes: number[] = [];
    let most = 0;
    for (let index = 0; index < blockSize; index += 1) {
      const from = codes.length;
      starts[index] = from;
      const end = (block * blockSize + index + 1) * idFactor;
      for (let pair = pairs[next]; pair !== undefined && pair < end; next += 1, pair = pairs[next]) {
        const code = codeOf(pair % idFactor);
        if (codes.indexOf(code, from) >= 0) continue;
        codes.push(code);
        if (code > most) most = code;
      }
    }
    starts[blockSize] = codes.length;
    lists.push({ starts, codes: most > 0xffff ? Uint32Array.from(codes) : Uint16Array.from(codes) });
  }
  return lists;
}
