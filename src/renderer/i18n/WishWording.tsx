import { useMemo, type ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { speakOfWishes } from './start-i18n';
import { useFormat } from './use-format';

interface WishWordingProps {
  readonly children: ReactNode;
}

/** Tells reasons of a wish where they are told of an offer: a student compares formations with what they want. */
export function WishWording({ children }: WishWordingProps) {
  const { i18n } = useTranslation();
  const { language } = useFormat();
  const spoken = useMemo(() => speakOfWishes(i18n, language), [i18n, language]);
  return <I18nextProvider i18n={spoken}>{children}</I18nextProvider>;
}
