import type { DomainSkills, SkillFigures, SkillsTab, UnaskedSkill } from '../../../shared/contract/dashboard-skills';
import { compare } from '../../../shared/domain/dashboard/figures';
import { formationIdSchema } from '../../../shared/domain/ids';
import { fold } from '../../../shared/domain/fold';
import type { KeptColumns } from './column-keeper';
import { formationCodesOf } from './dashboard-names';
import type { OpenQuery } from './dashboard-scope';
import { createCounter, rowsOf, wordRow, type CountedValue, type Counter } from './entity-rows';
import { totalOf } from './offers-tab';
import {
  byCount,
  distinctIn,
  figuresOf,
  tallyColumn,
  tallyGroups,
  tallyLists,
  usedCodes,
  type CodeOrder,
  type Tally,
  type Wholes,
} from './tally';
import { countTaught, teachersOf, type TaughtSkills } from './taught-skills';

const topDomains = 20;
/** Skills of a domain beside others, and of one that is looked at alone. */
const skillsOfMany = 10;
const skillsOfOne = 40;
/** As many as a person looks through. */
const topSkills = 100;

/** How many formations teach each skill: of the level, and of the level above where there is one. */
interface Taught {
  readonly own: Uint32Array;
  readonly parent: Uint32Array | null;
  readonly pairs: TaughtSkills;
  /** Whether a formation is of the level, by its code. */
  readonly isOfLevel: (formation: number) => boolean;
}

/** What the tab "Skills" shows: what offers ask for beside what formations teach, without manners. */
export function skillsTab(open: OpenQuery): SkillsTab {
  // First, because it may teach the dictionary words that no offer has.
  const { taught, formations } = taughtAt(open);
  const counter = createCounter(open);
  const { skills, skillLists } = open.kept.columns;
  const { smallNumber } = open.scope;
  const { isManner } = open.kept;
  const asked = counter.count((counted) => tallyLists(counted, skillLists, skills.size));
  const { tally } = asked;
  const isTaught = (code: number): boolean => (taught.own[code] ?? 0) > 0;
  const distinct = (keeps: (code: number) => boolean) =>
    compare(distinctOf(tally.now, keeps), distinctOf(tally.before, keeps), smallNumber);
  const compared = (keeps: (code: number) => boolean) => (code: number) => keeps(code) && !isManner(code);
  const row = skillRow(open, asked, taught);
  const listOf = (keeps: (code: number) => boolean): SkillsTab['matched'] => {
    const codes = usedCodes(tally).filter(compared(keeps));
    return {
      rows: rowsOf(codes, byCount(tally), topSkills, row),
      distinct: codes.filter((code) => tally.now[code]).length,
      known: tally.now[0] ?? 0,
    };
  };
  const taughtSkills = taughtCodes(taught).filter(
    compared((code) => Boolean(tally.now[code]) || !taught.pairs.standIns.has(code)),
  );
  const unasked = taughtSkills.filter((code) => !tally.now[code]);
  return {
    scope: open.scope,
    total: totalOf(counter, smallNumber),
    known: tally.now[0] ?? 0,
    asked: distinct(compared(() => true)),
    askedAndTaught: distinct(compared(isTaught)),
    askedOnly: distinct(compared((code) => !isTaught(code))),
    manners: distinctOf(tally.now, isManner),
    taught: taughtSkills.length,
    taughtOnly: unasked.length,
    formations,
    domains: domainsOf(open, counter, taught),
    matched: listOf(isTaught),
    untaught: listOf((code) => !isTaught(code)),
    unasked: { rows: unaskedRows(open, unasked, tally, taught), distinct: unasked.length },
  };
}

/**
 * The keys of all skills that no formation of the university teaches, manners left out as above; null where no formation
 * says what it teaches: without that, every skill would look untaught.
 */
export function untaughtSkills(kept: KeptColumns): string[] | null {
  const taught = new Set(kept.taught().skills);
  if (taught.size === 0) return null;
  const { skills } = kept.columns;
  const keys: string[] = [];
  for (let code = 1; code < skills.size; code += 1) {
    const key = skills.keyOf(code);
    if (key !== undefined && !taught.has(code) && !kept.isManner(code)) keys.push(key);
  }
  return keys;
}

function skillRow(
  { kept }: OpenQuery,
  { tally, wholes }: CountedValue,
  taught: Taught,
): (code: number) => SkillFigures {
  return (code) => ({
    label: kept.columns.skills.spellingOf(code),
    ...figuresOf(tally, code, wholes),
    formations: taught.own[code] ?? 0,
    parentFormations: taught.parent && (taught.parent[code] ?? 0),
  });
}

/** What the formations of the level teach, and how many of them say what they teach. */
function taughtAt({ db, kept, query, level }: OpenQuery): { readonly taught: Taught } & Pick<SkillsTab, 'formations'> {
  const { formationId, componentId } = query.filter;
  const pairs = kept.taught();
  const { skills, formations } = kept.columns;
  const own = formationId === undefined ? 0 : formations.find(formationId);
  const component = componentId === undefined ? 0 : kept.codeOfComponent(componentId);
  const isOfComponent = (code: number): boolean =>
    componentId === undefined || (component !== 0 && kept.componentOf[code] === component);
  const isOfLevel = (code: number): boolean =>
    formationId === undefined ? isOfComponent(code) : own !== 0 && code === own;
  const all = formationCodesOf(db, formations).filter(isOfLevel);
  const teaching = new Set(pairs.formations);
  return {
    taught: {
      ...{ pairs, isOfLevel },
      own: countTaught(pairs, skills.size, isOfLevel),
      parent:
        level === null ? null : countTaught(pairs, skills.size, level === 'formation' ? isOfComponent : () => true),
    },
    formations: { all: all.length, withSkills: all.filter((code) => teaching.has(code)).length },
  };
}

function taughtCodes({ own: counts }: Taught): number[] {
  const codes: number[] = [];
  counts.forEach((count, code) => {
    if (count > 0) codes.push(code);
  });
  return codes;
}

function distinctOf(counts: Uint32Array, keeps: (code: number) => boolean): number {
  let distinct = 0;
  for (let code = 1; code < counts.length; code += 1) if (counts[code] && keeps(code)) distinct += 1;
  return distinct;
}

/** Those that most formations teach first; among those, what was asked for most the year before. */
function unaskedRows(
  { kept }: OpenQuery,
  codes: readonly number[],
  { before }: Tally,
  { own, pairs, isOfLevel }: Taught,
): UnaskedSkill[] {
  const { skills, formations } = kept.columns;
  const count = (code: number): number => own[code] ?? 0;
  const order: CodeOrder = (one, other) =>
    count(other) - count(one) || (before[other] ?? 0) - (before[one] ?? 0) || one - other;
  const shown = [...codes].sort(order).slice(0, topSkills);
  const teachers = teachersOf(pairs, shown, isOfLevel);
  return shown.map((code) => ({
    label: skills.spellingOf(code),
    formationIds: (teachers.get(code) ?? []).map((formation) => formationIdSchema.parse(formations.keyOf(formation))),
    before: before[code] ?? 0,
  }));
}

/** Domains with their skills: many with the first of each, or the one that the filter names with more. */
function domainsOf(open: OpenQuery, counter: Counter, taught: Taught): SkillsTab['domains'] {
  const { domains, columns, skills, skillLists } = open.kept.columns;
  const { isManner } = open.kept;
  const { domain: named } = open.query.filter;
  const domain = counter.count((counted) => tallyColumn(counted, columns.domain, domains.size));
  const shown =
    named === undefined
      ? [...usedCodes(domain.tally)].sort(byCount(domain.tally)).slice(0, topDomains)
      : [domains.find(fold(named))].filter((code) => code !== 0);
  const groupOf = new Uint8Array(domains.size);
  shown.forEach((code, index) => {
    groupOf[code] = index + 1;
  });
  const grouped = counter.count((counted) =>
    tallyGroups(counted, columns.domain, groupOf, { lists: skillLists, size: skills.size, groups: shown.length }),
  );
  const rowOf = wordRow(domains, domain);
  return {
    rows: shown.map((code, index): DomainSkills => {
      const of = groupAt(grouped.tally, index, skills.size);
      const wholes = wholesOf(domain, code, grouped.wholes.parent?.tally ?? null, index, skills.size);
      return {
        ...rowOf(code),
        skills: {
          rows: rowsOf(
            usedCodes(of).filter((skill) => !isManner(skill)),
            byCount(of),
            named === undefined ? skillsOfMany : skillsOfOne,
            skillRow(open, { tally: of, wholes }, taught),
          ),
          distinct: distinctOf(of.now, (skill) => !isManner(skill)),
          known: of.now[0] ?? 0,
        },
      };
    }),
    distinct: distinctIn(domain.tally.now),
    known: counter.total.now - (domain.tally.now[0] ?? 0),
  };
}

function groupAt({ now, before }: Tally, index: number, size: number): Tally {
  const [from, to] = [index * size, (index + 1) * size];
  return { now: now.subarray(from, to), before: before.subarray(from, to) };
}

/** The offers of a domain are the whole of its skills, at the level and above. */
function wholesOf(
  { tally, wholes }: CountedValue,
  code: number,
  parent: Tally | null,
  index: number,
  size: number,
): Wholes {
  return {
    total: tally.now[code] ?? 0,
    smallNumber: wholes.smallNumber,
    parent: wholes.parent &&
      parent && { tally: groupAt(parent, index, size), total: wholes.parent.tally.now[code] ?? 0 },
  };
}
