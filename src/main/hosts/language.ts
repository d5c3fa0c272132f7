/** The languages that the hosts speak before, or without, the page. */
export type Language = 'fr' | 'en';

/** French where the system speaks French, English elsewhere: the variables of a terminal first, then the system. */
export function systemLanguage(): Language {
  const { env } = process;
  const variable = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value);
  const locale = variable ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return /^fr\b|^fr_/i.test(locale) ? 'fr' : 'en';
}
