import { describe, expect, it } from 'vitest';
import { startI18n } from '../../i18n/start-i18n';
import { proposedMessage, type MessageSettings } from './use-message';

const settings: MessageSettings = {
  ...{ personName: 'Marie Lemoine', officeName: 'Bureau des stages', universityName: 'Université de Valmont' },
  ...{ messageLanguage: 'fr', sharesContact: true },
};
const signature = 'Marie Lemoine\nBureau des stages\nUniversité de Valmont';
const one = { count: 1, title: 'Comptable' };
const many = { count: 3, title: 'Comptable' };

describe('a proposed message', () => {
  it.each(['transmit', 'remind'] as const)('to %s is in its own language, signed by person and office', (purpose) => {
    // The interface speaks English.
    const t = startI18n('en').getFixedT(settings.messageLanguage);
    for (const about of [one, many]) {
      const { language, text } = proposedMessage(t, purpose, about, settings);
      expect(language).toBe('fr');
      expect(text).toMatch(/^Bonjour,\n/);
      expect(text.endsWith(`\n\n${signature}`)).toBe(true);
    }
  });

  it('of several offers says how many, and of one says which', () => {
    const t = startI18n('fr').getFixedT('en');
    expect(proposedMessage(t, 'remind', many, settings).subject).toBe('Reminder: 3 offers for your students');
    expect(proposedMessage(t, 'remind', one, settings).subject).toBe('Reminder: Comptable');
    expect(proposedMessage(t, 'transmit', many, settings).subject).toBe('3 offers for your students');
  });

  it('is not signed where nobody said who they are', () => {
    const t = startI18n('fr').getFixedT('fr');
    const nobody = { ...settings, personName: null, officeName: ' ', universityName: '' };
    expect(proposedMessage(t, 'transmit', one, nobody).text.endsWith('Merci d’avance.')).toBe(true);
  });
});
