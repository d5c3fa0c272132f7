import type { TFunction } from 'i18next';

/** Gives the text of a key in the current language; what `useTranslation` calls `t`. */
export type Translate = TFunction;
