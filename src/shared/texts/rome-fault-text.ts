import type { RomeFault } from '../domain/rome-pack';
import { withFrenchSpaces } from './french-spaces';
import { romeFaultsEn, romePlaceEn } from './rome-faults-en';
import { romeFaultsFr, romePlaceFr } from './rome-faults-fr';

/** One sentence of what is wrong where; `space` as in `withFrenchSpaces`. */
export function romeFaultText({ file, line, code, value }: RomeFault, language: 'fr' | 'en', space?: string): string {
  const [faults, places] = language === 'fr' ? [romeFaultsFr, romePlaceFr] : [romeFaultsEn, romePlaceEn];
  const place = file === null ? '' : line === null ? places.file : places.line;
  const text = `${place}${faults[code]}`
    .replace('{{file}}', () => file ?? '')
    .replace('{{line}}', () => String(line ?? ''))
    .replace('{{value}}', () => value ?? '');
  // The name of a file keeps its small letter.
  const shown = file === null ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
  return language === 'fr' ? withFrenchSpaces(shown, space) : shown;
}
