import { describe, expect, it } from 'vitest';
import { fullOfferDraft, offerContact, offerDraft } from '../../../tests/support/drafts';
import { academicYearOf, defaultYearStart } from './academic-year';
import { generateOffers, type GenerateOptions, type OfferOfFile } from './generate-offers';

const written: readonly OfferOfFile[] = [
  {
    offer: fullOfferDraft({
      externalId: 'A',
      domain: 'Data',
      city: 'Valmont',
      description: 'Octorive recrute à Valmont pour mars 2024. Créée en 1998, la société vise 2030.',
      postedOn: '2024-01-15',
      expiresOn: '2024-02-29',
      start: { kind: 'range', from: '2024-02-29', to: '2024-04-01' },
    }),
    contact: offerContact({ companyName: 'Octorive', contactEmail: 'a@octorive.example' }),
  },
  {
    offer: offerDraft({ externalId: 'B', domain: 'Data', city: 'Lyon', postcode: '69001', postedOn: '2024-10-07' }),
    contact: offerContact({ companyName: 'Palissia' }),
  },
  {
    offer: offerDraft({ externalId: 'C', domain: 'Droit', start: { kind: 'as-soon-as-possible' } }),
    contact: offerContact({ companyName: 'Abaque' }),
  },
];
const options: GenerateOptions = {
  offers: written,
  count: 600,
  seed: 7,
  today: '2026-03-02',
  yearStart: defaultYearStart,
  years: 3,
};
const generate = (changed: Partial<GenerateOptions> = {}): OfferOfFile[] => [
  ...generateOffers({ ...options, ...changed }),
];
const yearOf = ({ offer }: OfferOfFile): number => academicYearOf(offer.postedOn ?? '', defaultYearStart);

describe('generated offers', () => {
  it('are the same for the same seed and others for another', () => {
    expect(generate()).toEqual(generate());
    expect(generate({ seed: 8 })).not.toEqual(generate());
  });

  it('have references of their own', () => {
    const references = generate().map(({ offer }) => offer.externalId);
    expect(new Set(references).size).toBe(600);
    expect(references.slice(0, 5)).toEqual(['A', 'B', 'C', 'A-2', 'B-2']);
  });

  it('lie in the three latest academic years, all of them used, none in the future', () => {
    const offers = generate();
    expect([...new Set(offers.map(yearOf))].sort()).toEqual([2023, 2024, 2025]);
    expect(offers.every(({ offer }) => (offer.postedOn ?? '9') <= options.today)).toBe(true);
  });

  it('lie on working days', () => {
    const days = generate().map(({ offer }) => new Date(offer.postedOn ?? '').getUTCDay());
    expect(days.filter((day) => day === 0 || day === 6)).toEqual([]);
  });

  it('keep the season of the offer they come from', () => {
    const months = generate()
      .filter(({ offer }) => offer.externalId?.startsWith('B'))
      .map(({ offer }) => (offer.postedOn ?? '').slice(5, 7));
    expect([...new Set(months)].sort()).toEqual(['09', '10']);
  });

  it('move start and end along with the year, and the years that the text means as now', () => {
    const [first] = generate({ count: 1, years: 1 });
    expect(first?.offer).toMatchObject({
      postedOn: '2026-01-15',
      start: { kind: 'range', from: '2026-02-28', to: '2026-04-01' },
      expiresOn: '2026-03-01',
      description: 'Octorive recrute à Valmont pour mars 2026. Créée en 1998, la société vise 2030.',
    });
  });

  it('pass some on to another company of the domain, which then stands in the text', () => {
    const handed = generate().filter(
      ({ offer, contact }) => offer.externalId?.startsWith('A') && contact.companyName === 'Palissia',
    );
    expect(handed.length).toBeGreaterThan(20);
    expect(handed[0]?.offer).toMatchObject({ city: 'Lyon', postcode: '69001' });
    expect(handed.every(({ offer }) => /^Palissia recrute à Lyon /.test(offer.description))).toBe(true);
    const others = generate().filter(({ offer }) => offer.externalId?.startsWith('C'));
    expect(new Set(others.map(({ contact }) => contact.companyName))).toEqual(new Set(['Abaque']));
  });

  it('change the year of nothing when the academic year has only just begun', () => {
    const offers = generate({ today: '2025-09-01', count: 60 });
    expect(offers.every(({ offer }) => (offer.postedOn ?? '9') <= '2025-09-01')).toBe(true);
  });
});
