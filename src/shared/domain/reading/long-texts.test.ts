import { describe, expect, it } from 'vitest';
import { cleanTitle } from '../clean-title';
import { findOneGender } from '../legal/find-one-gender';
import { findWordings } from '../legal/find-wordings';
import { maxTitleLength } from '../offer';
import { offerMatchText } from '../text/match-text';
import { plainText, withoutContact } from '../transmission-letter';
import { offerBody } from './offer-body';
import { proposeTitle } from './propose-title';
import { readDetails } from './read-details';
import { readText } from './read-text';
import { readWorkPlace } from './read-work-place';
import { createSkillFinder } from './skill-finder';

// An offer may have 200,000 characters, of anything: what takes the square of the length freezes the page and the core.

const finder = createSkillFinder([]);
const nobody = { company: null, contact: null, city: null };
const works: readonly (readonly [string, (text: string) => unknown])[] = [
  ['the title', proposeTitle],
  ['the details', (text) => readDetails(text, '2026-11-22')],
  ['the place', readWorkPlace],
  ['the terms', (text) => readText(finder, 'x', text)],
  ['the wordings', (text) => findWordings('description', text, 'internship')],
  ['a work for women only', (text) => findOneGender('', text)],
  ['what is sent', (text) => withoutContact(plainText(text), 'Anne Rive', '…')],
  ['the body', offerBody],
  ['what is ranked', (text) => offerMatchText({ title: 'x', description: text, skills: [] }, nobody)],
  ['a clean title', (text) => cleanTitle(text.slice(-maxTitleLength))],
];
/** What expressions begin with, stop at or repeat, again and again. */
const pieces = [
  ...['a', 'A', '\t', ' ', '\n', ' \n', '\u00a0', '-', '- ', ' - ', '_', '*', '|', '> ', '.', '(', ' (', '<', '&amp;'],
  ...[
    'a@',
    '@',
    'a.',
    'a-',
    '1 ',
    '0',
    '06 ',
    '12 345 ',
    '+33',
    '+33 6 ',
    'www.',
    'http://',
    'Aaaa ',
    'Aaa, ',
    'L’Aaa ',
  ],
  ...['Contact : ', 'De : ', 'Objet : ', 'Entreprise : ', 'le a écrit ', 'cordialement ', 'en vous remerciant '],
  ...[
    'recherche un ',
    'recherche serveuse ',
    'chez Aaa ',
    'Le Groupe Aaaa Bbbb ',
    'envoyer à ',
    'fournisseur ',
    'du 5 janvier au ',
    'de mars ',
  ],
  ...[
    'stage de ',
    'durée du stage ',
    'entre 600 et ',
    'bac + ',
    'licence ',
    'première année de ',
    'h/f ',
    'télétravail 2 ',
  ],
  ...[
    'remplace ',
    'auprès de ',
    'entre 18 et ',
    '25 ans ',
    'personnes ',
    'sans distinction de ',
    'réservé aux ',
    'Candidature ',
  ],
];
const length = 12_000;
/** Below it, a measure is noise: the expressions with the fault took one second and more. */
const floorMs = 250;

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe.each(works)('%s of a long text', (_name, work) => {
  it('takes twice the time for twice the text', () => {
    // What is compiled on the way is no work of the text.
    for (const piece of pieces) work(piece.repeat(20));
    const slow = pieces.filter((piece) => {
      const text = `Stage x\n${piece.repeat(Math.ceil((2 * length) / piece.length))}x`;
      const twice = cpuMs(() => work(text));
      if (twice < floorMs) return false;
      // Measured again, for whatever happened to be done beside it.
      const half = text.slice(0, length);
      return cpuMs(() => work(text)) > 3 * cpuMs(() => work(half));
    });
    expect(slow).toEqual([]);
  });
});
