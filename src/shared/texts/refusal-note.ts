import type { AppError } from '../domain/app-error';
import type { Failures } from './failure';
import { failuresEn } from './failures-en';
import { failuresFr } from './failures-fr';
import { withFrenchSpaces } from './french-spaces';

type Language = 'fr' | 'en';

const failures: Readonly<Record<Language, Failures>> = { fr: failuresFr, en: failuresEn };
const sentences = {
  fr: {
    refused: 'Le fichier « {{name}} » n’a pas été importé ({{at}}).',
    unchanged: 'Rien n’a été changé dans Smart Recruiting, et le fichier est ici, tel qu’il était.',
    again: 'Une fois corrigé, remettez-le dans le dossier surveillé.',
  },
  en: {
    refused: 'The file “{{name}}” was not imported ({{at}}).',
    unchanged: 'Nothing was changed in Smart Recruiting, and the file is here as it was.',
    again: 'Once it is mended, put it into the watched folder again.',
  },
} as const;

/** The note beside a file of the watched folder that was refused: why, where and what to do, as a text for Windows. */
export function refusalNote(error: AppError, name: string, at: Date, language: Language): string {
  const { what, todo } =
    error.reason === null ? failures[language].codes[error.code] : failures[language].reasons[error.reason];
  const { refused, unchanged, again } = sentences[language];
  const where = (['line', 'column'] as const).flatMap((key) => {
    const value = error.details[key];
    return value === undefined || value === null
      ? []
      : [failures[language].where[key].replace('{{value}}', () => String(value))];
  });
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' });
  const lines = [
    refused.replace('{{name}}', () => name).replace('{{at}}', () => day.format(at)),
    '',
    where.length === 0 ? what : what.replace(/\.$/, () => ` (${where.join(', ')}).`),
    todo,
    '',
    unchanged,
    again,
    '',
  ];
  const text = lines.join('\r\n');
  // The mark tells older editors how the accents are written.
  return `\uFEFF${language === 'fr' ? withFrenchSpaces(text, '\u00a0') : text}`;
}
