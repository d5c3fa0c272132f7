import { describe, expect, it } from 'vitest';
import { ownColumns } from './rejected-columns';

describe('the columns of a file of rejected rows', () => {
  it.each([
    [['Titre', 'Ville'], 2],
    [['Titre', 'Ville', 'motif'], 2],
    [['Titre', 'Ville', 'Motif', 'motif (2)'], 2],
    [['Titre', 'Ville', 'motif', 'cellule en trop 1', 'cellule en trop 2'], 2],
    [['Title', 'reason', 'surplus cell 1'], 1],
    [['Titre', 'motif', 'Ville'], 3],
    [['Titre', 'motif de clôture'], 2],
  ])('are told from those of the file: %j', (header, own) => {
    expect(ownColumns(header)).toBe(own);
  });

  it('are the file’s own where a person gave them a field', () => {
    expect(ownColumns(['Titre', 'motif', 'motif (2)'], ['title', 'closingReason', null])).toBe(2);
  });
});
