import { AppError } from '../../shared/domain/app-error';
import type { Failures, TodoInTerminal } from '../../shared/texts/failure';
import { failuresEn, todoInTerminalEn } from '../../shared/texts/failures-en';
import { failuresFr, todoInTerminalFr } from '../../shared/texts/failures-fr';
import { withFrenchSpaces } from '../../shared/texts/french-spaces';
import { columnSentences } from './column-sentences';
import type { Language } from './language';

interface TerminalTexts {
  readonly failures: Failures;
  readonly todoInTerminal: TodoInTerminal;
  readonly write: (text: string) => string;
}

const texts: Readonly<Record<Language, TerminalTexts>> = {
  fr: {
    failures: failuresFr,
    todoInTerminal: todoInTerminalFr,
    write: (text) => withFrenchSpaces(text, '\u00a0'),
  },
  en: { failures: failuresEn, todoInTerminal: todoInTerminalEn, write: (text) => text },
};

/**
 * What happened and what to do, in a few sentences of the user's language. File, line and column stand in brackets
 * behind the first one where they are known.
 */
export function errorText(error: AppError, language: Language): string {
  const { failures, todoInTerminal, write } = texts[language];
  const { code, reason, details } = error;
  const { what, todo } = reason === null ? failures.codes[code] : failures.reasons[reason];
  const where = whereOf(error, failures, write);
  const place = where === '' ? '.' : ` (${where}).`;
  const sentences = [
    write(what).replace(/\.$/, () => place),
    write((reason === null ? undefined : todoInTerminal[reason]) ?? todo),
    ...columnSentences(details, language).map(write),
  ];
  if (details['incident'] !== undefined) {
    sentences.push(write(failures.incident).replace('{{incident}}', () => String(details['incident'])));
  }
  return sentences.join(' ');
}

/** `offres.csv, ligne 12, colonne « Titre »`, and the PC that holds a database, as far as it is known. */
function whereOf({ details }: AppError, { where }: Failures, write: (text: string) => string): string {
  const known = (value: unknown): value is string | number => value !== undefined && value !== null && value !== '';
  const named = (['line', 'column'] as const).flatMap((key) => {
    // A column that no heading names is told by the field that it should give.
    const value = details[key] ?? (key === 'column' ? details['field'] : null);
    return known(value) ? [write(where[key]).replace('{{value}}', () => String(value))] : [];
  });
  const { told, found } = details;
  const rows = where.rows.replace('{{told}}', () => String(told)).replace('{{found}}', () => String(found));
  const file = details['file'] ?? details['path'] ?? details['folder'];
  const host = details['host'];
  return [
    ...(known(file) ? [String(file)] : []),
    ...named,
    ...(known(told) && known(found) ? [write(rows)] : []),
    ...(known(host) ? [write(where.host).replace('{{value}}', () => String(host))] : []),
  ].join(', ');
}

/** The sentence that follows an error by which no data changed. */
export function nothingLost(language: Language): string {
  return texts[language].failures.nothingLost;
}

/** The same error with the name of the file that it is about, where it does not name one itself. */
export function withFileName(error: unknown, file: string): unknown {
  if (!(error instanceof AppError) || 'file' in error.details) return error;
  const { code, message, reason, details } = error;
  return new AppError(code, message, reason, { ...details, file }, { cause: error });
}
