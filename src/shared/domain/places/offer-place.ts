import { parsePlace, parsePostcode } from '../cells/parse-place';
import { remember } from '../cells/remember';
import { departmentNames, departmentOf, isFrance } from '../dashboard/department';
import { areaOf, ofDepartment, type Area } from './areas';
import { communesByKey, communesOfPostcode, placeKey, type Commune } from './communes';
import type { OfferPlace, SaidPlace } from './place';
import { readWording, type Wording } from './place-wording';
import { regionNames, regionOf } from './regions';

/** Changes with the rules below and with the table of communes: places that other rules made are made anew. */
export const placeRules = 2;

const mostTurns = 5;

/** A department whose name is also that of a town one may well mean; the other namesakes are villages. */
const townsLikeDepartments = new Set(['vienne']);

/** Towns that merged and that people still call by their former name: names compared as `placeKey` writes them. */
const mergedTowns = new Map([
  ['evry', 'evry courcouronnes'],
  ['cherbourg', 'cherbourg en cotentin'],
  ['cherbourg octeville', 'cherbourg en cotentin'],
  ['chalons sur marne', 'chalons en champagne'],
  ['annecy le vieux', 'annecy'],
]);

/**
 * The place that is meant: a commune by its name, among namesakes by the postcode or the department, else as much as is
 * certain of it (the department, the region, the name alone). Null where no place is said, as by "Télétravail".
 */
export function placeOf({ city, postcode, country }: SaidPlace): OfferPlace | null {
  return city === null && postcode === null && country === null
    ? null
    : known(JSON.stringify([city, postcode, country]));
}

const known = remember((key): OfferPlace | null => {
  const [city, postcode, country] = JSON.parse(key) as [string | null, string | null, string | null]; // As `placeOf` wrote it.
  if (!isFrance(country)) return unnumbered([city, country]);
  return settled(inFrance(withPostcode(city === null ? null : readWording(city), postcode)));
});

/** What the name says once nothing but the name is known: odd texts come to rest after a few turns. */
function settled(place: OfferPlace | null): OfferPlace | null {
  let now = place;
  for (let turn = 0; turn < mostTurns && now !== null; turn += 1) {
    const again = inFrance(readWording(now.name));
    if (again?.name === now.name) return again;
    now = again;
  }
  return now;
}

/** What is said in one field adds to the other; a postcode of its own decides. */
function withPostcode(wording: Wording | null, postcode: string | null): Wording {
  const own = postcode === null ? null : (parsePostcode(postcode, null) ?? null);
  const department = departmentOf(own, null);
  const nothing: Wording = { town: null, whole: null, areas: [], postcode: null, isMore: false };
  return department === null ? (wording ?? nothing) : { ...(wording ?? nothing), postcode: own };
}

function inFrance(wording: Wording): OfferPlace | null {
  const { town, whole, isMore } = wording;
  const area = areaSaid(wording);
  if (town === null) return area && ofArea(area, wording.postcode);
  if (isMore) return inArea(whole ?? town, area);
  const found = candidatesOf(wording);
  const [only] = found;
  if (only && found.length === 1) return ofCommune(only);
  const named = area === null ? areaOf(town) : null;
  if (named && !townsLikeDepartments.has(placeKey(town))) return ofArea(named, null);
  const place = inArea(only?.name ?? parsePlace(town).city ?? town, area);
  return area === null ? { ...place, openAmong: openAmong(town, found) } : place;
}

/** The postcode says more than a department, and that more than a region. */
function areaSaid({ postcode, areas }: Wording): Area | null {
  const department = departmentOf(postcode, null);
  return department === null
    ? (areas.find((area) => area.department !== null) ?? areas[0] ?? null)
    : ofDepartment(department);
}

/** The communes that a name stands for, those that were called so before they merged among them. */
function namesakesOf(name: string): readonly Commune[] {
  const key = placeKey(name);
  const mergedInto = mergedTowns.get(key);
  const own = communesByKey().get(key) ?? [];
  return mergedInto === undefined ? own : [...own, ...(communesByKey().get(mergedInto) ?? [])];
}

/** The communes that may be meant. */
function candidatesOf(wording: Wording): readonly Commune[] {
  const { town, postcode, isMore } = wording;
  if (town === null || isMore) return [];
  const named = namesakesOf(town);
  const area = areaSaid(wording);
  if (area === null) return isNameOfOtherArea(town, named) ? [] : named;
  const exact = postcode === null ? [] : named.filter(({ postcodes }) => postcodes.includes(postcode));
  return exact.length > 0 ? exact : named.filter((commune) => isIn(commune, area));
}

/** The departments of those who have the name, where nothing said decides among them. */
function openAmong(town: string, found: readonly Commune[]): readonly string[] {
  const isLikeDepartment = townsLikeDepartments.has(placeKey(town));
  if (found.length < 2 && !isLikeDepartment) return [];
  const departments = namesakesOf(town).map(({ department }) => department);
  const own = isLikeDepartment ? (areaOf(town)?.department ?? null) : null;
  return [...new Set(own === null ? departments : [...departments, own])].sort();
}

function isIn({ department }: Commune, area: Area): boolean {
  return area.department === null ? regionOf(department) === area.region : department === area.department;
}

/** Whether a department or region is called like these communes, which lie elsewhere. */
function isNameOfOtherArea(town: string, communes: readonly Commune[]): boolean {
  const area = areaOf(town);
  return area !== null && !communes.every((commune) => isIn(commune, area));
}

function ofCommune({ name, inseeCode, department }: Commune): OfferPlace {
  const namesakes = namesakesOf(name);
  const isOneOfSeveral = namesakes.length > 1 || isNameOfOtherArea(name, namesakes);
  return {
    name: isOneOfSeveral ? `${name} (${department})` : name,
    ...{ communeCode: inseeCode, department, region: regionOf(department), openAmong: [] },
  };
}

/** An area without a town; a postcode of one commune and a department of one are that commune. */
function ofArea(area: Area, postcode: string | null): OfferPlace {
  const { department, region } = area;
  const communes = postcode === null ? communesOfDepartment(department) : communesOfPostcode(postcode);
  const [only] = communes;
  if (only && communes.length === 1) return ofCommune(only);
  const name = department === null ? regionNames[region ?? ''] : `${departmentNames[department] ?? ''} (${department})`;
  return { name: name ?? '', communeCode: null, ...area, openAmong: [] };
}

/** Paris is a department of one commune, and the only one. */
function communesOfDepartment(department: string | null): readonly Commune[] {
  return department === '75' ? (communesByKey().get('paris') ?? []) : [];
}

/** A town that is no commune, or nobody knows which, in an area where one is said. */
function inArea(name: string, area: Area | null): OfferPlace {
  const { department = null, region = null } = area ?? {};
  const where = department ?? (region === null ? null : (regionNames[region] ?? null));
  const isSaid = where === null || name.endsWith(`(${where})`);
  return { name: isSaid ? name : `${name} (${where})`, communeCode: null, department, region, openAmong: [] };
}

function unnumbered([city, country]: readonly [string | null, string | null]): OfferPlace | null {
  const town = city === null ? null : parsePlace(city).city;
  const name = town === null ? country : `${town} (${country ?? ''})`;
  return name === null ? null : { name, communeCode: null, department: null, region: null, openAmong: [] };
}
