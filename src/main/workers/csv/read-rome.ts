import { isRomeCode } from '../../../shared/domain/cells/parse-list';
import type {
  ReadRomePack,
  RomeContent,
  RomeDomain,
  RomeFault,
  RomeGroup,
  RomeTable,
} from '../../../shared/domain/rome-pack';
import { findTables, readTable, readVersion, type NamedFile, type RomeRow } from './rome-tables';

/** Of more occupations than this part a whole version of ROME says something in each of its tables. */
const leastCovered = 0.98;

/** Skills, knowledge and contexts by their number: where one belongs and what it is called. */
interface Item {
  readonly part: 'soft' | 'knowHow' | 'knowledge' | 'contexts';
  readonly group: string;
  readonly label: string;
}

interface OpenSheet {
  readonly code: string;
  readonly label: string;
  readonly parentCode: string;
  readonly number: string;
  readonly definition: [number, string][];
  readonly access: [number, string][];
  readonly titles: string[];
  readonly items: (Item & { readonly isCore: boolean })[];
  readonly near: [number, string][];
}

type Wrong = Pick<RomeFault, 'code' | 'value'> | null;

/**
 * Reads the official folder of ROME 4.0, its files streamed one after the other. Everything that is wrong is told, file by
 * file; a pack is made only where nothing is. Throws `cancelled`.
 */
export async function readRomePack(files: readonly NamedFile[], signal: AbortSignal): Promise<ReadRomePack> {
  const found = findTables(files);
  const faults: RomeFault[] = [...found.faults];
  const version = found.version && (await readVersion(found.version));
  if (version && 'code' in version) faults.push(version);
  const read = async <T extends RomeTable>(table: T, take: (row: RomeRow<T>) => Wrong): Promise<void> => {
    const file = found.tables.get(table);
    if (file) faults.push(...(await readTable(table, file, take, signal)));
  };
  const domains = await readDomains(read);
  const sheets = await readSheets(read, () => faults.length === 0);
  if (faults.length === 0) faults.push(...uncovered([...sheets.values()], found.tables));
  if (faults.length > 0 || !version || 'code' in version) return { pack: null, faults };
  const done = [...sheets.values()].map(({ code, label, parentCode, number, ...open }) => ({
    ...{ code, label, number },
    // Two steps at most: a family is named by a code that is its own.
    parentCode: isOwnParent(sheets.get(parentCode)) ? parentCode : code,
    content: contentOf(open),
  }));
  return { pack: { ...version, domains, sheets: done }, faults: [] };
}

function isOwnParent(sheet: OpenSheet | undefined): boolean {
  return sheet !== undefined && sheet.parentCode === sheet.code;
}

type ReadOne = <T extends RomeTable>(table: T, take: (row: RomeRow<T>) => Wrong) => Promise<void>;

async function readDomains(read: ReadOne): Promise<readonly RomeDomain[]> {
  const domains: RomeDomain[] = [];
  await read('grand_domaine', ({ code_grand_domaine: code, libelle_grand_domaine: label }) => {
    if (!/^[A-N]$/.test(code)) return { code: 'code', value: code };
    domains.push({ code, label: plain(label), parentCode: null });
    return null;
  });
  await read('domaine_professionnel', ({ code_domaine_professionnel: code, libelle_domaine_professionnel: label }) => {
    if (!/^[A-N]\d\d$/.test(code)) return { code: 'code', value: code };
    domains.push({ code, label: plain(label), parentCode: code.slice(0, 1) });
    return null;
  });
  return domains;
}

/** `isWhole`: whether nothing was wrong so far. */
async function readSheets(read: ReadOne, isWhole: () => boolean): Promise<ReadonlyMap<string, OpenSheet>> {
  const sheets = new Map<string, OpenSheet>();
  const items = new Map<string, Item>();
  let isListed = true;
  const at = (code: string, put: (sheet: OpenSheet) => void): Wrong => {
    const sheet = sheets.get(code);
    if (sheet) put(sheet);
    // Of a list that is not whole, what is missing there is no fault of the other files.
    return sheet || !isListed ? null : { code: 'unknown', value: code };
  };
  await read('referentiel_code_rome', (row) => {
    const { code_rome: code, code_ogr: number, libelle_rome: label, code_rome_parent: parent } = row;
    if (!isRomeCode(code) || sheets.has(code) || label === '') return { code: 'code', value: code };
    const lists = { definition: [], access: [], titles: [], items: [], near: [] };
    sheets.set(code, { code, number, label: plain(label), parentCode: isRomeCode(parent) ? parent : code, ...lists });
    return null;
  });
  isListed = isWhole() && sheets.size > 0;
  await read('referentiel_appellation', (row) =>
    at(row.code_rome, ({ titles }) => titles.push(plain(row.libelle_appellation_long))),
  );
  await read('texte', (row) =>
    at(row.code_rome, (sheet) => {
      const list = row.libelle_type_texte === 'definition' ? sheet.definition : sheet.access;
      list.push([Number(row.position_phrase), plain(row.libelle_texte)]);
    }),
  );
  await read('rubrique_mobilite', (row) =>
    at(row.code_rome, ({ near }) => near.push([Number(row.numero_ordre) || Infinity, row.code_rome_cible])),
  );
  await readItems(read, items);
  await read('coherence_item', (row) =>
    at(row.code_rome, (sheet) => {
      const item = items.get(row.code_ogr);
      if (item) sheet.items.push({ ...item, isCore: row.coeur_metier === 'Principale' });
    }),
  );
  return sheets;
}

async function readItems(read: ReadOne, items: Map<string, Item>): Promise<void> {
  await read('referentiel_competence', (row) => {
    const isSoft = row.cat_comp.startsWith('Savoir-être');
    const item = { part: isSoft ? 'soft' : 'knowHow', group: row.sous_cat_comp, label: plain(row.libelle_competence) };
    items.set(row.code_ogr, item as Item); // Its part is one of the two.
    return null;
  });
  await read('referentiel_savoir', ({ code_ogr_savoir: number, categorie_savoir: group, libelle_savoir: label }) => {
    items.set(number, { part: 'knowledge', group, label: plain(label) });
    return null;
  });
  await read('referentiel_contexte_travail', (row) => {
    const { libelle_type_cont_trav: group, libelle_cont_travail: label } = row;
    items.set(row.code_ogr, { part: 'contexts', group, label: plain(label) });
    return null;
  });
}

/** Texts of ROME have their apostrophes doubled, as a database had them. */
function plain(text: string): string {
  return text.replaceAll("''", "'").trim();
}

/** Tables that say nothing of too many occupations: they were cut off where a row ends. */
function uncovered(sheets: readonly OpenSheet[], tables: ReadonlyMap<RomeTable, NamedFile>): RomeFault[] {
  const without = {
    referentiel_appellation: ({ titles }: OpenSheet) => titles.length === 0,
    texte: ({ definition }: OpenSheet) => definition.length === 0,
    coherence_item: ({ items }: OpenSheet) => items.length === 0,
    rubrique_mobilite: ({ near }: OpenSheet) => near.length === 0,
  };
  return Object.entries(without).flatMap(([table, isMissing]): RomeFault[] => {
    const missing = sheets.filter(isMissing);
    if (missing.length <= sheets.length * (1 - leastCovered)) return [];
    const file = tables.get(table as RomeTable)?.name ?? null; // A key of the object above.
    return [{ file, line: null, code: 'partial', value: `${missing.length}/${sheets.length}` }];
  });
}

function contentOf(open: Pick<OpenSheet, 'definition' | 'access' | 'titles' | 'items' | 'near'>): RomeContent {
  const inOrder = (list: readonly [number, string][]): string[] =>
    [...list].sort(([one], [other]) => one - other).map(([, text]) => text);
  const of = (part: Item['part']) => open.items.filter((item) => item.part === part);
  return {
    definition: inOrder(open.definition),
    access: inOrder(open.access),
    titles: [...new Set(open.titles)].sort((one, other) => one.localeCompare(other, 'fr')),
    soft: [...new Set(of('soft').map(({ label }) => label))],
    knowHow: grouped(of('knowHow')),
    knowledge: grouped(of('knowledge')),
    contexts: grouped(of('contexts')),
    near: inOrder(open.near).filter(isRomeCode),
  };
}

/** What belongs together, each group with what is mainly meant first. */
function grouped(items: readonly (Item & { readonly isCore: boolean })[]): RomeGroup[] {
  const groups = new Map<string, Map<string, boolean>>();
  for (const { group, label, isCore } of items) {
    const labels = groups.get(group) ?? new Map<string, boolean>();
    groups.set(group, labels.set(label, isCore || (labels.get(label) ?? false)));
  }
  return [...groups].map(([name, labels]) => ({
    name,
    items: [...labels]
      .map(([label, isCore]) => ({ label, isCore }))
      .sort((one, other) => Number(other.isCore) - Number(one.isCore) || one.label.localeCompare(other.label, 'fr')),
  }));
}
