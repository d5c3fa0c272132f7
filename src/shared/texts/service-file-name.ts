import type { OfferService } from '../domain/import';
import { serviceNames, type ServiceQuestion } from '../domain/service-question';

const wordings = {
  fr: { locale: 'fr-FR', on: (day: string) => `le ${day}`, refreshed: 'actualisation', ofAny: 'France entière' },
  en: { locale: 'en-GB', on: (day: string) => day, refreshed: 'refreshed', ofAny: 'all of France' },
} as const;

/**
 * What an import is called that was asked of a service, wherever it is told: “France Travail (API), le 23 novembre 2026 –
 * développeur, Grenoble.json”. `question` is null where the offers of before were asked for again.
 */
export function serviceFileName(
  service: OfferService,
  question: ServiceQuestion | null,
  now: Date,
  language: keyof typeof wordings,
): string {
  const { locale, on, refreshed, ofAny } = wordings[language];
  const day = on(now.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' }));
  const asked = question === null ? refreshed : [question.words, question.place || ofAny].filter(Boolean).join(', ');
  // A name of a file everywhere: Windows has none of these.
  const plain = asked.replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ').trim();
  return `${serviceNames[service]} (API), ${day} – ${plain}.json`;
}
