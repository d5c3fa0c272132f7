import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communesByKey } from './communes';
import { placeOf } from './offer-place';

const said = (city: string | null, postcode: string | null = null, country: string | null = null) => ({
  city,
  postcode,
  country,
});

describe('the place of an offer', () => {
  it.each([
    ['75', null, 'Paris', '75056', '75 11'],
    ['Paris 8e', null, 'Paris', '75056', '75 11'],
    ['Paris 8ème arrondissement', null, 'Paris', '75056', '75 11'],
    ['75 - PARIS 09', '75009', 'Paris', '75056', '75 11'],
    ['Paris, Île-de-France, France', null, 'Paris', '75056', '75 11'],
    ['Lyon Cedex 03', null, 'Lyon', '69123', '69 84'],
    ['LYON (69)', null, 'Lyon', '69123', '69 84'],
    ['69003 Lyon', null, 'Lyon', '69123', '69 84'],
    ['Lyon 3', null, 'Lyon', '69123', '69 84'],
    ['Saint Etienne', null, 'Saint-Étienne', '42218', '42 84'],
    ['St-Étienne', '42000', 'Saint-Étienne', '42218', '42 84'],
    ['ST ETIENNE CEDEX 2', '42023', 'Saint-Étienne', '42218', '42 84'],
    ['Bourg en Bresse', null, 'Bourg-en-Bresse', '01053', '01 84'],
    ['MANS (LE)', null, 'Le Mans', '72181', '72 52'],
    ['Grenoble - Isère', null, 'Grenoble', '38185', '38 84'],
    ['Isère, Grenoble', null, 'Grenoble', '38185', '38 84'],
    [null, '29200', 'Brest', '29019', '29 53'],
    ['Évry', '91000', 'Évry-Courcouronnes', '91228', '91 11'],
    ['Cherbourg', null, 'Cherbourg-en-Cotentin', '50129', '50 28'],
    ['Ajaccio', null, 'Ajaccio', '2A004', '2A 94'],
    ['Fort-de-France', null, 'Fort-de-France', '97209', '972 02'],
    ['Mayenne', null, 'Mayenne', '53147', '53 52'],
  ])('%s, %s is the commune %s', (city, postcode, name, communeCode, area) => {
    const [department, region] = area.split(' ');
    expect(placeOf(said(city, postcode))).toEqual({ name, communeCode, department, region, openAmong: [] });
  });

  it.each([
    ['Saint-Denis', '93200', 'Saint-Denis (93)', '93066'],
    ['93 - SAINT DENIS', null, 'Saint-Denis (93)', '93066'],
    ['93-Saint-Denis', null, 'Saint-Denis (93)', '93066'],
    ['Saint-Denis (Seine-Saint-Denis)', null, 'Saint-Denis (93)', '93066'],
    ['Saint-Denis, La Réunion', null, 'Saint-Denis (974)', '97411'],
    ['Saint-Denis', '97400', 'Saint-Denis (974)', '97411'],
    ['Valence', '26000', 'Valence (26)', '26362'],
    ['Valence, Occitanie', null, 'Valence (82)', '82186'],
    ['Valence, Drôme', null, 'Valence (26)', '26362'],
    ['VALENCE CEDEX', '26021', 'Valence (26)', '26362'],
    ['Vienne', '38200', 'Vienne (38)', '38544'],
    ['Bretagne', '36110', 'Bretagne (36)', '36024'],
  ])('%s, %s has namesakes and is %s', (city, postcode, name, communeCode) => {
    expect(placeOf(said(city, postcode))).toMatchObject({ name, communeCode, openAmong: [] });
  });

  it.each([
    ['Saint-Denis', 'Saint-Denis', ['11', '30', '93', '974']],
    ['VALENCE', 'Valence', ['16', '26', '82']],
    ['Vienne', 'Vienne', ['38', '86']],
    ['Évry', 'Évry', ['89', '91']],
    ['Montreuil', 'Montreuil', ['28', '85', '93']],
  ])('%s alone is left open', (city, name, departments) => {
    const place = placeOf(said(city));
    expect(place).toEqual({ name, communeCode: null, department: null, region: null, openAmong: departments });
  });

  it.each([
    ['Isère', null, 'Isère (38)', '38', '84'],
    ['38', null, 'Isère (38)', '38', '84'],
    ['69 - Rhône', null, 'Rhône (69)', '69', '84'],
    ['La Réunion', null, 'La Réunion (974)', '974', '04'],
    [null, '38190', 'Isère (38)', '38', '84'],
    ['Île-de-France', null, 'Île-de-France', null, '11'],
    ['ILE DE FRANCE', null, 'Île-de-France', null, '11'],
    ['région Bretagne', null, 'Bretagne', null, '53'],
    ['Bretagne', null, 'Bretagne', null, '53'],
    ['PACA', null, 'Provence-Alpes-Côte d’Azur', null, '93'],
    ['Nouméa', '98800', 'Nouméa (988)', '988', null],
    ['Courcouronnes', '91080', 'Courcouronnes (91)', '91', '11'],
    ['Grenoble', '69003', 'Grenoble (69)', '69', '84'],
    ['Paris / Lyon', null, 'Paris / Lyon', null, null],
    ['Valmont-les-Nuages', null, 'Valmont-les-Nuages', null, null],
  ])('%s, %s is as much as is certain: %s', (city, postcode, name, department, region) => {
    expect(placeOf(said(city, postcode))).toEqual({ name, communeCode: null, department, region, openAmong: [] });
  });

  it.each(['Télétravail', 'TELETRAVAIL', 'France entière', 'France', 'full remote', ' '])('%s is none', (city) => {
    expect(placeOf(said(city))).toBeNull();
    expect(placeOf(said(city, '38000'))).toMatchObject({ department: '38' });
  });

  it('lies abroad where the country says so', () => {
    expect(placeOf(said('Paris', '75460', 'États-Unis'))).toEqual({
      ...{ name: 'Paris (États-Unis)', communeCode: null, department: null, region: null, openAmong: [] },
    });
    expect(placeOf(said(null, null, 'Belgique'))).toMatchObject({ name: 'Belgique' });
    expect(placeOf(said(null, null, 'France'))).toBeNull();
    expect(placeOf(said('Cayenne', null, 'Guyane'))).toMatchObject({ communeCode: '97302' });
  });

  it('is said whole by its name, for every commune of France', () => {
    const communes = [...communesByKey().values()].flat();
    const lost = communes.filter(({ name, department, inseeCode }) => {
      const place = placeOf(said(`${name} (${department})`));
      return place?.communeCode !== inseeCode || placeOf(said(place.name))?.communeCode !== inseeCode;
    });
    expect(lost).toEqual([]);
  });

  it('is the same place when its name is said again, whatever was said', () => {
    const words = fc.constantFrom(
      'Paris',
      'Lyon',
      'Valence',
      'Isère',
      '38',
      '(93)',
      ',',
      '-',
      'Saint-Denis',
      '8e',
      'x',
      'Bretagne',
      '69003',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(null, '38000', '93200'),
        (parts, postcode) => {
          const place = placeOf(said(parts.join(' '), postcode));
          if (place) expect(placeOf(said(place.name))).toEqual(place);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
