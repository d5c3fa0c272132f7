import { departmentInFront, parsePlace, parsePostcode } from './cells/parse-place';
import { isFrance } from './dashboard/department';
import { areaOf, areaOfInseeCode, type Area } from './places/areas';
import { placeOf } from './places/offer-place';
import type { SaidPlace } from './places/place';
import { regionNames } from './places/regions';
import type { RowCells } from './row-cells';

const longestCity = 200;

/**
 * Where one works, as one row says it. A department or region of a column of its own is written behind a town that is not
 * certain without it, "Saint-Denis (93)", and stands for the town where none is said. A town that several communes may be
 * is a warning.
 */
export function readOfferPlace(row: RowCells): SaidPlace {
  const text = row.name('city', longestCity);
  const town = text === null ? { city: null, country: null } : parsePlace(text);
  const country = row.name('country', 100) ?? town.country;
  const postcode = row.value('postcode', 'unknown-word', (code) => parsePostcode(code, country));
  const said = { city: town.city, postcode, country };
  const city = isFrance(country) ? withArea(said, areasIn(row, text)) : said.city;
  const place = { ...said, city };
  if (text !== null && (placeOf(place)?.openAmong.length ?? 0) > 0)
    row.report('warning', 'open-place', row.filled('city')[0]?.header ?? null, text);
  return place;
}

/** What stands in front of the town, and in columns of its own; what cannot be read there is a warning. */
function areasIn(row: RowCells, city: string | null): readonly Area[] {
  const inFront = city === null ? null : departmentInFront(city);
  const areas = inFront === null ? [] : [areaOf(inFront)];
  for (const { header, text } of row.filled('area')) {
    const area = areaOf(text) ?? areaOfInseeCode(text);
    if (area === null) row.report('warning', 'unknown-word', header, text);
    areas.push(area);
  }
  return areas.filter((area) => area !== null);
}

function withArea(said: SaidPlace, areas: readonly Area[]): string | null {
  const area = areas.find(({ department }) => department !== null) ?? areas[0];
  if (area === undefined) return said.city;
  const known = placeOf(said);
  if (known !== null && (known.department !== null || known.region === area.region)) return said.city;
  const name = area.department ?? regionNames[area.region ?? ''] ?? '';
  const alone = placeOf({ city: name, postcode: null, country: null });
  // Read as it will be read again when it comes back from an export.
  const city = said.city === null ? (alone?.name ?? null) : parsePlace(`${said.city} (${name})`).city;
  const found = placeOf({ ...said, city });
  const isIn = area.department === null ? found?.region === area.region : found?.department === area.department;
  return isIn && city !== null && city.length <= longestCity ? city : said.city;
}
