import { describe, expect, it } from 'vitest';
import { completeByValues } from './propose-by-values';
import { proposeMapping } from './propose-mapping';

const sirets = ['00013466800011', '000 134 668 00011', '00091614800034'];
const mails = ['a@octorive.example', 'b@nuvelia.example', 'c@valmont.example'];
const postcodes = ['69100', '01000', '97400'];
const sites = ['https://octorive.example', 'www.nuvelia.example', 'http://valmont.example/a'];

function rowsOf(...columns: readonly (readonly string[])[]): string[][] {
  return [0, 1, 2].map((row) => columns.map((values) => values[row] ?? ''));
}

function complete(kind: 'offers' | 'companies', header: readonly string[], rows: readonly (readonly string[])[]) {
  return completeByValues(kind, header, proposeMapping(kind, header), rows);
}

describe('completeByValues', () => {
  it('tells columns without a telling header by their values', () => {
    const header = ['Nom', '#2', 'Colonne C', 'Column4', 'Unnamed: 5'];
    const rows = rowsOf(['Octorive', 'Nuvélia', 'Valmont'], sirets, mails, sites, postcodes);
    expect(complete('companies', header, rows)).toEqual(['name', 'siret', 'contactEmail', 'website', 'postcode']);
  });

  it('leaves a column aside whose header says something else, but for a SIRET', () => {
    const header = ['Titre', 'Identifiant établissement', 'Enseignant référent', 'Matricule'];
    const rows = rowsOf(['A', 'B', 'C'], sirets, mails, postcodes);
    expect(complete('offers', header, rows)).toEqual(['title', 'companySiret', null, null]);
  });

  it('gives a field that a header names to that column alone, and the first of two that are alike', () => {
    const named = complete('offers', ['Titre', 'Courriel', '#3'], rowsOf(['A', 'B', 'C'], mails, mails));
    expect(named).toEqual(['title', 'contactEmail', null]);
    const alike = complete('offers', ['Titre', '#2', '#3'], rowsOf(['A', 'B', 'C'], mails, mails));
    expect(alike).toEqual(['title', 'contactEmail', null]);
  });

  it('asks for three values of which nine in ten fit, and takes no number for a SIRET', () => {
    const header = ['Titre', '#2'];
    expect(complete('offers', header, rowsOf(['A', 'B', 'C'], mails.slice(0, 2)))).toEqual(['title', null]);
    expect(complete('offers', header, rowsOf(['A', 'B', 'C'], [...mails.slice(0, 2), 'x']))).toEqual(['title', null]);
    const numbers = ['12345678901234', '98765432109876', '11111111111111'];
    expect(complete('offers', header, rowsOf(['A', 'B', 'C'], numbers))).toEqual(['title', null]);
    expect(complete('offers', header, rowsOf(['A', 'B', 'C'], ['01/02/2026', '02/02/2026', '03/02/2026']))).toEqual([
      'title',
      null,
    ]);
  });
});
