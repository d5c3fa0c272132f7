import { expect, it } from 'vitest';
import type { SimilarCompany } from '../../../shared/contract/companies';
import { emptyOfferForm } from '../../../shared/domain/offer-form';
import { companyQuestion, withShownCompany } from './known-company';
import type { Proposals } from './proposals';

const siret = '73282932000074';
const known = { id: 1, name: 'Atelier Numérique de la Loire', siret, city: null, offerCount: 2 } as SimilarCompany;
const read: Proposals = { companyName: 'Atelier Loire', companySiret: siret, city: 'Nantes' };

it('proposes the company that has the SIRET under its own name, be another name or none read', () => {
  const question = companyQuestion(emptyOfferForm, read);
  expect(question).toEqual({ name: 'Atelier Loire', siret, exceptId: null });
  expect(withShownCompany(read, question, [known])).toEqual({ ...read, companyName: known.name });
  const unnamed: Proposals = { companySiret: siret, city: 'Nantes' };
  expect(withShownCompany(unnamed, companyQuestion(emptyOfferForm, unnamed), [known])).toEqual({
    ...read,
    companyName: known.name,
  });
});

it('proposes the name that was read where no company is known, and none before it was looked for', () => {
  const question = companyQuestion(emptyOfferForm, read);
  expect(withShownCompany(read, question, [])).toEqual(read);
  expect(withShownCompany(read, question, undefined)).not.toHaveProperty('companyName');
});

it('asks for no company where one is given or was turned down', () => {
  expect(companyQuestion({ ...emptyOfferForm, companyName: 'Exemple' }, { companySiret: siret })).toBeNull();
  expect(companyQuestion({ ...emptyOfferForm, dismissed: ['companyName'] }, { companySiret: siret })).toBeNull();
  expect(companyQuestion(emptyOfferForm, { city: 'Nantes' })).toBeNull();
});
