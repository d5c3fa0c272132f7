import { describe, expect, it } from 'vitest';
import { fold } from './fold';
import { guardFormula, unguardFormula, writeAsText } from './formula-guard';
import { parseContract, strongestContract } from './parse-contract';
import { parseDate } from './parse-date';
import { parseDuration } from './parse-duration';
import { parseEmail } from './parse-email';
import { parseEuropeanLevel, parseLevel, parseLevels } from './parse-levels';
import { parseList, parseRomeCodes } from './parse-list';
import { parseCount, parseNumber, parseWeeklyHours } from './parse-number';
import { parsePay } from './parse-pay';
import { parsePlace, parsePostcode } from './parse-place';
import { parseSiret } from './parse-siret';
import { parseStart } from './parse-start';
import { parseCompanySize, parseRemote, parseSeniority, parseYesNo } from './parse-words';
import { remember } from './remember';

describe('fold', () => {
  it.each([
    ['Intitulé du poste (H/F)', 'intitule du poste h f'],
    ['Œuvre & cœur', 'oeuvre coeur'],
    ['  Bac+3 / 100 %  ', 'bac+3 100 %'],
    ['N° SIRET', 'n siret'],
  ])('reads %j as %j', (text, folded) => expect(fold(text)).toBe(folded));
});

describe('remember', () => {
  it('calls a function once for each text, also when it answers undefined', () => {
    const calls: string[] = [];
    const read = remember((text) => {
      calls.push(text);
      return text === 'a' ? 1 : undefined;
    });
    expect(['a', 'b', 'a', 'b'].map(read)).toEqual([1, undefined, 1, undefined]);
    expect(calls).toEqual(['a', 'b']);
  });
});

describe('parseNumber', () => {
  it.each([
    ['37,5', 37.5],
    ['37.5', 37.5],
    ['1 234,50', 1234.5],
    ['1\u202f234', 1234],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['-3', -3],
    ['', undefined],
    ['12 mois', undefined],
    ['1,2,3', undefined],
    ['1e5', undefined],
  ])('reads %j as %j', (text, value) => expect(parseNumber(text)).toBe(value));

  it('counts whole things only', () => {
    expect(['12', '12,0', '12,5', '-1', 'x'].map(parseCount)).toEqual([12, 12, undefined, undefined, undefined]);
  });

  it('reads hours a week, and none that no week has', () => {
    const texts = ['35', '37,5 h', '39h/semaine', '35 heures', '100', '0', 'temps plein', '15 à 20'];
    expect(texts.map(parseWeeklyHours)).toEqual([35, 37.5, 39, 35, undefined, undefined, undefined, undefined]);
  });
});

describe('parseDate', () => {
  it.each([
    ['01/09/2025', '2025-09-01'],
    ['1/9/25', '2025-09-01'],
    ['31-12-1998', '1998-12-31'],
    ['15.03.2026', '2026-03-15'],
    ['2026-03-15', '2026-03-15'],
    ['2026-03-15T10:20:00Z', '2026-03-15'],
    ['15/03/2026 08:30', '2026-03-15'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', undefined],
    ['12/31/2025', undefined],
    ['00/01/2025', undefined],
    ['mars 2026', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, day) => expect(parseDate(text)).toBe(day));
});

describe('parseStart', () => {
  const range = (from: string, to: string) => ({ kind: 'range', from, to });
  it.each([
    ['01/09/2025', { kind: 'date', on: '2025-09-01' }],
    ['à partir du 01/09/2025', { kind: 'date', on: '2025-09-01' }],
    ['dès que possible', { kind: 'as-soon-as-possible' }],
    ['Dès que possible (ASAP)', { kind: 'as-soon-as-possible' }],
    ['immédiat', { kind: 'as-soon-as-possible' }],
    ['mars 2024', range('2024-03-01', '2024-03-31')],
    ['02/2024', range('2024-02-01', '2024-02-29')],
    ['2024-02', range('2024-02-01', '2024-02-29')],
    ['entre mars et avril 2026', range('2026-03-01', '2026-04-30')],
    ['janvier ou février 2026', range('2026-01-01', '2026-02-28')],
    ['janvier à juin 2025', range('2025-01-01', '2025-06-30')],
    ['décembre à février 2026', range('2025-12-01', '2026-02-28')],
    ['décembre 2025 - janvier 2026', range('2025-12-01', '2026-01-31')],
    ['du 01/03/2026 au 30/04/2026', range('2026-03-01', '2026-04-30')],
    ['1er mars 2026', range('2026-03-01', '2026-03-01')],
    ['June 2025', range('2025-06-01', '2025-06-30')],
    ['été 2026', range('2026-06-01', '2026-08-31')],
    ['rentrée 2026', range('2026-09-01', '2026-09-30')],
    ['T1 2026', range('2026-01-01', '2026-03-31')],
    ['2e semestre 2026', range('2026-07-01', '2026-12-31')],
    ['samedis et vacances', undefined],
    ['à convenir', undefined],
    ['septembre', undefined],
    ['31/02/2026', undefined],
  ])('reads %j as %j', (text, start) => expect(parseStart(text)).toEqual(start));
});

describe('parseDuration', () => {
  const months = (min: number, max = min) => ({ unit: 'month', min, max });
  const weeks = (min: number, max = min) => ({ unit: 'week', min, max });
  it.each([
    ['6 mois', months(6)],
    ['4 à 6 mois', months(4, 6)],
    ['5-6 mois', months(5, 6)],
    ['12 ou 24 mois', months(12, 24)],
    ['12 semaines', weeks(12)],
    ['12 to 16 weeks', weeks(12, 16)],
    ['1 an', months(12)],
    ['1 ou 2 ans', months(12, 24)],
    ['un an', months(12)],
    ['4,5 mois', months(4.5)],
    ['8 semaines à 4 mois', weeks(8, 17)],
    ['3 mois mini', months(3)],
    ['CDD - 12 Mois', months(12)],
    ['3 ans (contrat de projet)', months(36)],
    ['année universitaire', undefined],
    ['6', undefined],
    ['0 mois', undefined],
    ['99 ans', undefined],
  ])('reads %j as %j', (text, duration) => expect(parseDuration(text)).toEqual(duration));
});

describe('parseLevels', () => {
  it.each([
    ['Bac+5', [5]],
    ['bac +2', [2]],
    ['Bac+4/5', [4, 5]],
    ['Bac+2 ou 3', [2, 3]],
    ['Bac+3 à Bac+5', [3, 4, 5]],
    ['L3 à M2', [3, 4, 5]],
    ['Licence à master', [3, 4, 5]],
    ['L3 / M1', [3, 4]],
    ['M1-M2', [4, 5]],
    ['Master 1 ou 2', [4, 5]],
    ['BUT / licence pro / M1', [3, 4]],
    ["Master 2 ou école d'ingénieurs", [5]],
    ['Licence pro', [3]],
    ['BTS', [2]],
    ['BUT 2 / BTS', [2]],
    ['BUT GC 2e ou 3e année', [2, 3]],
    ['BUT chimie 3e année', [3]],
    ["Master's level", [5]],
    ['Doctorat', [8]],
    ['Bac', [0]],
    ['niveau 6', [3]],
    ['5', [5]],
    ['étudiant', undefined],
    ['permis B', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, levels) => expect(parseLevels(text)).toEqual(levels));

  it('names a degree by its end', () => {
    expect(['Licence', 'BUT', 'Bac+3', 'M1/M2', 'x'].map(parseLevel)).toEqual([3, 3, 3, 5, undefined]);
  });

  it('turns European levels into years after the bac', () => {
    expect(['5', '6', 'niveau7', 'EQF 8', '9', 'M2'].map(parseEuropeanLevel)).toEqual([
      2,
      3,
      5,
      8,
      undefined,
      undefined,
    ]);
  });
});

describe('parseContract', () => {
  it.each([
    ['Stage', 'internship'],
    ['stage de fin d’études', 'internship'],
    ['Contrat d’apprentissage', 'work-study'],
    ['Cont. professionnalisation', 'work-study'],
    ['ALTERNANCE', 'work-study'],
    ['CDI', 'permanent'],
    ['CDD - 12 Mois', 'fixed-term'],
    ['MIS', 'fixed-term'],
    ['Job étudiant', 'student-job'],
    ['LIB', 'other'],
    ['Fonctionnaire ou contractuel', 'other'],
    ['internship', 'internship'],
    ['Contrat travail', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, contract) => expect(parseContract(text)).toBe(contract));

  it('takes the most particular of several, the first of two equal ones', () => {
    expect(strongestContract(['fixed-term', 'work-study'])).toBe('work-study');
    expect(strongestContract(['permanent', 'fixed-term'])).toBe('permanent');
    expect(strongestContract([])).toBeNull();
  });
});

describe('parsePay', () => {
  it.each([
    ['4,35 €/h', 4.35, 'hour'],
    ['1 200 € / mois', 1200, 'month'],
    ['1\u202f200\u00a0€ brut mensuel', 1200, 'month'],
    ['1100 €', 1100, null],
    ['36 k€ + variable', 36_000, 'year'],
    ['28 000 € par an', 28_000, 'year'],
    ['1,250 € gross/month', 1250, 'month'],
    ['660', 660, null],
    ['1 000 à 1 200 €', null, null],
    ['65 à 80 % du SMIC', null, null],
    ['£1,650 per month', null, null],
    ['selon convention', null, null],
    ['jusqu’à 800 € par mois', null, null],
    ["Jusqu'à 4,50 €/h", null, null],
    ['800 € maximum', null, null],
    ['up to €800 a month', null, null],
    ['660 € par mois, au plus tôt en mars', 660, 'month'],
  ])('reads %j as %j a %j', (wording, amount, per) => expect(parsePay(wording)).toEqual({ amount, per, wording }));
});

describe('parseSiret', () => {
  it.each([
    ['73282932000074', '73282932000074'],
    ['732 829 320 00074', '73282932000074'],
    ['="73282932000074"', '73282932000074'],
    ['73282932000074,00', '73282932000074'],
    // Excel took the leading zeros away.
    ['91614800034', '00091614800034'],
    // La Poste's establishments follow a rule of their own.
    ['35600000000048', '35600000000048'],
    ['73282932000075', undefined],
    ['7,32829E+13', undefined],
    // A SIREN has a right key of its own behind zeros and yet names no establishment.
    ['732829320', undefined],
    ['00000000000000', undefined],
    ['abc', undefined],
  ])('reads %j as %j', (text, siret) => expect(parseSiret(text)).toBe(siret));
});

describe('parsePlace', () => {
  it.each([
    ['56 - THEIX NOYALO', 'Theix Noyalo'],
    ['75 - Paris 9e Arrondissement', 'Paris'],
    ['69 - LYON 05', 'Lyon'],
    ['GRENOBLE CEDEX 9', 'Grenoble'],
    ['79 - COULONGES SUR L AUTIZE', 'Coulonges sur l Autize'],
    ['Saint-Étienne', 'Saint-Étienne'],
  ])('reads the town of %j as %j', (text, city) => expect(parsePlace(text)).toEqual({ city, country: null }));

  it('takes France for a country', () => expect(parsePlace('FRANCE')).toEqual({ city: null, country: 'France' }));

  it.each([
    ['1000', null, '01000'],
    ['="01000"', 'France', '01000'],
    ['F-38000', null, '38000'],
    ['38 000', null, '38000'],
    ['1000', 'Belgique', '1000'],
    ['S1 4GT', 'Royaume-Uni', 'S1 4GT'],
    ['?', null, undefined],
    ['inconnu', null, undefined],
  ])('reads the postcode %j in %j as %j', (text, country, postcode) => {
    expect(parsePostcode(text, country)).toBe(postcode);
  });
});

describe('words', () => {
  it.each([
    ['oui', true],
    ['True', true],
    ['X', true],
    ['non', false],
    ['FALSE', false],
    ['peut-être', undefined],
  ])('reads %j as %j', (text, answer) => expect(parseYesNo(text)).toBe(answer));

  it.each([
    ['non', 'none'],
    ['0', 'none'],
    ['2 j/semaine', 'partial'],
    ['1 à 2 jours', 'partial'],
    ['1 day/week', 'partial'],
    ['hybride', 'partial'],
    ['oui', 'partial'],
    ['100 % possible', 'full'],
    ['full remote', 'full'],
    ['teilweise', undefined],
  ])('reads remote %j as %j', (text, mode) => expect(parseRemote(text)).toBe(mode));

  it.each([
    ['Débutant accepté', 'beginner'],
    ['0 An(s)', 'beginner'],
    ['6 Mois', 'junior'],
    ['2 An(s) - poste identique', 'junior'],
    ['Expérience exigée de 3 An(s)', 'experienced'],
    ['Expérience exigée', 'experienced'],
    ['84 Mois', 'experienced'],
    ['10 ans', 'senior'],
    ['confirmé', 'experienced'],
    ['bof', undefined],
  ])('reads experience %j as %j', (text, seniority) => expect(parseSeniority(text)).toBe(seniority));

  it.each([
    ['PME', 'PME'],
    ['Grand groupe', 'GE'],
    ['8', 'TPE'],
    ['180 salariés', 'PME'],
    ['4 999', 'ETI'],
    ['énorme', undefined],
  ])('reads size %j as %j', (text, size) => expect(parseCompanySize(text)).toBe(size));
});

describe('parseList', () => {
  it.each([
    ['Java | SQL', ['Java', 'SQL']],
    ['Programmer en Java, Python | Tester', ['Programmer en Java, Python', 'Tester']],
    ['Java, Python,SQL', ['Java', 'Python', 'SQL']],
    ['a ; b', ['a', 'b']],
    ['- un\n- deux\n', ['un', 'deux']],
    ['A, B |', ['A, B']],
    ['x | x | ', ['x']],
    ['  ', []],
  ])('cuts %j into %j', (text, items) => expect(parseList(text)).toEqual(items));

  it('finds ROME codes in any wording', () => {
    expect(parseRomeCodes('M1805 | m1855')).toEqual(['M1805', 'M1855']);
    expect(parseRomeCodes('M1805 Études et développement')).toEqual(['M1805']);
    expect(parseRomeCodes('H13')).toBeUndefined();
  });
});

describe('parseEmail', () => {
  it.each([
    ['a.b@univ.example', 'a.b@univ.example'],
    ['Jean Dupont <jean@x.example>', 'jean@x.example'],
    ['mailto:a@b.example', 'a@b.example'],
    ['a@b', undefined],
    ['a@b.example; c@d.example', undefined],
    ['contact', undefined],
  ])('reads %j as %j', (text, email) => expect(parseEmail(text)).toBe(email));
});

describe('formula guard', () => {
  it.each([['=1+1'], ['+33 1 02'], ['- missions'], ['@moi'], ['\tx'], ['\rx'], ['\nx'], ['＝1'], ["'=1"], ["''-x"]])(
    'guards %j and gives it back',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
      expect(unguardFormula(guardFormula(text))).toBe(text);
    },
  );

  it.each([['plain'], ["'quoted' text"], ['1-2'], ['']])('leaves %j alone', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });

  it('keeps the zeros of digits in Excel and reads them back', () => {
    expect(writeAsText('01000')).toBe('="01000"');
    expect(unguardFormula('="01000"')).toBe('01000');
    expect(writeAsText('2A004')).toBe('2A004');
  });
});
