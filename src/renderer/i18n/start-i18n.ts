import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { withFrenchSpaces } from '../../shared/texts/french-spaces';
import { en } from './en';
import { fr } from './fr';
import { withManyForms, type TextTree } from './typography';
import { wishesEn } from './wishes-en';
import { wishesFr } from './wishes-fr';
import { createFormat } from './use-format';

/** Prepares the texts of both languages. Nothing is fetched: everything is in the page. */
export function startI18n(language: 'fr' | 'en'): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: {
      fr: { translation: prepare(fr, (text) => withFrenchSpaces(text)) },
      en: { translation: prepare(en, (text) => text) },
    },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  instance.services.formatter?.add('number', (value: number, language) =>
    createFormat(language === 'en' ? 'en' : 'fr').number(value),
  );
  return instance;
}

/** The same texts in one language, but that reasons are told of a wish where they are told of an offer. */
export function speakOfWishes(instance: i18n, language: 'fr' | 'en'): i18n {
  const spoken = instance.cloneInstance({ lng: language, forkResourceStore: true });
  const reasons =
    language === 'fr' ? prepare(wishesFr, (text) => withFrenchSpaces(text)) : prepare(wishesEn, (text) => text);
  spoken.addResourceBundle(language, 'translation', { reasons }, true, true);
  return spoken;
}

function prepare(texts: TextTree, write: (text: string) => string): TextTree {
  return withManyForms(mapTexts(texts, write));
}

function mapTexts(texts: TextTree, write: (text: string) => string): TextTree {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? write(value) : mapTexts(value, write),
    ]),
  );
}
