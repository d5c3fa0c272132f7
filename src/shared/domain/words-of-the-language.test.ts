import { expect, it } from 'vitest';
import { parseDuration } from './cells/parse-duration';
import { parseStart } from './cells/parse-start';
import { comparedNameKey } from './company-name';
import { offerMatchText } from './text/match-text';
import { withoutMarkup } from './text/without-markup';

// Names that every object of the language answers to, and that a company, a month or a text may bear.
const names = ['constructor', 'valueOf', 'toString', 'hasOwnProperty', '__proto__'];

it.each(names)('%s is a word like any other', (name) => {
  expect(comparedNameKey(name)).toBe(name);
  expect(parseStart(`3 ${name} 2027`)).toBeUndefined();
  expect(parseStart(`${name} 2027`)).toBeUndefined();
  expect(parseDuration(`${name} mois`)).toBeUndefined();
  expect(withoutMarkup(`<p>a &${name}; b</p>`).text).toContain(`&${name};`);
  const said = { title: 'Soudeur', description: `Chez ${name} Industrie, vous soudez.`, skills: [] };
  const identity = { company: `${name} Industrie`, contact: `${name} ${name}`, city: `${name} Ville` };
  expect(offerMatchText(said, identity).body).toContain('soudez');
});
