import { describe, expect, it } from 'vitest';
import { withLineBreaks } from './line-breaks';

describe('line breaks that were written out', () => {
  it.each([
    ['Missions :/r/n- saisir/r/n- classer', 'Missions :\n- saisir\n- classer'],
    ['Missions :\\r\\n- saisir', 'Missions :\n- saisir'],
    ['Vous saisissez.\\nVous classez.', 'Vous saisissez.\nVous classez.'],
    ['Vous saisissez. \\n\\nVous classez.', 'Vous saisissez. \n\nVous classez.'],
    // Paths, slashes and what is a break already stay.
    ['C:\\notes\\nouveau.txt', 'C:\\notes\\nouveau.txt'],
    ['\\\\serveur\\notes\\a', '\\\\serveur\\notes\\a'],
    ['H/F, r/n et CDD/CDI', 'H/F, r/n et CDD/CDI'],
    ['a\r\nb', 'a\r\nb'],
    ['Missions:\\n- saisir', 'Missions:\n- saisir'],
  ])('%j is read %j', (text, read) => {
    expect(withLineBreaks(text)).toBe(read);
    expect(withLineBreaks(read)).toBe(read);
  });
});
