import { communesNamed } from '../places/communes';
import { placesIn } from '../places/find-places';
import { withoutMarkup } from '../text/without-markup';
import { withoutAddresses, withoutMailLines } from './mail';
import { readPlace, type ReadPlace } from './read-details';
import type { ReadFact } from './reading';

const label =
  /(?:lieu(?:\s+d[eu]\s+[\p{L}' ’]{3,20})?|locali[sz]ation|location|ville|site|adresse|workplace)\s*:\s*$/iu;
const announced =
  /(?<!\p{L})(?:bas[ée]{1,2}e?s?|situ[ée]{1,2}e?s?|poste|stage|alternance|déroul\p{L}+|travail\p{L}*|site|based|located|office|team)(?:\s+(?:est|se|au|à|in|on|\p{Ll}{1,12})){0,3}\s+(?:[àa]|in|de|at)\s+(?:l[ae]s?\s+|l['’])?$/iu;
/** Where the company is, and not where one works. */
const elsewhere =
  /(?<!\p{L})(?:siège|agences?|filiales?|implant\p{L}+|présent\p{L}*|déplacements?|clients?|bureaux|headquarters?|universit[ée]|offices)(?!\p{L})[^.\n]*$/iu;
/** Rivers and mountains have an article, towns mostly none: « le bassin de la Loire », « la vallée du Rhône ». */
const ofLandscape =
  /(?<!\p{L})(?:bassins?(?:\s+versants?)?|vallées?|massifs?|fleuves?|rivières?|estuaires?|deltas?|crues?|bords?|golfe|baie|côtes?|val)\s+(?:de\s+la|du|des|de\s+l['’])\s*$/iu;
const departmentBehind = /^\s*\(\s*(\d{2,3}|2[AB]|\d{5})\s*\)/u;
/** A line such as "Stage – Lyon – 6 mois". */
const longestHeading = 100;

/**
 * Where one works, by what a text names: a town with its number, behind "Lieu :", "basé à", "à"; null where it names none.
 * A town of one postcode has it.
 */
export function readWorkPlace(written: string): ReadFact<ReadPlace> | null {
  const { text, written: placeOf } = withoutMarkup(written);
  const matter = withoutAddresses(withoutMailLines(text));
  const found = townsIn(matter).toSorted((one, other) => other.confidence - one.confidence)[0];
  const inAddress = readPlace(text);
  const best = found && found.confidence > leastOfTown ? found : (inAddress ?? found ?? null);
  return best && { ...best, passage: { ...best.passage, ...placeOf(best.passage.start, best.passage.end) } };
}

/** Below it, an address with a postcode says more. */
const leastOfTown = 0.8;

function townsIn(text: string): readonly ReadFact<ReadPlace>[] {
  return [...placesIn(text, 'body'), ...headingPlaces(text)].flatMap(({ name, start, end }) => {
    const communes = communesNamed(name);
    if (communes.length === 0 || ofLandscape.test(text.slice(Math.max(0, start - 40), start))) return [];
    const before = text.slice(Math.max(0, start - 80), start);
    const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1);
    const [, number] = departmentBehind.exec(text.slice(end, end + 10)) ?? [];
    const own = number === undefined ? communes : communes.filter((one) => isNumbered(one, number));
    if (own.length === 0) return [];
    const postcodes = [...new Set(own.flatMap((one) => one.postcodes))];
    const postcode = number?.length === 5 ? number : postcodes.length === 1 && own.length === 1 ? postcodes[0] : null;
    const passage = { field: 'description', start, end } as const;
    return [{ value: { city: name, postcode: postcode ?? null }, passage, confidence: certaintyOf(line, number) }];
  });
}

function isNumbered({ department, postcodes }: ReturnType<typeof communesNamed>[number], number: string): boolean {
  return number.length === 5 ? postcodes.includes(number) || number.startsWith(department) : department === number;
}

function certaintyOf(line: string, number: string | undefined): number {
  if (label.test(line)) return 0.95;
  if (elsewhere.test(line)) return 0.4;
  if (announced.test(line)) return 0.9;
  return number === undefined ? 0.7 : 0.85;
}

/** Towns that are a part of a short line of their own: the title of an offer, or one of its terms. */
function headingPlaces(text: string): ReturnType<typeof placesIn> {
  return [...text.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => line.length <= longestHeading && !/[.!?]\s*$/.test(line))
    .flatMap(({ 0: line, index }) =>
      placesIn(line, 'title').map((place) => ({ ...place, start: place.start + index, end: place.end + index })),
    );
}
