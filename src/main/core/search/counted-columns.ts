import { createHash } from 'node:crypto';
import type { ContractType, MatchOutcome, OfferStatus, Seniority } from '../../../shared/domain/offer';
import type { ReadDb } from '../db/open';
import { createChangedBlocks } from './changed-blocks';
import { createCodedColumn, createListColumn } from './coded-columns';

interface OfferRecord {
  readonly id: number;
  readonly contractType: ContractType | null;
  readonly academicYear: number;
  readonly status: OfferStatus;
  readonly outcome: MatchOutcome;
  readonly seniority: Seniority | null;
  readonly levelMask: number;
  readonly city: string | null;
  readonly cityKey: string | null;
  readonly domain: string | null;
  readonly domainKey: string | null;
  readonly department: string | null;
  readonly region: string | null;
  readonly companyId: number | null;
  readonly companyKey: string | null;
  readonly titleKey: string;
}

const offersSql = `select o.id, o.contract_type contractType, o.academic_year academicYear, o.status,
    coalesce(r.outcome, 'pending') outcome, o.seniority, o.level_mask levelMask, pl.name city, o.city_key cityKey,
    coalesce(o.domain, g.domain) domain, coalesce(o.domain_key, g.domain_key) domainKey, pl.department, pl.region,
    o.company_id companyId, o.company_key companyKey, o.title_key titleKey
  from offer o left join ranking r on r.offer_id = o.id left join offer_reading g on g.offer_id = o.id
    left join place pl on pl.key = o.city_key
  where o.id between ? and ? order by o.id`;
const skillsSql = `select distinct offer_id, skill_id from offer_any_skill where offer_id between ? and ? order by offer_id`;

/** By id of a skill, the first of those that count as one with it. */
const sameSkillsSql = 'select id, min(id) over (partition by label_key) first from skill';

/** What offers are counted by, kept true to a database block by block: to count a hundred thousand reads no row. */
export type CountedColumns = ReturnType<typeof createCountedColumns>;

export function createCountedColumns() {
  const columns = {
    contractType: createCodedColumn<ContractType>(),
    academicYear: createCodedColumn<number>(),
    status: createCodedColumn<OfferStatus>(),
    outcome: createCodedColumn<MatchOutcome>(),
    seniority: createCodedColumn<Seniority>(),
    /** Bit n stands for Bac+n. */
    levels: createCodedColumn<number>(),
    city: createCodedColumn<string>(),
    domain: createCodedColumn<string>(),
    department: createCodedColumn<string>(),
    region: createCodedColumn<string>(),
    company: createCodedColumn<number>(),
    /** What copies of one announcement share. */
    copy: createCodedColumn<true>(),
    skills: createListColumn(),
  };

  const put = (offer: OfferRecord): void => {
    const { id, levelMask, companyId } = offer;
    columns.contractType.put(id, offer.contractType, offer.contractType);
    columns.academicYear.put(id, offer.academicYear, offer.academicYear);
    columns.status.put(id, offer.status, offer.status);
    columns.outcome.put(id, offer.outcome, offer.outcome);
    columns.seniority.put(id, offer.seniority, offer.seniority);
    columns.levels.put(id, levelMask === 0 ? null : levelMask, levelMask);
    columns.city.put(id, offer.cityKey, offer.city);
    columns.domain.put(id, offer.domainKey, offer.domain);
    columns.department.put(id, offer.department, offer.department);
    columns.region.put(id, offer.region, offer.region);
    columns.company.put(id, companyId, companyId);
    columns.copy.put(id, copyNumber(offer), true);
  };
  const { skills, ...coded } = columns;
  const blocks = createChangedBlocks((db) => {
    const firstSkills = new Map(db.prepare<[number, number]>(sameSkillsSql).raw().all());
    return (block, first, last) => {
      for (const column of Object.values(coded)) column.clear(block);
      for (const offer of db.prepare<OfferRecord, [number, number]>(offersSql).all(first, last)) put(offer);
      const pairs = db.prepare<[number, number], [number, number]>(skillsSql).raw().all(first, last);
      skills.put(
        block,
        pairs.map(([id, skill]) => [id, firstSkills.get(skill) ?? skill]),
      );
    };
  });
  return {
    ...columns,
    /** Reads what changed since, as `ChangedBlocks` does. */
    update: (db: ReadDb, untilMs: number): boolean => blocks.follow(db, untilMs),
  };
}

/**
 * One and the same announcement, however often it was posted, has the same title, company, city and contract. Their hash
 * is cut to 48 bits, a number without loss: among a million offers two that differ share one with a chance of 1 in 500.
 */
function copyNumber({ titleKey, companyKey, cityKey, contractType }: OfferRecord): number {
  const said = JSON.stringify([titleKey, companyKey, cityKey, contractType]);
  return createHash('sha256').update(said).digest().readUIntBE(0, 6);
}
