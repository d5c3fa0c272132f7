import { describe, expect, it } from 'vitest';
import { levelMaskOf, levelsOf, studyYearsOf } from './study-years';

describe('the years that students of a formation are in', () => {
  it.each([
    [3, 'BUT', [1, 2, 3]],
    [3, 'Licence professionnelle', [3]],
    [5, 'Master', [4, 5]],
    [2, 'BTS', [1, 2]],
    [8, 'Doctorat', [6, 7, 8]],
    [6, 'Certificat', [6]],
    [null, 'Master', [4, 5]],
    [1, 'Licence', [0, 1]],
    [null, 'Certificat', []],
    [null, null, []],
  ])('of level %s, %s are %j', (level, diplomaType, years) => {
    expect(studyYearsOf(level, diplomaType)).toEqual(years);
  });

  it('travel as bits', () => {
    expect(levelsOf(levelMaskOf([0, 3, 8]))).toEqual([0, 3, 8]);
  });
});
