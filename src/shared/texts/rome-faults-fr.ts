import type { RomeFault } from '../domain/rome-pack';

/** What is wrong with a file of ROME's folder, in French. */
export const romeFaultsFr: Readonly<Record<RomeFault['code'], string>> = {
  foreign:
    'ce dossier ne contient aucun fichier du ROME (unix_…_utf8.csv). Choisissez le dossier « ROME 4.0 » tel que France Travail le publie, décompressé.',
  missing: 'le fichier manque dans le dossier',
  twice: 'plusieurs fichiers pour la même table : {{value}}',
  encoding: 'le texte n’est pas en UTF-8',
  columns: 'colonnes absentes : {{value}}',
  torn: 'ligne abîmée ou coupée',
  empty: 'le fichier ne contient aucune ligne',
  code: 'code ROME absent, en double ou illisible : « {{value}} »',
  unknown: 'code absent de la liste des métiers : « {{value}} »',
  partial: 'fichier incomplet : rien pour {{value}} métiers',
  version: 'aucun numéro de version n’y est indiqué',
  older: 'version plus ancienne que celle qui est en place ({{value}}) ; retirez d’abord celle-ci',
};

/** Where it stands. */
export const romePlaceFr = { line: '{{file}}, ligne {{line}} : ', file: '{{file}} : ' } as const;
