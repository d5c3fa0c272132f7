import { describe, expect, it } from 'vitest';
import { cleanTitle } from '../clean-title';
import { createRowReader } from '../read-import-row';
import { withoutControls } from './without-controls';

const override = '\u202E';

describe('a text without controls', () => {
  it('keeps every character that shows', () => {
    expect(withoutControls(`Stage${override} fdp.exe\u200B \u2066é\u2069`)).toBe('Stage fdp.exe é');
    const family = '👩\u200D🔬 déjà vu, naïf';
    expect(withoutControls(family)).toBe(family);
  });

  it('is what titles and names of a file become', () => {
    expect(cleanTitle(`Stage ${override}comptable`)).toBe('Stage comptable');
    const read = createRowReader('companies', ['nom', 'contact', 'ville'], ['name', 'contactName', 'city']);
    expect(read([`Aba${override}que`, `Ana\u200B Roy`, '\u2067Lyon']).draft).toMatchObject({
      company: { name: 'Abaque', city: 'Lyon', contact: { name: 'Ana Roy' } },
    });
    expect(read([override, '', '']).issues).toMatchObject([{ code: 'missing-required' }]);
  });
});
