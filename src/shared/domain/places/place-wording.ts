import { parsePlace } from '../cells/parse-place';
import { foldToWords } from '../fold';
import { isFrance } from '../dashboard/department';
import { areaOf, ofDepartment, type Area } from './areas';
import { communesByKey, placeKey } from './communes';

/** What a text such as "75 - PARIS 09", "Lyon, Auvergne-Rhône-Alpes, France" or "38000 Grenoble" says of a place. */
export interface Wording {
  /** Without cedex, district, number and area; null where none is named. */
  readonly town: string | null;
  /** The whole text, tidied; null without one. */
  readonly whole: string | null;
  readonly areas: readonly Area[];
  readonly postcode: string | null;
  /** Whether it names more than one town, or something that nobody knows. */
  readonly isMore: boolean;
}

/** Words in the place of a town. */
const noPlaces = new Set(
  'teletravail|full remote|remote|a distance|distanciel|home office|france|france entiere|toute la france|national|partout en france|plusieurs lieux|multi sites|mobile|a definir|non precise|europe|monde|international|etranger'.split(
    '|',
  ),
);
const separator = /\s*[,;|/()]\s*|\s+[-–—]\s+/;
/** "93-Saint-Denis": a number is no part of a name. */
const codeInFront = /^(\d{2,3}|2[AB])\s*[-–—]\s*(?=\p{L})/iu;
/** "Mans (Le)" */
const articleBehind = /^(.+?)\s*\(\s*(l[ae]s?|l['’])\s*\)$/iu;
const marksAround = /^[\s,;|/)–—-]+|[\s,;|/(–—-]+$/g;
const codeBehind = /^(.+?)\s*\((\d{2,3}|2[AB])\)$/i;
const postcodeIn = /(?<![\dA-Z])(\d{5})(?!\d)/i;
const district =
  /(?<=\p{L})\s+\d{1,2}(?:\s*(?:er|e|ème|eme|è|nd))?(?:\s*arr(?:ondissement)?\.?)?$|\s+\d{1,2}(?:er|e|ème|eme)\s+arr\p{L}*\.?$/iu;

/** Takes a text apart; pure and never failing. */
export function readWording(text: string): Wording {
  const whole = text.replace(/\s+/g, ' ').replace(marksAround, '');
  const official = officialName(whole);
  if (official) return official;
  const [, articled, article] = articleBehind.exec(whole) ?? [];
  const named = articled === undefined ? whole : `${article ?? ''} ${articled}`;
  const [, postcode = null] = postcodeIn.exec(named) ?? [];
  const parts = named
    .replace(postcodeIn, ' ')
    .replace(codeInFront, '$1, ')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !noPlaces.has(foldToWords(part)) && !isFrenchCountry(part));
  const areas: Area[] = [];
  let town: string | null = null;
  let isMore = false;
  for (const part of parts) {
    const area = areaOf(part);
    const bare = bareTown(part);
    if (area && (town !== null || !communesByKey().has(placeKey(bare)))) areas.push(area);
    else if (town === null) town = bare;
    else if (placeKey(bare) !== placeKey(town)) isMore = true;
  }
  return { town, whole: whole === '' ? null : whole, areas, postcode, isMore };
}

/** A name as INSEE writes it, with its department or without: some hold what else stands between a town and its area. */
function officialName(whole: string): Wording | null {
  const [, name = whole, code = ''] = codeBehind.exec(whole) ?? [];
  if (!/\s-\s|\(/.test(name) || !communesByKey().has(placeKey(name))) return null;
  const area = ofDepartment(code.toUpperCase());
  return { town: name, whole, areas: area ? [area] : [], postcode: null, isMore: false };
}

/** France as a part of a place; La Réunion is one of its departments here. */
function isFrenchCountry(part: string): boolean {
  return isFrance(part) && areaOf(part) === null;
}

function bareTown(part: string): string {
  const bare = (parsePlace(part).city ?? part).replace(district, '').trim();
  return bare === '' ? part : bare;
}
