import { expect, it } from 'vitest';
import { emptyOfferForm, writtenOfferFormSchema } from './offer-form';

it('takes names as they are shown, and a text as it was written', () => {
  const turned = '\u202EAubrac\u200B';
  const form = { ...emptyOfferForm, description: turned, companyName: turned, contactName: '\u2066Léa\u2069' };
  expect(writtenOfferFormSchema.parse(form)).toMatchObject({
    description: turned,
    companyName: 'Aubrac',
    contactName: 'Léa',
  });
});
