import type { ErrorDetails } from '../../shared/domain/app-error';
import type { Language } from './language';

const texts: Readonly<Record<Language, Readonly<Record<'columns' | 'nearest' | 'former', (names: string) => string>>>> =
  {
    fr: {
      columns: (names) => `Colonnes du fichier : ${names}.`,
      nearest: (name) => `La plus proche par son nom : « ${name} ».`,
      former: (name) => `L’autre colonne : « ${name} ».`,
    },
    en: {
      columns: (names) => `Columns of the file: ${names}.`,
      nearest: (name) => `The nearest by its name: “${name}”.`,
      former: (name) => `The other column: “${name}”.`,
    },
  };

/**
 * What columns a file has in which one is missing, and which of them is likely meant; the other one of two that are one too
 * many. A terminal does not show them.
 */
export function columnSentences(details: ErrorDetails, language: Language): string[] {
  return (['columns', 'nearest', 'former'] as const).flatMap((key) => {
    const value = details[key];
    return typeof value === 'string' && value !== '' ? [texts[language][key](value)] : [];
  });
}
