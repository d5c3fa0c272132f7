import { expect, it } from 'vitest';
import { startI18n } from '../../i18n/start-i18n';
import { createFormat } from '../../i18n/use-format';
import { payText } from './pay-text';

const { t } = startI18n('fr');
const format = createFormat('fr');
const text = (amount: number | null, per: 'hour' | 'month' | 'year' | null, wording: string): string =>
  payText(t, format, { amount, per, wording }).replaceAll(/[\u00a0\u202f]/g, ' ');

it.each([
  [4.35, 'hour', '4,35 €/h', '4,35 € par heure'],
  [4.35, 'hour', '4.35', '4,35 € par heure'],
  [600, 'month', '600 euros par mois', '600 € par mois'],
  [1_200, 'month', '1 200 € / mois', '1 200 € par mois'],
  [28_000, 'year', '28.000 euros', '28 000 € par an'],
  [600, 'month', '', '600 € par mois'],
  [600, 'month', '600 € par mois + tickets restaurant', '600 € par mois (600 € par mois + tickets restaurant)'],
  [600, 'month', '600 à 700 € par mois', '600 € par mois (600 à 700 € par mois)'],
  [null, null, 'selon profil', 'selon profil'],
] as const)('writes %s a %s with « %s » as « %s »', (amount, per, wording, expected) => {
  expect(text(amount, per, wording)).toBe(expected);
});
