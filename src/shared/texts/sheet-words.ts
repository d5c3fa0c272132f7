import type { ContractType, OfferDuration, OfferPay } from '../domain/offer';
import type { MessageWords } from '../domain/transmission-message';
import { sheetWordsEn } from './sheet-words-en';
import { sheetWordsFr } from './sheet-words-fr';

/** The words of the sheet of an offer, and those around the offers of a message, in one language. */
export interface SheetWords extends MessageWords {
  /** As `Intl` names the language. */
  readonly locale: string;
  readonly contractTypes: Readonly<Record<ContractType, string>>;
  readonly remote: Readonly<Record<'none' | 'partial' | 'full', string>>;
  readonly labels: Readonly<
    Record<
      | 'contract'
      | 'start'
      | 'duration'
      | 'hours'
      | 'pay'
      | 'levels'
      | 'remote'
      | 'places'
      | 'domain'
      | 'reference'
      | 'expires'
      | 'contact',
      string
    >
  >;
  readonly soon: string;
  readonly between: (from: string, to: string) => string;
  /** Figures as the language writes them. */
  readonly duration: (unit: OfferDuration['unit'], min: string, max: string, isOne: boolean) => string;
  readonly hours: (hours: string) => string;
  readonly pay: (amount: string, per: NonNullable<OfferPay['per']>) => string;
  readonly level: (years: number) => string;
  readonly skills: string;
  readonly text: string;
  readonly noText: string;
  readonly cutHint: string;
  /** Stands for an address, a number or a name that is not to be named. */
  readonly leftOut: string;
  /** Where a contact stands on the sheet. */
  readonly personalData: string;
  readonly footer: (university: string, day: string) => string;
  readonly noUniversity: string;
  /** What a file with several offers is called. */
  readonly digestName: (count: number) => string;
  /** What a file that reminds of something is called. */
  readonly reminderName: (about: string) => string;
}

const words = { fr: sheetWordsFr, en: sheetWordsEn } as const;

/** The words of the sheet and of the message in a language. French spaces are still plain (`withFrenchSpaces`). */
export function sheetWords(language: 'fr' | 'en'): SheetWords {
  return words[language];
}
