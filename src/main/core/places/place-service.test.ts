import { expect, it } from 'vitest';
import { act, change, make, openDesk } from '../../../../tests/support/offer-desk';
import { offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { OfferDraft } from '../../../shared/domain/offer';
import { hasStalePlaces, placeOffers } from './place-service';

const titles = ({ offerService }: Pick<OpenRecords, 'offerService'>, filter: OfferFilter): string[] =>
  offerService
    .list({ filter, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 50 })
    .rows.map(({ title, city }) => `${title}: ${city ?? '–'}`);

const never = new AbortController().signal;

const said: readonly Partial<OfferDraft>[] = [
  { title: 'Actuaire', city: 'St Etienne' },
  { title: 'Biologiste', city: '75' },
  { title: 'Comptable', city: 'Saint-Denis', postcode: '93200' },
  { title: 'Documentaliste', city: 'Saint-Denis' },
  { title: 'Ergonome', city: null, postcode: '38190' },
  { title: 'Fiscaliste', city: 'Île-de-France' },
  { title: 'Géomètre', city: 'Télétravail' },
  { title: 'Historien', city: 'Paris', country: 'États-Unis' },
];

async function openWithOffers(): Promise<OpenRecords> {
  const records = openRecords();
  await records.database.write((db) => {
    const intake = records.offerService.openIntake(db, null);
    said.forEach((draft, index) => intake.put(offerDraft({ externalId: `${index}`, ...draft }), offerContact()));
  });
  return records;
}

it('gives offers that come in their places, by which lists show, sort and filter them', async () => {
  await using records = await openWithOffers();
  expect(titles(records, {})).toEqual([
    'Actuaire: Saint-Étienne',
    'Biologiste: Paris',
    'Comptable: Saint-Denis (93)',
    'Documentaliste: Saint-Denis',
    'Ergonome: Isère (38)',
    'Fiscaliste: Île-de-France',
    'Géomètre: Télétravail',
    'Historien: Paris (États-Unis)',
  ]);
  expect(titles(records, { department: '93' })).toEqual(['Comptable: Saint-Denis (93)']);
  expect(titles(records, { region: '11' })).toEqual([
    'Biologiste: Paris',
    'Comptable: Saint-Denis (93)',
    'Fiscaliste: Île-de-France',
  ]);
  expect(titles(records, { city: 'saint-denis (93)' })).toEqual(['Comptable: Saint-Denis (93)']);
  const { cities, departments, regions } = records.offerService.facets();
  expect({ cities, departments, regions }).toEqual({
    cities: [
      'Île-de-France',
      'Isère (38)',
      'Paris',
      'Paris (États-Unis)',
      'Saint-Denis',
      'Saint-Denis (93)',
      'Saint-Étienne',
    ],
    departments: ['38', '42', '75', '93'],
    regions: ['11', '84'],
  });
});

it('keeps what was said beside the place', async () => {
  await using records = await openWithOffers();
  const [offer] = [...records.offerService.all({ text: 'Biologiste' })];
  expect(offer).toMatchObject({ city: '75', place: { name: 'Paris', communeCode: '75056', department: '75' } });
});

it('places what a person writes, and again what they correct', async () => {
  await using desk = openDesk();
  const saved = await act(desk, await make(desk, { city: 'Valence' }), 'publish');
  expect(titles(desk.records, { department: '26' })).toEqual([]);
  await change(desk, saved, { city: 'Valence (26)' });
  expect(titles(desk.records, { department: '26' })).toHaveLength(1);
});

it('places offers of former rules in the background, without another revision, and only once', async () => {
  await using records = await openWithOffers();
  const { database } = records;
  await database.write((db) => {
    db.prepare('update offer set city_key = lower(city)').run();
    db.prepare('delete from place').run();
  });
  const before = database.read.prepare('select id, revision, content_hash, updated_at from offer').all();
  expect(hasStalePlaces(database.read)).toBe(true);
  expect(titles(records, { department: '75' })).toEqual([]);
  expect(await placeOffers(database, never)).toBe(said.length - 1);
  expect(titles(records, { department: '75' })).toEqual(['Biologiste: Paris']);
  expect(database.read.prepare('select id, revision, content_hash, updated_at from offer').all()).toEqual(before);
  expect(hasStalePlaces(database.read)).toBe(false);
  expect(await placeOffers(database, never)).toBe(0);
});

it('goes on with the next start where it was stopped', async () => {
  await using records = await openWithOffers();
  expect(await placeOffers(records.database, AbortSignal.abort())).toBe(0);
  expect(hasStalePlaces(records.database.read)).toBe(true);
});

it('places anew what an undone import puts back from before the rules', async () => {
  await using records = openRecords();
  const { database, offerService } = records;
  const put = (city: string) =>
    records.asImport('offers', (db, importId) =>
      offerService.openIntake(db, importId).put(offerDraft({ externalId: 'A', title: 'A', city }), offerContact()),
    );
  await put('LYON (69)');
  await database.write((db) => {
    db.prepare("update offer set city_key = 'lyon (69)'").run();
    db.prepare('delete from place').run();
  });
  const { importId } = await put('Grenoble');
  expect(titles(records, { department: '38' })).toEqual(['A: Grenoble']);
  await database.write((db) => offerService.undoImport(db, importId));
  expect(titles(records, { department: '69' })).toEqual(['A: Lyon']);
});
