import type { FileDoubt } from '../domain/file-doubts';
import type { ImportKind } from '../domain/import';
import { withFrenchSpaces } from './french-spaces';

type Language = 'fr' | 'en';

const kinds: Record<Language, Record<ImportKind, string>> = {
  fr: { offers: 'des offres', formations: 'des formations', companies: 'des entreprises' },
  en: { offers: 'offers', formations: 'formations', companies: 'companies' },
};

const sentences: Record<Language, Record<FileDoubt['code'], string>> = {
  fr: {
    'rome-table':
      'Les colonnes sont celles d’une table du ROME, et non {{kind}}. Pour une nouvelle version du ROME, prenez le dossier entier : Réglages, ou la commande « rome ».',
    'rncp-parts':
      'Les colonnes sont celles d’une table annexe du RNCP : une ligne pour chaque code ROME, bloc ou spécialité, et non pour chaque formation. Leurs libellés deviendraient des intitulés : prenez plutôt la table des fiches.',
    'other-kind': 'D’après ses colonnes, ce fichier contient plutôt {{likely}} que {{kind}}.',
    'few-columns':
      'Colonnes reconnues : {{known}} sur {{columns}}. C’est trop peu pour dire que ce fichier contient {{kind}} : vérifiez-le, ou placez les autres colonnes.',
  },
  en: {
    'rome-table':
      'The columns are those of a table of ROME, and not {{kind}}. For a new version of ROME, take the whole folder: Settings, or the command “rome”.',
    'rncp-parts':
      'The columns are those of a side table of the RNCP: a row for each ROME code, block or speciality, and not for each formation. Their labels would become titles: rather take the table of certifications.',
    'other-kind': 'By its columns, this file rather holds {{likely}} than {{kind}}.',
    'few-columns':
      'Columns recognised: {{known}} of {{columns}}. That is too little to say that this file holds {{kind}}: check it, or place the other columns.',
  },
};

/** Why a file may be something else than it is taken for, in a sentence; `space` as in `withFrenchSpaces`. */
export function fileDoubtText(doubt: FileDoubt, language: Language, space?: string): string {
  const { code, kind, likelyKind, known, columns } = doubt;
  const text = sentences[language][code]
    .replace('{{kind}}', kinds[language][kind])
    .replace('{{likely}}', likelyKind === null ? '' : kinds[language][likelyKind])
    .replace('{{known}}', String(known))
    .replace('{{columns}}', String(columns));
  return language === 'fr' ? withFrenchSpaces(text, space) : text;
}
