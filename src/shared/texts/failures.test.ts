import { describe, expect, it } from 'vitest';
import { errorCodes, errorReasons } from '../domain/app-error';
import { failuresEn } from './failures-en';
import { failuresFr } from './failures-fr';
import { fileFailuresEn } from './file-failures-en';
import { fileFailuresFr } from './file-failures-fr';
import { recordFailuresEn } from './record-failures-en';
import { recordFailuresFr } from './record-failures-fr';
import { serviceFailuresEn } from './service-failures-en';
import { serviceFailuresFr } from './service-failures-fr';
import { storageFailuresEn } from './storage-failures-en';
import { storageFailuresFr } from './storage-failures-fr';

const areas = {
  fr: [fileFailuresFr, recordFailuresFr, serviceFailuresFr, storageFailuresFr],
  en: [fileFailuresEn, recordFailuresEn, serviceFailuresEn, storageFailuresEn],
};
const whole = { fr: failuresFr, en: failuresEn };

describe.each(['fr', 'en'] as const)('the sentences about failures (%s)', (language) => {
  it('has each reason in one area, and each code', () => {
    const reasons = areas[language].flatMap((area) => Object.keys(area));
    expect(reasons.sort()).toEqual([...errorReasons].sort());
    expect(Object.keys(whole[language].codes).sort()).toEqual([...errorCodes].sort());
  });

  it('has for each what happened and what to do', () => {
    const all = [...Object.entries(whole[language].reasons), ...Object.entries(whole[language].codes)];
    expect(all.filter(([, { what, todo }]) => what.trim() === '' || todo.trim() === '')).toEqual([]);
  });
});

it('has a reason in the same area in both languages', () => {
  const [fr, en] = [areas.fr, areas.en].map((each) => each.map((area) => Object.keys(area).sort()));
  expect(fr).toEqual(en);
});
