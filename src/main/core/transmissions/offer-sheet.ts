import type { Offer, OfferDuration, OfferPay, OfferStart } from '../../../shared/domain/offer';
import { offerBody } from '../../../shared/domain/reading/offer-body';
import { plainLine, plainText, withoutContact, type OfferSheet } from '../../../shared/domain/transmission-letter';
import { withFrenchSpaces } from '../../../shared/texts/french-spaces';
import { sheetWords, type SheetWords } from '../../../shared/texts/sheet-words';
import { withFirstOfMonth } from '../../../shared/util/first-of-month';

/** What the sheet of an offer says besides the offer. */
export interface SheetOptions {
  readonly language: 'fr' | 'en';
  readonly formations: readonly { readonly title: string; readonly component: string | null }[];
  /** Whether whoever is reached at the company is named. */
  readonly withContact: boolean;
  readonly universityName: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** What stands on the page of an offer. Nothing that the offer does not say has a line; the company's contact only if asked. */
export function offerSheetOf(offer: Offer, options: SheetOptions): OfferSheet {
  const { language, formations, withContact, universityName, madeAt } = options;
  const words = sheetWords(language);
  // The narrow space of print is missing in some readers' fonts.
  const own = (text: string): string => (language === 'fr' ? withFrenchSpaces(text, '\u00a0') : text);
  const contact = withContact ? contactLine(offer) : '';
  const shown = (text: string): string =>
    withContact ? text : withoutContact(text, offer.contact?.name ?? null, words.leftOut);
  const facts = [...factsOf(offer, words), { label: words.labels.contact, value: contact }];
  const named = formations.map(({ title, component }) => (component === null ? title : `${title} (${component})`));
  const author = plainLine(universityName) || words.noUniversity;
  return {
    language,
    title: plainLine(offer.title),
    subtitle: plainLine([offer.company?.name, placeOf(offer)].filter(Boolean).join(' · ')),
    facts: facts
      .filter(({ value }) => value.trim() !== '')
      .map(({ label, value }) => ({ label: own(label), value: plainLine(value) })),
    lists: [
      { heading: own(words.formations(formations.length)), text: named.map(plainLine).join(' ; ') },
      { heading: own(words.skills), text: offer.skills.map(plainLine).join(' · ') },
    ].filter(({ text }) => text !== ''),
    textHeading: own(words.text),
    // Whom the offer was sent by, and with what greetings, is for the office alone.
    text: shown(plainText(offerBody(offer.description))).trim() || own(words.noText),
    cutHint: own(words.cutHint),
    remarks: contact === '' ? [] : [own(words.personalData)],
    footer: own(words.footer(author, longDate(words, new Date(madeAt)))),
    author,
    madeAt,
  };
}

function factsOf(offer: Offer, words: SheetWords): readonly { readonly label: string; readonly value: string }[] {
  const { labels } = words;
  const day = (date: string): string => longDate(words, new Date(date), 'UTC');
  return [
    { label: labels.contract, value: offer.contractType ? words.contractTypes[offer.contractType] : '' },
    { label: labels.start, value: offer.start ? startText(words, offer.start, day) : '' },
    { label: labels.duration, value: offer.duration ? durationText(words, offer.duration) : '' },
    { label: labels.hours, value: offer.weeklyHours === null ? '' : words.hours(figure(words, offer.weeklyHours)) },
    { label: labels.pay, value: offer.pay ? payText(words, offer.pay) : '' },
    { label: labels.levels, value: offer.levels.map(words.level).join(', ') },
    { label: labels.domain, value: offer.domain ?? '' },
    { label: labels.remote, value: offer.remote ? words.remote[offer.remote] : '' },
    { label: labels.places, value: offer.places === null ? '' : figure(words, offer.places) },
    { label: labels.expires, value: offer.expiresOn ? day(offer.expiresOn) : '' },
    { label: labels.reference, value: offer.externalId ?? '' },
  ];
}

function placeOf({ postcode, city, country }: Offer): string {
  return [[postcode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
}

/** Who answers for the offer, by mail and telephone. */
function contactLine({ contact }: Offer): string {
  return [contact?.name, contact?.email, contact?.phone].filter(Boolean).join(', ');
}

/** Days carry no zone and are written in UTC; instants as the person's clock has them. */
function longDate({ locale }: SheetWords, date: Date, timeZone?: string): string {
  return withFirstOfMonth(locale, new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(date));
}

function figure({ locale }: SheetWords, value: number): string {
  return new Intl.NumberFormat(locale).format(value).replaceAll('\u202f', '\u00a0');
}

function startText(words: SheetWords, start: OfferStart, day: (date: string) => string): string {
  switch (start.kind) {
    case 'as-soon-as-possible':
      return words.soon;
    case 'date':
      return day(start.on);
    case 'range':
      return words.between(day(start.from), day(start.to));
  }
}

function durationText(words: SheetWords, { unit, min, max }: OfferDuration): string {
  return words.duration(unit, figure(words, min), figure(words, max), max <= 1);
}

/** The author's own words where there are some: they say what a figure leaves out. */
function payText(words: SheetWords, { amount, per, wording }: OfferPay): string {
  if (wording.trim() !== '' || amount === null || per === null) return wording;
  const euros = new Intl.NumberFormat(words.locale, {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return words.pay(euros.format(amount).replaceAll('\u202f', '\u00a0'), per);
}
