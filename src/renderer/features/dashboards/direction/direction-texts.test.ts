import { expect, it } from 'vitest';
import { startI18n } from '../../../i18n/start-i18n';
import { createFormat } from '../../../i18n/use-format';
import { perPlaceText } from './direction-texts';

it.each([
  [null, '–'],
  [0, '0'],
  [0.000_3, 'moins de 0,001'],
  [0.004_4, '0,004'],
  [0.0449, '0,045'],
  [9.166, '9,17'],
])('few offers a place are never told as none: %s', (perPlace, text) => {
  expect(perPlaceText({ t: startI18n('fr').t, format: createFormat('fr') }, perPlace)).toBe(text);
});
