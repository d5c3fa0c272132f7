import type { TrendsTab } from '../../../shared/contract/dashboards';
import type { OpenQuery } from './dashboard-scope';
import {
  countFormations,
  createCounter,
  distinctOf,
  formationRow,
  listedFormations,
  moversOf,
  rowsOf,
  wordRow,
} from './entity-rows';
import { totalOf } from './offers-tab';
import { byCount, countAny, tallyColumn, tallyLists, usedCodes, type CodeOrder, type Tally } from './tally';

const topRows = 20;
/** Those that led the year before are among the rows too, whatever their place now. */
const formerTopRows = 10;
const movers = 6;

/** What the tab "Trends" shows. */
export function trendsTab(open: OpenQuery): TrendsTab {
  const counter = createCounter(open);
  const { skills, skillLists, domains, columns } = open.kept.columns;
  const skill = counter.count((counted) => tallyLists(counted, skillLists, skills.size));
  const { isManner } = open.kept;
  const asked = usedCodes(skill.tally);
  const trendOfSkills = (codes: readonly number[]) => ({
    ...trendOf(skill.tally, wordRow(skills, skill), codes),
    distinct: codes.filter((code) => skill.tally.now[code]).length,
    known: countAny(counter.own.now, skillLists, codes, skills.size),
  });
  const domain = counter.count((counted) => tallyColumn(counted, columns.domain, domains.size));
  const formations = countFormations(open, counter);
  const listed = listedFormations(open, formations);
  return {
    scope: open.scope,
    total: totalOf(counter, open.scope.smallNumber),
    skills: trendOfSkills(asked.filter((code) => !isManner(code))),
    manners: trendOfSkills(asked.filter(isManner)),
    domains: {
      ...trendOf(domain.tally, wordRow(domains, domain)),
      distinct: distinctOf(domain),
      known: counter.total.now - (domain.tally.now[0] ?? 0),
    },
    formations: {
      ...trendOf(formations.matched.tally, formationRow(open, formations), listed),
      distinct: listed.filter((code) => formations.matched.tally.now[code]).length,
      known: formations.matched.tally.now[0] ?? 0,
    },
  };
}

function trendOf<Row>(tally: Tally, rowOf: (code: number) => Row | null, codes: readonly number[] = usedCodes(tally)) {
  const ranks = ranksOf(
    codes.filter((code) => tally.now[code]),
    byCount(tally),
  );
  const formerly = { now: tally.before, before: tally.now };
  const ranksBefore = ranksOf(
    codes.filter((code) => tally.before[code]),
    byCount(formerly),
  );
  const moved = moversOf(tally, codes, movers);
  const rows = (listed: readonly number[]): Row[] =>
    listed.map(rowOf).filter((row): row is NonNullable<typeof row> => row !== null);
  return {
    top: rowsOf(
      codes.filter((code) => isAmong(ranks, code, topRows) || isAmong(ranksBefore, code, formerTopRows)),
      byCount(tally),
      topRows + formerTopRows,
      (code) => {
        const row = rowOf(code);
        return row === null ? null : { row, rank: ranks.get(code) ?? null, rankBefore: ranksBefore.get(code) ?? null };
      },
    ),
    risers: rows(moved.risers),
    fallers: rows(moved.fallers),
  };
}

/** The place of each code in an order, from 1. */
function ranksOf(codes: readonly number[], order: CodeOrder): ReadonlyMap<number, number> {
  return new Map([...codes].sort(order).map((code, index) => [code, index + 1]));
}

function isAmong(ranks: ReadonlyMap<number, number>, code: number, first: number): boolean {
  const rank = ranks.get(code);
  return rank !== undefined && rank <= first;
}
