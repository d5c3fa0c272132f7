import { z } from 'zod';
import { romeCodeSchema } from './rome';

/** The files of ROME's folder `unix_<table>_v<number>_utf8.csv` that are read, each with the columns that are needed. */
export const romeTables = {
  referentiel_code_rome: ['code_rome', 'code_ogr', 'libelle_rome', 'code_rome_parent'],
  referentiel_appellation: ['libelle_appellation_long', 'code_rome'],
  grand_domaine: ['code_grand_domaine', 'libelle_grand_domaine'],
  domaine_professionnel: ['code_domaine_professionnel', 'libelle_domaine_professionnel'],
  texte: ['code_rome', 'libelle_type_texte', 'position_phrase', 'libelle_texte'],
  coherence_item: ['code_rome', 'code_ogr', 'coeur_metier'],
  referentiel_competence: ['code_ogr', 'libelle_competence', 'cat_comp', 'sous_cat_comp'],
  referentiel_savoir: ['code_ogr_savoir', 'libelle_savoir', 'categorie_savoir'],
  referentiel_contexte_travail: ['code_ogr', 'libelle_cont_travail', 'libelle_type_cont_trav'],
  rubrique_mobilite: ['code_rome', 'code_rome_cible', 'numero_ordre'],
} as const satisfies Record<string, readonly string[]>;
export type RomeTable = keyof typeof romeTables;

/** The file that says which version a folder holds. */
export const romeVersionFile = 'version.txt';

/** More files are no folder of ROME; version 4.0 has 18. */
export const mostRomeFiles = 60;

/** The files of a folder that may be ROME's, by their names. */
export function romeFilesAmong<T extends { readonly name: string }>(files: readonly T[]): T[] {
  const isOfRome = ({ name }: T): boolean => /^unix_.+\.csv$/i.test(name) || name.toLowerCase() === romeVersionFile;
  return files.filter(isOfRome).slice(0, mostRomeFiles);
}

/**
 * What can be wrong with a file of the folder. `foreign`: nothing of ROME is in it; `partial`: more occupations than a
 * few have no row, so that the file was cut off between two rows; `unknown`: a row names an occupation that is none.
 */
export const romeFaultCodes = [
  'foreign',
  'missing',
  'twice',
  'encoding',
  'columns',
  'torn',
  'empty',
  'code',
  'unknown',
  'partial',
  'version',
  'older',
] as const;
export const romeFaultSchema = z.object({
  /** Null where the whole folder is meant. */
  file: z.string().nullable(),
  /** Counted from 1. */
  line: z.int().positive().nullable(),
  code: z.enum(romeFaultCodes),
  /** What stands there, or what is missing. */
  value: z.string().nullable(),
});
export type RomeFault = z.infer<typeof romeFaultSchema>;

/** What belongs together under a name that ROME gives it; `isCore` marks what the occupation is mainly about. */
const romeGroupSchema = z.object({
  name: z.string(),
  items: z.array(z.object({ label: z.string(), isCore: z.boolean() })),
});
export type RomeGroup = z.infer<typeof romeGroupSchema>;

/** What ROME says of an occupation, in its own words. */
export const romeContentSchema = z.object({
  definition: z.array(z.string()),
  access: z.array(z.string()),
  titles: z.array(z.string()),
  soft: z.array(z.string()),
  knowHow: z.array(romeGroupSchema),
  knowledge: z.array(romeGroupSchema),
  contexts: z.array(romeGroupSchema),
  /** Codes of near occupations, in ROME's order. */
  near: z.array(romeCodeSchema),
});
export type RomeContent = z.infer<typeof romeContentSchema>;

export interface RomeSheet {
  readonly code: string;
  readonly label: string;
  /** The wider, old-style code; the code itself for one without. */
  readonly parentCode: string;
  /** ROME's own number of the occupation, which stays when its code changes. */
  readonly number: string;
  readonly content: RomeContent;
}

export interface RomeDomain {
  readonly code: string;
  readonly label: string;
  /** Null for the widest ones. */
  readonly parentCode: string | null;
}

/** Which version of ROME it is, as its `version.txt` says. */
export interface RomeVersion {
  readonly version: number;
  readonly title: string;
  /** `yyyy-mm-dd`; null where it is not said. */
  readonly publishedOn: string | null;
}

/** A whole version of ROME. */
export interface RomePack extends RomeVersion {
  readonly domains: readonly RomeDomain[];
  readonly sheets: readonly RomeSheet[];
}

/** What was read of a folder; a pack only where nothing is wrong. */
export interface ReadRomePack {
  readonly pack: RomePack | null;
  readonly faults: readonly RomeFault[];
}
