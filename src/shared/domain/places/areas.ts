import { departmentNames } from '../dashboard/department';
import { placeKey } from './communes';
import { regionNames, regionOf } from './regions';

/** A department, or a region as a whole. */
export interface Area {
  /** As in `departmentNames`; null for a region. */
  readonly department: string | null;
  /** As in `regionNames`; null for a department that lies in none. */
  readonly region: string | null;
}

/** Names that are no official ones any more, or never were. */
const otherRegionNames: Readonly<Record<string, string>> = {
  '11': 'idf | region parisienne',
  '24': 'centre',
  '27': 'bourgogne | franche comte',
  '28': 'basse normandie | haute normandie',
  '32': 'nord pas de calais | picardie',
  '44': 'alsace | lorraine | champagne ardenne',
  '75': 'aquitaine | limousin | poitou charentes',
  '76': 'midi pyrenees | languedoc roussillon',
  '84': 'aura | rhone alpes | auvergne',
  '93': 'paca',
};

const departmentKeys = new Map([
  ...Object.entries(departmentNames).map(([code, name]) => [placeKey(name), code] as const),
  ['reunion', '974'] as const,
]);
const regionKeys = new Map([
  ...Object.entries(otherRegionNames).flatMap(([code, names]) =>
    names.split(' | ').map((name) => [name, code] as const),
  ),
  ...Object.entries(regionNames).map(([code, name]) => [placeKey(name), code] as const),
]);

const inseeCode = /^(?:\d{2}|2[AB])\d{3}$/i;

/**
 * The department or region that a text names and nothing else: "38", "Isère", "Isère (38)", "38 - Isère", "PACA",
 * "région Bretagne"; null for any other text. A name that both have is the department's.
 */
export function areaOf(text: string): Area | null {
  const trimmed = text.trim();
  const [, code, name] = /^(\d{2,3}|2[AB])\s*[-–—:]\s*(.+)$/i.exec(trimmed) ?? [];
  const [, nameBefore, codeBehind] = /^(.+?)\s*\((\d{2,3}|2[AB])\)$/i.exec(trimmed) ?? [];
  const numbered = code ?? codeBehind;
  if (numbered !== undefined) {
    const area = ofDepartment(numbered.toUpperCase());
    return area && departmentKeys.get(placeKey(name ?? nameBefore ?? '')) === area.department ? area : null;
  }
  return ofDepartment(trimmed.toUpperCase()) ?? ofName(placeKey(trimmed).replace(/^region (?!parisienne)/, ''));
}

/** The department of a commune by its INSEE code; null for what is none. */
export function areaOfInseeCode(text: string): Area | null {
  const code = text.trim().toUpperCase();
  return inseeCode.test(code) ? (ofDepartment(code.slice(0, 3)) ?? ofDepartment(code.slice(0, 2))) : null;
}

/** The department of a code, with its region; null where there is none. */
export function ofDepartment(code: string): Area | null {
  return Object.hasOwn(departmentNames, code) ? { department: code, region: regionOf(code) } : null;
}

function ofName(key: string): Area | null {
  const department = departmentKeys.get(key);
  if (department !== undefined) return ofDepartment(department);
  const region = regionKeys.get(key);
  return region === undefined ? null : { department: null, region };
}
