import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../shared/domain/academic-year';
import { withFirstOfMonth } from '../../shared/util/first-of-month';

const localeOf = { fr: 'fr-FR', en: 'en-GB' } as const;
export type Language = keyof typeof localeOf;

export interface Format {
  readonly language: Language;
  /** A count: 1 652. */
  readonly number: (value: number) => string;
  /** A score between 0 and 1 as points out of 100. */
  readonly score: (value: number) => string;
  /** A part of a whole, between 0 and 1: 84,2 %. */
  readonly percent: (part: number) => string;
  /** An amount of euros: 1 250,50 €; cents only where there are some. */
  readonly euros: (value: number) => string;
  /** A day: 05/11/2026. */
  readonly date: (day: IsoDate) => string;
  /** A day in full: 5 novembre 2026. */
  readonly longDate: (day: IsoDate) => string;
  /** An instant in the user's own zone: 05/11/2026 14:30. */
  readonly dateTime: (instant: string) => string;
  /** The time of day of an instant in the user's own zone: 14:30. */
  readonly time: (instant: string) => string;
  /** A span of time, rounded to one unit: 45 s, 3 min, 2 h. */
  readonly span: (milliseconds: number) => string;
  readonly size: (bytes: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly monthName: (month: number) => string;
}

/** Numbers, dates and sizes as the current language writes them. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  return useMemo(() => createFormat(language), [language]);
}

/** The same without React, for tests and pure helpers. */
export function createFormat(language: Language): Format {
  const locale = localeOf[language];
  const number = new Intl.NumberFormat(locale);
  // French puts a narrow no-break space between thousands and before units, which the interface's font makes too thin to be seen.
  const seen = (text: string): string => text.replaceAll('\u202f', '\u00a0');
  const write = (value: number): string => seen(number.format(value));
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const euros = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  });
  // Days carry no zone: they are read and written in UTC so that no office sees the day before.
  const date = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const longDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale);
  const unit = (value: number, name: string, unitDisplay: 'short' | 'long' = 'short'): string =>
    seen(
      new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 }).format(value),
    );
  return {
    language,
    number: write,
    percent: (part) => percent.format(part),
    score: (value) => write(Math.round(value * 100)),
    euros: (value) => euros.format(value),
    date: (day) => date.format(new Date(day)),
    // French counts the days of a month, but for the first.
    longDate: (day) => withFirstOfMonth(language, longDate.format(new Date(day))),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    span: (milliseconds) => {
      const seconds = Math.max(1, Math.round(milliseconds / 1_000));
      if (seconds < 60) return unit(seconds, 'second');
      if (seconds < 3_600) return unit(Math.round(seconds / 60), 'minute');
      return unit(Math.round(seconds / 360) / 10, 'hour');
    },
    size: (bytes) => {
      // The short form of bytes is “42 byte” in English.
      if (bytes < 1_000) return unit(bytes, 'byte', 'long');
      if (bytes < 1_000_000) return unit(bytes / 1_000, 'kilobyte');
      if (bytes < 1_000_000_000) return unit(bytes / 1_000_000, 'megabyte');
      return unit(bytes / 1_000_000_000, 'gigabyte');
    },
    list: (items) => list.format(items),
    monthName: (index) => month.format(new Date(Date.UTC(2000, index - 1, 1))),
  };
}
