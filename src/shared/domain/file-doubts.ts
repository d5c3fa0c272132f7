import { fold } from './cells/fold';
import { importKinds, type ColumnMapping, type ImportField, type ImportKind } from './import';
import { proposeMapping } from './propose-mapping';
import { romeTables } from './rome-pack';

/** Why a file may be something else than it is taken for. */
export interface FileDoubt {
  readonly code: 'rome-table' | 'rncp-parts' | 'other-kind' | 'few-columns';
  /** What it is taken for. */
  readonly kind: ImportKind;
  /** What it rather looks like; null where nothing says so. */
  readonly likelyKind: ImportKind | null;
  /** How many of the columns are recognised. */
  readonly known: number;
  readonly columns: number;
}

/** Columns of ROME's tables that nobody else names so, beside those that its import reads. */
const otherRomeColumns = [
  ...['code_fiche', 'code_fiche_metier', 'numero_fiche_rome', 'ogr_rome', 'ogr_appellation', 'code_rubrique'],
  ...['libelle_appellation_court', 'code_compo_bloc', 'position_rubrique', 'libelle_rubrique', 'type_provenance'],
  ...['code_sect_activite', 'libelle_sect_activite', 'code_ss_sect_activite', 'libelle_ss_sect_activite'],
  ...['definition_sect_activite', 'definition_ss_sect_activite', 'code_domaine_professionel'],
] as const;
const romeColumns: ReadonlySet<string> = new Set([...Object.values(romeTables).flat(), ...otherRomeColumns].map(fold));

/**
 * Tables of the RNCP with a row for each part of a certification, by their columns: its ROME codes, blocks of skills and
 * specialities, as they were published in 2021 and are now. What they call a title is that of the part.
 */
const rncpParts: readonly (readonly string[])[] = [
  ...[
    ['CodeRNCP', 'Rome', 'libelle'],
    ['CodeRNCP', 'numero_bloc', 'intitule'],
    ['CodeRNCP', 'code', 'Libelle'],
  ],
  ...[
    ['Numero_Fiche', 'Codes_Rome_Code', 'Codes_Rome_Libelle'],
    ['Numero_Fiche', 'Bloc_Competences_Code', 'Bloc_Competences_Libelle'],
    ['Numero_Fiche', 'Nsf_Code', 'Nsf_Intitule'],
  ],
].map((columns) => columns.map(fold));

/** As many columns of another kind must be recognised beyond those of the chosen one. */
const clearlyMore = 3;
/** As many columns that say nothing make a file with a title alone doubtful. */
const manyUnknown = 2;

/**
 * What speaks against a file being what it is taken for, by its columns: they are those of a table of ROME, those of parts
 * of certifications, those of another kind, or none but a title is recognised among many; where none is, that it is missing says enough. At most one
 * doubt, the plainest.
 */
export function findDoubt(kind: ImportKind, header: readonly string[], mapping: ColumnMapping): FileDoubt | null {
  const columns = header.length;
  const fields = fieldsIn(mapping);
  const known = mapping.filter((field) => field !== null).length;
  const doubt = { kind, likelyKind: null, known, columns };
  const ofRome = header.filter((name) => romeColumns.has(fold(name))).length;
  if (ofRome >= 2 && ofRome * 2 >= columns) return { ...doubt, code: 'rome-table' };
  const folded = new Set(header.map(fold));
  if (rncpParts.some((names) => names.every((name) => folded.has(name)))) return { ...doubt, code: 'rncp-parts' };
  for (const likelyKind of importKinds) {
    const others = likelyKind === kind ? 0 : fieldsIn(proposeMapping(likelyKind, header)).size;
    if (others >= fields.size + clearlyMore) return { ...doubt, code: 'other-kind', likelyKind };
  }
  fields.delete('externalId');
  return fields.size === 1 && columns - known >= manyUnknown ? { ...doubt, code: 'few-columns' } : null;
}

function fieldsIn(mapping: ColumnMapping): Set<ImportField> {
  return new Set(mapping.flatMap((field) => field ?? []));
}
