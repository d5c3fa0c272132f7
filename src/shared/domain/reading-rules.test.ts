import { expect, it } from 'vitest';
import { academicYearOf } from './academic-year';
import { cleanTitle } from './clean-title';
import { placeOf, placeRules } from './places/offer-place';
import { proposeMapping } from './propose-mapping';
import { createRowReader } from './read-import-row';
import { readingRules } from './reading-rules';

/**
 * What the rules make of some lines, with the version at which that was so. A change of the rules that shows here raises
 * `readingRules`, so that the reports of former imports offer to read their lines again.
 */
it('are of another version when they read a line otherwise', () => {
  const header = ['Intitulé', 'Ville', 'Contrat', 'Rémunération', 'Niveau', 'Début', 'Durée'];
  const read = createRowReader('offers', header, proposeMapping('offers', header));
  const { draft } = read([
    'CDI - COMPTABLE (H/F) (H/F)',
    'St-Étienne',
    'alternance',
    '1 200,50 € / mois',
    'Bac+5',
    '01/09/2026',
    '6 mois',
  ]);
  if (draft?.kind !== 'offers') throw new Error('The row has a title.');
  const { title, contractType, pay, levels, start, duration, city } = draft.offer;
  const place = placeOf({ city, postcode: null, country: null })?.communeCode;
  const year = academicYearOf('2026-09-01', { month: 9, day: 1 });
  expect({
    readingRules,
    placeRules,
    year,
    title: cleanTitle(title),
    contractType,
    pay,
    levels,
    start,
    duration,
    place,
  }).toMatchInlineSnapshot(`
    {
      "contractType": "work-study",
      "duration": {
        "max": 6,
        "min": 6,
        "unit": "month",
      },
      "levels": [
        5,
      ],
      "pay": {
        "amount": 1200.5,
        "per": "month",
        "wording": "1 200,50 € / mois",
      },
      "place": "42218",
      "placeRules": 2,
      "readingRules": 5,
      "start": {
        "kind": "date",
        "on": "2026-09-01",
      },
      "title": "Comptable",
      "year": 2026,
    }
  `);
});
