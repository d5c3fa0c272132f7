import type { FacetValue } from '../../../shared/contract/dashboards';
import type { DashboardFacet } from '../../../shared/domain/dashboard/dashboard-filter';
import { formatAcademicYear } from '../../../shared/domain/academic-year';
import { fold } from '../../../shared/domain/fold';
import { contractTypes } from '../../../shared/domain/offer';
import { companiesNamed, companyName, componentName, formationName } from './dashboard-names';
import { yearsWithOffers, type OpenQuery } from './dashboard-scope';
import type { WordDictionary } from './dictionary';
import { rowsOf } from './entity-rows';
import { countedOf, type Counted, type Criterion } from './selection';
import { byCount, tallyColumn, tallyLists, tallyComponents, usedCodes, type Tally } from './tally';

/** As many as a person looks through before typing. */
const maxValues = 100;

/**
 * The values of one criterion that offers of the year have which meet all the others, those of most offers first. `text`
 * keeps the values that have each of its words, without regard to accents and case.
 */
export function facetValues(open: OpenQuery, facet: DashboardFacet, text: string): FacetValue[] {
  const words = fold(text).split(' ').filter(Boolean);
  if (facet === 'year') return yearValues(open);
  // The level of view is one criterion: another formation is chosen among those of its component, another component among all.
  const aside: readonly Criterion[] = facet === 'component' ? ['component', 'formation'] : [facet];
  const { now } = countedOf(open.selection, ...aside);
  return valuesOf(open, facet, { now, before: new Uint32Array(0) }, words);
}

function yearValues(open: OpenQuery): FacetValue[] {
  const { misses } = open.selection;
  return yearsWithOffers(open.kept, open.query, (place) => misses[place] === 0)
    .map(({ year, count }) => ({ value: String(year), label: formatAcademicYear(year), count }))
    .reverse();
}

function valuesOf(open: OpenQuery, facet: Criterion, counted: Counted, words: readonly string[]): FacetValue[] {
  const { db, kept } = open;
  const { columns, matches, formations, companies, skills, skillLists, cities, domains } = kept.columns;
  const has = (label: string): boolean => words.every((word) => fold(label).includes(word));
  const list = (
    tally: Tally,
    nameOf: (code: number) => Omit<FacetValue, 'count'> | undefined,
    codes = usedCodes(tally),
  ) =>
    rowsOf(codes, byCount(tally), maxValues, (code) => {
      const named = nameOf(code);
      return named && has(named.label) ? { ...named, count: tally.now[code] ?? 0 } : null;
    });
  const byWord = (dictionary: WordDictionary) => (code: number) => {
    const label = dictionary.spellingOf(code);
    return { value: label, label };
  };
  const byId = (id: number | undefined, label: string | undefined) =>
    id === undefined || label === undefined ? undefined : { value: String(id), label };
  switch (facet) {
    case 'component':
      return list(tallyComponents(counted, kept.componentBits, kept.components.length), (code) =>
        byId(kept.components[code], componentName(db, kept.components[code] ?? 0)),
      );
    case 'formation': {
      const component =
        open.query.filter.componentId === undefined ? 0 : kept.codeOfComponent(open.query.filter.componentId);
      const tally = tallyLists(counted, matches, formations.size);
      const codes = usedCodes(tally).filter((code) => component === 0 || kept.componentOf[code] === component);
      return list(tally, (code) => byId(formations.keyOf(code), formationTitle(open, code)), codes);
    }
    case 'company': {
      const tally = tallyColumn(counted, columns.company, companies.size);
      const codes = words.length === 0 ? usedCodes(tally) : companiesNamed(db, words).map((id) => companies.find(id));
      const used = codes.filter((code) => code !== 0 && tally.now[code]);
      return rowsOf(used, byCount(tally), maxValues, (code) => {
        const named = byId(companies.keyOf(code), companyName(db, companies.keyOf(code) ?? 0));
        return named ? { ...named, count: tally.now[code] ?? 0 } : null;
      });
    }
    case 'city':
      return list(tallyColumn(counted, columns.city, cities.size), byWord(cities));
    case 'domain':
      return list(tallyColumn(counted, columns.domain, domains.size), byWord(domains));
    case 'skill':
      return list(tallyLists(counted, skillLists, skills.size), byWord(skills));
    case 'contractType':
      return list(tallyColumn(counted, columns.contract, contractTypes.length + 1), (code) => {
        const value = contractTypes[code - 1];
        // Its name is the page's to say.
        return value && { value, label: value };
      });
  }
}

function formationTitle({ db, kept }: OpenQuery, code: number): string | undefined {
  const name = formationName(db, kept.columns.formations.keyOf(code) ?? 0);
  return name && [name.diplomaType, name.title].filter((part) => part !== null && part !== '').join(' · ');
}
