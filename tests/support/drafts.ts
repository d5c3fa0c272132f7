import type { CompanyDraft } from '../../src/shared/domain/company';
import type { FormationDraft } from '../../src/shared/domain/formation';
import type { OfferDraft } from '../../src/shared/domain/offer';
import { emptyOfferFields } from '../../src/shared/domain/offer-form';
import type { OfferContact } from '../../src/shared/domain/offer-row';

/** An offer that says nothing but its title, and what the test is about. */
export function offerDraft(said: Partial<OfferDraft> = {}): OfferDraft {
  return {
    ...emptyOfferFields,
    externalId: null,
    source: null,
    title: 'Développeur web',
    ...said,
  };
}

/** An offer whose every field is filled. */
export function fullOfferDraft(said: Partial<OfferDraft> = {}): OfferDraft {
  return {
    externalId: 'REF-1',
    source: 'Jobteaser',
    title: 'STAGE - DÉVELOPPEUR WEB (H/F)',
    description: 'Vous développez une application de suivi des stages en TypeScript.',
    city: 'Saint-Étienne',
    postcode: '42000',
    country: 'France',
    contractType: 'internship',
    levels: [3, 5],
    domain: 'Informatique',
    romeCode: 'M1805',
    seniority: 'beginner',
    skills: ['TypeScript', 'SQL'],
    start: { kind: 'range', from: '2026-04-01', to: '2026-05-04' },
    duration: { unit: 'month', min: 4, max: 6 },
    weeklyHours: 35,
    pay: { amount: 4.35, per: 'hour', wording: '4,35 € de l’heure' },
    remote: 'partial',
    language: 'français',
    disabilityFriendly: true,
    places: 2,
    postedOn: '2026-02-16',
    expiresOn: '2026-03-31',
    ...said,
  };
}

export function offerContact(said: Partial<OfferContact> = {}): OfferContact {
  return {
    companyName: null,
    companySiret: null,
    contactName: null,
    contactEmail: null,
    contactPhone: null,
    ...said,
  };
}

export function formationDraft(said: Partial<FormationDraft> = {}): FormationDraft {
  return {
    externalId: null,
    title: 'Informatique',
    diplomaType: null,
    level: null,
    component: null,
    description: '',
    prerequisites: null,
    keywords: [],
    skills: [],
    jobs: [],
    romeCodes: [],
    capacity: null,
    managerName: null,
    managerEmail: null,
    ...said,
  };
}

export function companyDraft(said: Partial<CompanyDraft> = {}): CompanyDraft {
  return {
    externalId: null,
    name: 'Nuvélia Systèmes',
    siret: null,
    naf: null,
    size: null,
    address: null,
    postcode: null,
    city: null,
    country: null,
    website: null,
    contact: null,
    ...said,
  };
}
