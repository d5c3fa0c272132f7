import { expect, it } from 'vitest';
import { incidentText, partName } from './incident-text';

it('says in words what ended and what was unforeseen, and leaves what it does not know as it stands', () => {
  expect(incidentText('incident – offers.list', 'fr')).toBe('Une erreur imprévue s’est produite (offers.list).');
  expect(incidentText('A worker failed. – embed', 'fr', ' ')).toBe(
    'La partie « modèle de langue » s’est arrêtée ; elle a été relancée dès qu’il a fallu.',
  );
  expect(incidentText('A worker failed. – constructor', 'en')).toBe(
    'The part “constructor” stopped; it was started again as soon as it was needed.',
  );
  expect(incidentText('slow – x', 'en')).toBe('slow – x');
  expect([partName('match', 'en'), partName('toString', 'fr')]).toEqual(['comparison', 'toString']);
});
