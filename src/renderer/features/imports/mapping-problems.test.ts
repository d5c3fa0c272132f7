import { describe, expect, it } from 'vitest';
import { mappingProblems } from './mapping-problems';

describe('mappingProblems', () => {
  it('finds nothing in a mapping that can be used', () => {
    expect(mappingProblems('offers', ['title', null, 'skills', 'skills'])).toEqual({ missing: [], twice: [] });
  });

  it('names required fields that no column gives', () => {
    expect(mappingProblems('companies', ['siret', null])).toEqual({ missing: ['name'], twice: [] });
  });

  it('names a plain field once when several columns give it', () => {
    expect(mappingProblems('offers', ['title', 'city', 'city', 'city'])).toEqual({ missing: [], twice: ['city'] });
  });
});
