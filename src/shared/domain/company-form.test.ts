import { describe, expect, it } from 'vitest';
import { emptyCompanyForm, emptyContactForm, readNaf, readWebsite, tidyCompanyForm } from './company-form';

describe('a website', () => {
  it.each([
    ['www.nuvelia.example', 'https://www.nuvelia.example'],
    ['http://nuvelia.example/offres?x=1', 'http://nuvelia.example/offres?x=1'],
    ['nuvelia.example:8080/a', 'https://nuvelia.example:8080/a'],
  ])('%s leads to %s', (text, expected) => {
    expect(readWebsite(text)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///c:/x',
    'ftp://nuvelia.example',
    'voir mail',
    'nuvelia',
    'https://a@b.example',
  ])('%s leads nowhere', (text) => {
    expect(readWebsite(text)).toBeNull();
  });
});

it.each([
  ['6202a', '62.02A'],
  ['62.02A', '62.02A'],
  ['62 02 A', null],
  ['Informatique', null],
])('the code of an activity in %j is %j', (text, expected) => {
  expect(readNaf(text)).toBe(expected);
});

it('a form is stored without blanks around texts and without contacts of whom nothing was said', () => {
  const contacts = [emptyContactForm, { ...emptyContactForm, name: ' Maëlle ', role: '  ' }];
  expect(tidyCompanyForm({ ...emptyCompanyForm, name: ' Abaque ', city: ' ', contacts })).toEqual({
    ...emptyCompanyForm,
    name: 'Abaque',
    contacts: [{ ...emptyContactForm, name: 'Maëlle' }],
  });
});
