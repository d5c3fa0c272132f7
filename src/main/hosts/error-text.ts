import { basename } from 'node:path';
import { AppError, type ErrorCode, type ErrorDetails, type ErrorReason } from '../../shared/domain/app-error';
import type { Language } from './language';

type Text = (details: ErrorDetails) => string;
type Texts = { readonly [R in ErrorReason]: Text };

const named = (details: ErrorDetails, key: string, otherwise: string): string => {
  const value = details[key];
  return value === undefined || value === null || value === '' ? otherwise : String(value);
};
const fileOf = (details: ErrorDetails, otherwise: string): string =>
  named(details, 'file', named(details, 'path', otherwise));
/** ` (Titre)`, or nothing where no column is named. */
const columnOf = (details: ErrorDetails): string => {
  const column = named(details, 'column', '');
  return column === '' ? '' : ` (${column})`;
};
const line = (details: ErrorDetails, word: string): string => {
  const value = details['line'];
  return value === undefined || value === null ? '' : ` (${word} ${value})`;
};

// What happened, then what to do. That nothing was lost is said once, by whoever shows the sentence.
const french: Texts = {
  'file-missing': (d) => `Le fichier ${named(d, 'file', 'demandé')} n’existe pas. Vérifiez son nom et son dossier.`,
  'file-is-folder': (d) => `${named(d, 'file', 'Ce nom')} est un dossier. Indiquez un fichier CSV.`,
  'file-unreadable': (d) =>
    `Le fichier ${named(d, 'file', '')} ne peut pas être lu. Vérifiez vos droits, ou fermez le logiciel qui l’utilise.`,
  'file-empty': () => 'Le fichier est vide. Vérifiez qu’il a été enregistré en entier.',
  'file-binary': () =>
    'Ce n’est pas un fichier texte. Depuis un tableur, enregistrez-le au format CSV, puis recommencez.',
  'file-too-large': () => 'Le fichier est trop grand. Partagez-le en plusieurs fichiers.',
  'file-expired': () => 'Ce fichier n’est plus disponible. Choisissez-le à nouveau.',
  'file-header-only': () => 'Le fichier ne contient qu’une ligne de titres. Ajoutez des lignes, puis recommencez.',
  'file-too-many-columns': () => 'Le fichier a trop de colonnes. Gardez les colonnes utiles, puis recommencez.',
  'file-field-too-long': (d) =>
    `Une cellule est trop longue${line(d, 'ligne')}. Il y manque sans doute un guillemet fermant.`,
  'file-unclosed-quote': (d) =>
    `Un guillemet ouvert n’est jamais refermé${line(d, 'ligne')}. Corrigez la ligne, puis recommencez.`,
  'column-missing': (d) =>
    `La colonne obligatoire «\u00a0${named(d, 'column', 'title')}\u00a0» manque. Renommez la colonne qui en tient lieu.`,
  'column-mapped-twice': (d) => `Deux colonnes donnent la même information${columnOf(d)}. Gardez-en une.`,
  'import-not-undoable': () => 'Cet import ne peut pas être annulé\u00a0: il n’a rien enregistré, ou il l’a déjà été.',
  'import-not-redoable': () =>
    'Cet import ne peut pas être rétabli\u00a0: il est en place, ou ses lignes ont été effacées. Importez le fichier à nouveau.',
  'sample-not-empty': () =>
    'L’université d’exemple demande une base vide. Annulez les imports en place, ou choisissez un autre dossier (--data-dir).',
  'job-running': () => 'Une autre tâche est en cours. Attendez sa fin ou arrêtez-la, puis recommencez.',
  'disk-full': () => 'Le disque est plein. Libérez de la place, puis recommencez.',
  'read-only': (d) =>
    `Impossible d’écrire dans ${named(d, 'path', 'ce dossier')}. Vérifiez vos droits, ou choisissez un autre dossier (--data-dir).`,
  'database-locked': () =>
    'Smart Recruiting est déjà ouvert sur ces données. Fermez l’autre fenêtre ou l’autre commande, puis recommencez.',
  'database-newer': () =>
    'Ces données ont été écrites par une version plus récente de Smart Recruiting. Installez cette version.',
  'database-foreign': (d) =>
    `Le fichier ${named(d, 'path', 'de données')} appartient à un autre logiciel. Choisissez un autre dossier (--data-dir).`,
  'database-damaged': (d) =>
    `Le fichier de données ${named(d, 'path', '')} est abîmé. Remplacez-le par la dernière copie du dossier «\u00a0backup\u00a0», sans effacer l’original.`,
  'model-missing': (d) =>
    `Le modèle de langue est introuvable (${named(d, 'path', 'dossier models')}). Réinstallez l’application.`,
  'model-damaged': (d) =>
    `Le modèle de langue est abîmé (${named(d, 'file', 'dossier models')}). Réinstallez l’application.`,
  'worker-stopped': () => 'Un calcul s’est arrêté de façon inattendue. Recommencez\u00a0; le journal en dit la cause.',
  'nothing-to-match': (d) =>
    fileOf(d, '') === ''
      ? 'Il n’y a pas encore à la fois des offres et des formations. Importez ce qui manque.'
      : 'Le fichier ne contient aucune formation utilisable. Vérifiez qu’il a une colonne «\u00a0title\u00a0» remplie.',
  'output-unwritable': (d) =>
    `Le fichier ${fileOf(d, 'de sortie')} ne peut pas être écrit. Vérifiez le dossier, ou fermez le logiciel qui l’utilise.`,
  'output-is-input': (d) =>
    `Le fichier de sortie ${fileOf(d, '')} est l’un des fichiers à lire, qui serait remplacé. Donnez un autre nom à la sortie.`,
};

const english: Texts = {
  'file-missing': (d) => `The file ${named(d, 'file', '')} does not exist. Check its name and folder.`,
  'file-is-folder': (d) => `${named(d, 'file', 'This name')} is a folder. Give a CSV file.`,
  'file-unreadable': (d) =>
    `The file ${named(d, 'file', '')} cannot be read. Check your rights, or close the program that uses it.`,
  'file-empty': () => 'The file is empty. Check that it was saved completely.',
  'file-binary': () => 'This is not a text file. Save it as CSV from your spreadsheet, then try again.',
  'file-too-large': () => 'The file is too large. Split it into several files.',
  'file-expired': () => 'This file is no longer available. Choose it again.',
  'file-header-only': () => 'The file holds only a line of headings. Add rows, then try again.',
  'file-too-many-columns': () => 'The file has too many columns. Keep the useful ones, then try again.',
  'file-field-too-long': (d) => `A cell is too long${line(d, 'line')}. A closing quote is probably missing.`,
  'file-unclosed-quote': (d) => `A quote is never closed${line(d, 'line')}. Correct the line, then try again.`,
  'column-missing': (d) =>
    `The required column “${named(d, 'column', 'title')}” is missing. Rename the column that stands for it.`,
  'column-mapped-twice': (d) => `Two columns give the same information${columnOf(d)}. Keep one of them.`,
  'import-not-undoable': () => 'This import cannot be undone: it stored nothing, or it was undone before.',
  'import-not-redoable': () =>
    'This import cannot be redone: it is in place, or its rows were erased. Import the file again.',
  'sample-not-empty': () =>
    'The sample university needs an empty database. Undo the imports in place, or choose another folder (--data-dir).',
  'job-running': () => 'Another task is running. Wait for its end or stop it, then try again.',
  'disk-full': () => 'The disk is full. Free some space, then try again.',
  'read-only': (d) =>
    `${named(d, 'path', 'This folder')} cannot be written to. Check your rights, or choose another folder (--data-dir).`,
  'database-locked': () =>
    'Smart Recruiting is already open on these data. Close the other window or command, then try again.',
  'database-newer': () => 'These data were written by a later version of Smart Recruiting. Install that version.',
  'database-foreign': (d) =>
    `The file ${named(d, 'path', '')} belongs to another program. Choose another folder (--data-dir).`,
  'database-damaged': (d) =>
    `The data file ${named(d, 'path', '')} is damaged. Replace it by the latest copy of the “backup” folder, and keep the original.`,
  'model-missing': (d) =>
    `The language model is missing (${named(d, 'path', 'folder models')}). Reinstall the application.`,
  'model-damaged': (d) =>
    `The language model is damaged (${named(d, 'file', 'folder models')}). Reinstall the application.`,
  'worker-stopped': () => 'A computation ended unexpectedly. Try again; the log tells why.',
  'nothing-to-match': (d) =>
    fileOf(d, '') === ''
      ? 'There are not both offers and formations yet. Import what is missing.'
      : 'The file holds no usable formation. Check that its column “title” is filled.',
  'output-unwritable': (d) =>
    `The file ${fileOf(d, '')} cannot be written. Check the folder, or close the program that uses it.`,
  'output-is-input': (d) =>
    `The output ${fileOf(d, '')} is one of the files to read, which it would replace. Give the output another name.`,
};

type CodeTexts = { readonly [C in ErrorCode]: Text };

const frenchCodes: CodeTexts = {
  'invalid-input': () => 'La demande n’est pas valable.',
  'unknown-procedure': () => 'Cette fonction n’existe pas dans cette version.',
  'not-found': () => 'Cet élément n’existe pas, ou n’existe plus.',
  conflict: () => 'La demande contredit l’état des données.',
  cancelled: () => 'Annulé.',
  unavailable: () => 'Cette fonction n’est pas disponible pour le moment.',
  internal: (d) => `Une erreur imprévue est survenue (incident ${named(d, 'incident', 'inconnu')}, voir le journal).`,
};

const englishCodes: CodeTexts = {
  'invalid-input': () => 'The request is not valid.',
  'unknown-procedure': () => 'This version has no such function.',
  'not-found': () => 'This does not exist, or no longer does.',
  conflict: () => 'The request contradicts the state of the data.',
  cancelled: () => 'Cancelled.',
  unavailable: () => 'This function is not available at the moment.',
  internal: (d) => `An unforeseen error happened (incident ${named(d, 'incident', 'unknown')}, see the log).`,
};

/** What happened and what to do, in one or two sentences of the user's language. */
export function errorText(error: AppError, language: Language): string {
  const [reasons, codes] = language === 'fr' ? [french, frenchCodes] : [english, englishCodes];
  const told = (error.reason === null ? codes[error.code] : reasons[error.reason])(error.details);
  const file = isAboutContent(error.reason) ? fileOf(error.details, '') : '';
  const text = file === '' ? told : `${basename(file)}${language === 'fr' ? '\u00a0' : ''}: ${told}`;
  return text.replace(/ {2,}/g, ' ').replace(/ \./g, '.');
}

/** Whether the reason lies inside a file, whose name the sentence itself does not say. */
function isAboutContent(reason: ErrorReason | null): boolean {
  return reason !== null && contentReasons.has(reason);
}

const contentReasons: ReadonlySet<ErrorReason> = new Set<ErrorReason>([
  'file-empty',
  'file-binary',
  'file-header-only',
  'file-too-large',
  'file-too-many-columns',
  'file-field-too-long',
  'file-unclosed-quote',
  'column-missing',
  'column-mapped-twice',
  'nothing-to-match',
]);

/** The sentence that follows an error by which no data changed. */
export function nothingLost(language: Language): string {
  return language === 'fr' ? 'Aucune donnée n’a été perdue.' : 'No data were lost.';
}

/** The same error with the name of the file that it is about, where it does not name one itself. */
export function withFileName(error: unknown, file: string): unknown {
  if (!(error instanceof AppError) || 'file' in error.details) return error;
  const { code, message, reason, details } = error;
  return new AppError(code, message, reason, { ...details, file }, { cause: error });
}
