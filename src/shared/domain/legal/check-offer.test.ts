import { describe, expect, it } from 'vitest';
import { checkOffer, type LegalFacts } from './check-offer';
import { earliestNextStart, hourlyPay, traineeLimit } from './internship-time';
import type { LegalRuleCode } from './legal-finding';
import { amountOn, gratificationFloors, legalRules } from './legal-rules';

const today = '2026-03-02';
const sound: LegalFacts = {
  title: 'Assistant de gestion (H/F)',
  description: 'Vous tenez la comptabilité des fournisseurs.',
  contractType: 'internship',
  companyName: 'Brasserie du Canal',
  postedOn: today,
  writtenIn: 'fr',
  start: { kind: 'date', on: '2026-04-01' },
  duration: { unit: 'month', min: 2, max: 2 },
  weeklyHours: null,
  pay: null,
  places: null,
  headcount: null,
  formerInternship: null,
  otherInternships: [],
  isDraft: false,
};
const codes = (facts: Partial<LegalFacts>, on = today): readonly LegalRuleCode[] =>
  checkOffer({ ...sound, ...facts }, on).map(({ code }) => code);
const said = (description: string, facts: Partial<LegalFacts> = {}) => codes({ ...facts, description });

describe('a sound offer', () => {
  it('is told nothing', () => expect(codes({})).toEqual([]));
});

describe('wordings', () => {
  it.each<[string, LegalRuleCode]>([
    ['Profil : moins de 30 ans, dynamique.', 'wording-age'],
    ['Vous avez entre 20 et 28 ans.', 'wording-age'],
    ['Candidat âgé de 25 ans', 'wording-age'],
    ['35 ans maximum', 'wording-age'],
    ['Limite d’âge : voir annonce', 'wording-age'],
    ['Nous recherchons une jeune femme souriante', 'wording-age'],
    ['Nous recherchons une femme pour l’accueil', 'wording-sex'],
    ['Poste réservé aux hommes', 'wording-sex'],
    ['Célibataire de préférence', 'wording-family'],
    ['personne sans enfants, mobile', 'wording-family'],
    ['Nationalité française exigée', 'wording-origin'],
    ['Assistante de nationalité française, ponctuelle', 'wording-origin'],
    ['Une jeune femme dynamique', 'wording-sex'],
    ['Remplacement d’une salariée en congé maternité.', 'internship-replaces'],
    ['Vous remplacerez notre assistante.', 'internship-replaces'],
    ['Stage pour faire face à un surcroît d’activité', 'internship-replaces'],
    ['Période d’essai de 2 mois.', 'internship-trial'],
    ['Anglais : langue maternelle', 'wording-mother-tongue'],
    ['Excellente présentation.', 'wording-appearance'],
    ['Merci d’envoyer un CV avec photo', 'wording-appearance'],
    ['Être en bonne santé', 'wording-health'],
    ['Sans engagement syndical', 'wording-belief'],
    ['Habiter impérativement à Nantes', 'wording-residence'],
    ['Pour plus de diversité dans nos équipes, nous recrutons uniquement des femmes de moins de 30 ans', 'wording-sex'],
    ['Pour plus de diversité dans nos équipes, nous recrutons uniquement des femmes de moins de 30 ans', 'wording-age'],
    ['Nous sommes une entreprise inclusive et recherchons un jeune homme de moins de 25 ans', 'wording-sex'],
    ['Poste ouvert à tous, uniquement des femmes', 'wording-sex'],
    ['Sans distinction d’origine : réservé aux hommes', 'wording-sex'],
    ['Sans distinction d’origine, nous recherchons une femme', 'wording-sex'],
    ['Vous accompagnez la responsable, moins de 26 ans', 'wording-age'],
    ['Âge maximum : 26 ans', 'wording-age'],
    ['Profil : moins de 26ans', 'wording-age'],
    ['Profil : moins de trente ans', 'wording-age'],
    ['Entre vingt et vingt-cinq ans', 'wording-age'],
    ['Candidature réservée aux personnes âgées de 18 à 25 ans', 'wording-age'],
    ['Stage pour remplacer Mme Durand en congé maternité', 'internship-replaces'],
    ['Remplacement pendant les congés d’été', 'internship-replaces'],
    ['Emploi saisonnier', 'internship-replaces'],
    ['Réservé aux étudiants français', 'wording-origin'],
    ['Étudiants étrangers s’abstenir', 'wording-origin'],
    ["Origine maghrébine s'abstenir", 'wording-origin'],
    ['Senior s’abstenir', 'wording-age'],
    ['Candidats nés en 2000 ou après', 'wording-age'],
    ['Profil : - de 26 ans', 'wording-age'],
    ['Étudiant motivé (< 26 ans)', 'wording-age'],
    ['Pas de femme enceinte', 'wording-family'],
    ['Le voile est interdit', 'wording-belief'],
    ['Pas de signes religieux', 'wording-belief'],
    ['Adhérent CGT s’abstenir', 'wording-belief'],
    ['Pas de handicap', 'wording-health'],
    ['Nous recherchons une assistante (femme)', 'wording-sex'],
    ['Male only', 'wording-sex'],
    ['You are under 30 years old', 'wording-age'],
    ['Applicants under the age of 30', 'wording-age'],
    ['Vous êtes une femme dynamique', 'wording-sex'],
    ['Vous serez un homme de terrain', 'wording-sex'],
    ['Nous cherchons un vendeur homme', 'wording-sex'],
    ['Nous recrutons une infirmière femme', 'wording-sex'],
    ['De préférence un garçon', 'wording-sex'],
    ['Idéalement une fille', 'wording-sex'],
    ['Idéalement, une jeune femme', 'wording-sex'],
    ['Nous cherchons quelqu’un de jeune et dynamique', 'wording-age'],
    ['quelqu’un de motivé et jeune', 'wording-age'],
    ['Vous êtes jeune et dynamique', 'wording-age'],
    ['Candidat(e) jeune', 'wording-age'],
    ['Candidat·e·s jeunes', 'wording-age'],
    ['Blanc/européen uniquement', 'wording-origin'],
    ['Européens uniquement', 'wording-origin'],
    ['Candidats blancs', 'wording-origin'],
    ['Français uniquement', 'wording-origin'],
    ['Catholique pratiquant apprécié', 'wording-belief'],
    ['Profil : chrétien de préférence', 'wording-belief'],
    ['Pas de barbe ni voile', 'wording-belief'],
    ['Pas de barbe ni voile', 'wording-appearance'],
    ['We want a young female engineer', 'wording-sex'],
    ['We want a young female engineer', 'wording-age'],
    ['We are looking for a woman', 'wording-sex'],
  ])('%s', (description, code) => expect(said(description)).toContain(code));

  it.each([
    'Vous avez 20 à 30 ans d’expérience… non : 2 ans suffisent.',
    'Entreprise de 35 ans d’existence, équipe jeune et dynamique.',
    'Une société jeune, moins de 30 ans d’expérience mais déjà reconnue.',
    'Poste ouvert à toutes et à tous, sans distinction d’âge, de sexe ou de situation de famille, célibataires compris.',
    'Notre politique de diversité : personnes valides ou en situation de handicap.',
    'Soutenance : une bonne présentation des résultats est attendue.',
    'Entreprise en bonne santé financière.',
    'Remplacement de la chaudière et suivi du chantier.',
    'Une entreprise pérenne et en bonne santé, qui veille à la bonne santé de ses machines.',
    'Vous soignez les vitrines et leur bonne présentation.',
    'Remplacement de l’application des congés et absences.',
    'Migration d’un logiciel ayant 20 ans.',
    'Entretien d’un bâtiment de plus de 30 ans, une entreprise familiale de moins de 20 ans.',
    'Étude des travaux saisonniers de la vigne.',
    'Accompagnement de mères de famille.',
    'Accompagnement de jeunes femmes et de jeunes de 16 à 25 ans vers l’emploi.',
    'Visites aux personnes résidant en EHPAD.',
    'Ateliers pour des personnes âgées de 60 ans et plus.',
    'Nous recrutons des hommes et des femmes de talent.',
    'Quels que soient votre âge, votre sexe ou votre nationalité française ou étrangère.',
    'Jeune diplômé bienvenu, débutants acceptés.',
    'Stage de 16 à 24 semaines, 35 heures.',
    'Plus de 26 ans d’expérience, une équipe de plus de 30 personnes.',
    'Contrat d’apprentissage jusqu’à 29 ans révolus.',
    'En contrat de professionnalisation (moins de 26 ans), rythme 3 semaines / 1 semaine.',
    'Profil : - de 20 ans d’expertise dans l’équipe.',
    'Débutants s’abstenir. Non motorisés s’abstenir.',
    'Une société née en 2010, ouverte aux étudiants français et étrangers.',
    'Réservé aux étudiants de master.',
    'Étudiante ou étudiant étranger bienvenu.',
    'Traducteur (français), coiffure (femme), assistant (homme/femme).',
    'Voile légère et planche : vous encadrez les stages.',
    'Un poste sans obstacle, pas de handicap qui ne trouve sa place.',
    'Bâtiment en chantier : le stationnement est interdit.',
    'Our company is over 30 years old, with under 30 years of experience.',
    'Men and women welcome.',
    'We are looking for men and women, or for a women’s fashion designer.',
    'You solder male and female connectors, for young customers and female users.',
    'Young graduate welcome.',
    'Vous rejoignez une équipe jeune et dynamique de hommes et femmes (H/F).',
    'Nous veillons à l’égalité femmes-hommes. Vous êtes un homme ou une femme de terrain.',
    'Vous êtes une femme / un homme de dialogue. Idéalement une femme ou un homme.',
    'Nous recherchons un vendeur homme/femme.',
    'Nous recherchons un vendeur prêt-à-porter femme, un styliste homme et un responsable du rayon homme.',
    'Idéalement une femme de chambre ou un valet de chambre.',
    'Moniteur de voile. Vous animez les sorties à la voile, ni moteur ni rame.',
    'Vous conditionnez des produits blancs uniquement, du vin blanc seulement. Peinture : blanc uniquement. Un vin blanc, français, et des profils noirs.',
    'Médiation auprès des jeunes publics : quelqu’un de confiance. Vous êtes jeune diplômé.',
    'Vous suivez le marché européen uniquement. Rédaction en français uniquement.',
    'Lycée catholique de préférence bilingue, presse catholique. Le diocèse catholique souhaite un stagiaire.',
    'Sans barbe à papa.',
    'Une équipe de 25 personnes, entre 20 et 28 clients.',
  ])('leaves alone: %s', (description) => expect(said(description)).toEqual([]));

  it('says where, in the text as it stands', () => {
    const description = 'Accueil du public.\nLangue maternelle : français.';
    const [finding] = checkOffer({ ...sound, description }, today);
    const place = finding?.place;
    expect(place && description.slice(place.start, place.end)).toBe('Langue maternelle');
    expect(place?.field).toBe('description');
  });

  it('looks at the title too', () => {
    expect(checkOffer({ ...sound, title: 'Vendeuse, moins de 25 ans' }, today)[0]?.place).toEqual({
      field: 'title',
      start: 10,
      end: 25,
    });
  });

  it('allows work-study the age limits of the law', () => {
    expect(said('Alternance, moins de 30 ans', { contractType: 'work-study' })).toEqual([]);
    expect(said('CDD, moins de 30 ans', { contractType: 'fixed-term' })).toEqual(['wording-age']);
  });

  it('stops after five of a kind', () => {
    expect(said('Célibataire. '.repeat(40))).toHaveLength(5);
  });
});

describe('what only an internship may not be', () => {
  it.each(['Remplacement d’une salariée en congé maternité.', 'Période d’essai de 2 mois.'])('%s', (description) => {
    expect(said(description, { contractType: 'fixed-term' })).toEqual([]);
  });

  it('says where no pay is promised although it is due, and only there', () => {
    const description = 'Non rémunéré le premier mois.';
    const duration = { unit: 'month', min: 6, max: 6 } as const;
    const [finding, ...others] = checkOffer({ ...sound, description, duration }, today);
    expect(finding).toMatchObject({
      code: 'gratification-refused',
      place: { field: 'description', start: 0, end: 12 },
    });
    expect(others).toEqual([]);
    expect(said(description)).toEqual([]);
  });

  it('remarks that nothing is paid where nobody says how long it lasts', () => {
    const [finding, ...others] = checkOffer({ ...sound, description: 'Stage non rémunéré.', duration: null }, today);
    expect(finding).toMatchObject({ code: 'gratification-to-check', severity: 'remark', place: { start: 6, end: 18 } });
    expect(others).toEqual([]);
    const pay = { amount: null, per: null, wording: 'sans gratification' };
    expect(codes({ duration: null, pay })).toEqual(['gratification-to-check']);
    expect(codes({ duration: null })).toEqual([]);
  });

  it.each<[string, readonly LegalRuleCode[]]>([
    ['entre 600 et 800 € par mois', ['gratification-below-floor']],
    ['1200-1400€ / mois', []],
    ['600 à 800 €', ['gratification-below-floor']],
    ['de 4,50 à 5 €/h', []],
    ['4 à 5 € de l’heure', ['gratification-below-floor']],
  ])('compares the lower end of a range with the floor: %s', (wording, expected) => {
    const pay = { amount: null, per: null, wording };
    expect(codes({ pay, duration: { unit: 'month', min: 3, max: 3 } })).toEqual(expected);
  });

  it('compares a monthly pay with the floor', () => {
    const pay = { amount: 300, per: 'month', wording: '300€/mois' } as const;
    expect(codes({ pay, weeklyHours: 39, duration: { unit: 'month', min: 3, max: 3 } })).toEqual([
      'gratification-below-floor',
    ]);
  });
});

describe('what is missing', () => {
  it('tells employer, date and language', () => {
    expect(codes({ companyName: ' ', postedOn: null, writtenIn: 'en' })).toEqual([
      'not-in-french',
      'employer-missing',
      'date-missing',
    ]);
  });
  it('is an employer where a name says that there is none', () =>
    expect(codes({ companyName: 'Confidentiel' })).toEqual(['employer-missing']));
  it('is no date while the offer is a draft', () => expect(codes({ postedOn: null, isDraft: true })).toEqual([]));
  it('does not guess a language', () => expect(codes({ writtenIn: null })).toEqual([]));
});

describe('the length of an internship', () => {
  it.each<[LegalFacts['duration'], number | null, boolean]>([
    [{ unit: 'month', min: 4, max: 6 }, null, false],
    [{ unit: 'month', min: 4, max: 6.5 }, null, true],
    [{ unit: 'week', min: 26, max: 26 }, 35, false],
    [{ unit: 'week', min: 27, max: 27 }, 35, true],
    [{ unit: 'week', min: 33, max: 33 }, 28, false],
    [{ unit: 'week', min: 34, max: 34 }, 28, true],
    [{ unit: 'month', min: 6, max: 6 }, 39, true],
  ])('%o at %s hours a week: %s', (duration, weeklyHours, isTooLong) => {
    const pay = { amount: 10, per: 'hour' as const, wording: '' };
    expect(codes({ duration, weeklyHours, pay })).toEqual(isTooLong ? ['internship-too-long'] : []);
  });
  it('does not limit a job', () => {
    expect(codes({ contractType: 'fixed-term', duration: { unit: 'month', min: 12, max: 12 } })).toEqual([]);
  });
});

describe('the gratification', () => {
  const nineWeeks = { unit: 'week', min: 9, max: 9 } as const;
  it('is due above 308 hours', () => {
    expect(codes({ duration: { unit: 'week', min: 8.8, max: 8.8 } })).toEqual([]);
    expect(codes({ duration: nineWeeks })).toEqual(['gratification-missing']);
    expect(codes({ duration: { unit: 'month', min: 2, max: 3 } })).toEqual(['gratification-missing']);
    expect(codes({ duration: { unit: 'week', min: 11, max: 11 }, weeklyHours: 28 })).toEqual([]);
    expect(codes({ duration: { unit: 'week', min: 11, max: 11 }, weeklyHours: 28.1 })).toEqual([
      'gratification-missing',
    ]);
  });

  it.each<[string, number, boolean]>([
    ['2024-01-01', 4.34, true],
    ['2024-01-01', 4.35, false],
    ['2025-12-31', 4.35, false],
    ['2026-01-01', 4.35, true],
    ['2026-01-01', 4.49, true],
    ['2026-01-01', 4.5, false],
  ])('has the floor of the day it starts: %s, %s €', (on, amount, isBelow) => {
    const pay = { amount, per: 'hour' as const, wording: '' };
    expect(codes({ duration: nineWeeks, start: { kind: 'date', on }, pay })).toEqual(
      isBelow ? ['gratification-below-floor'] : [],
    );
  });

  it('takes the day of the check where no start is known', () => {
    const pay = { amount: 4.4, per: 'hour' as const, wording: '' };
    const facts = { duration: nineWeeks, start: null, pay };
    expect(codes(facts, '2025-12-31')).toEqual([]);
    expect(codes(facts, '2026-01-01')).toEqual(['gratification-below-floor']);
  });

  it('reads monthly amounts at the average of 52 weeks', () => {
    expect(hourlyPay({ amount: 682.5, per: 'month', wording: '' }, null)).toBe(4.5);
    expect(hourlyPay({ amount: 600, per: 'month', wording: '' }, null)).toBe(3.96);
    expect(hourlyPay({ amount: 8_190, per: 'year', wording: '' }, null)).toBe(4.5);
    expect(hourlyPay({ amount: null, per: null, wording: 'selon la loi' }, null)).toBeNull();
  });

  it.each(['Selon profil', 'À négocier', 'Oui'])('is asked for in figures: %s', (wording) => {
    const facts = { duration: nineWeeks, pay: { amount: null, per: null, wording } };
    expect(codes(facts)).toEqual(['gratification-in-words']);
    const [finding] = checkOffer({ ...sound, ...facts, start: { kind: 'date', on: '2025-12-01' } }, today);
    expect(finding?.values).toEqual({ floor: 4.35, hours: 315 });
    expect(codes({ ...facts, duration: { unit: 'week', min: 8, max: 8 } })).toEqual([]);
  });

  it('is refused by its own words too', () => {
    expect(codes({ duration: nineWeeks, pay: { amount: null, per: null, wording: 'Non rémunéré' } })).toEqual([
      'gratification-refused',
    ]);
  });

  it('is left alone where the words promise what the law demands', () => {
    expect(codes({ duration: nineWeeks, pay: { amount: null, per: null, wording: 'selon la loi' } })).toEqual([]);
  });

  it('knows no floor before its table begins', () => {
    expect(amountOn(gratificationFloors, '2023-12-31')).toBeNull();
  });
});

describe('the waiting time', () => {
  // 90 days, so that 30 must pass: from 1 April to 30 April 2026.
  const formerInternship = { from: '2026-01-01', to: '2026-03-31' };
  it('is a third of the former internship', () => expect(earliestNextStart(formerInternship)).toBe('2026-05-01'));
  it('counts part of a day as one', () => {
    expect(earliestNextStart({ from: '2026-01-01', to: '2026-01-01' })).toBe('2026-01-03');
    expect(earliestNextStart({ from: '2026-01-01', to: '2026-01-03' })).toBe('2026-01-05');
    expect(earliestNextStart({ from: '2026-01-01', to: '2026-01-04' })).toBe('2026-01-07');
  });
  it.each<[LegalFacts['start'], boolean]>([
    [{ kind: 'date', on: '2026-04-30' }, true],
    [{ kind: 'date', on: '2026-05-01' }, false],
    [{ kind: 'range', from: '2026-04-15', to: '2026-06-01' }, true],
    [{ kind: 'as-soon-as-possible' }, true],
    [{ kind: 'date', on: '2025-09-01' }, false],
    [null, false],
  ])('%o', (start, isTooSoon) => {
    expect(codes({ start, formerInternship })).toEqual(isTooSoon ? ['waiting-time'] : []);
  });
});

describe('the number of trainees', () => {
  it.each([
    [1, 3],
    [19, 3],
    [20, 3],
    [21, 4],
    [100, 15],
    [101, 16],
  ])('with %i people at most %i', (headcount, limit) => expect(traineeLimit(headcount)).toBe(limit));

  it.each<[number, LegalFacts['headcount'], readonly LegalRuleCode[]]>([
    [3, { min: 0, max: 9 }, []],
    [4, { min: 0, max: 9 }, ['trainee-quota']],
    [4, { min: 10, max: 249 }, ['trainee-quota-possible']],
    [38, { min: 10, max: 249 }, ['trainee-quota-possible']],
    [39, { min: 10, max: 249 }, ['trainee-quota']],
    [750, { min: 5_000, max: null }, []],
    [751, { min: 5_000, max: null }, ['trainee-quota-possible']],
  ])('%i places, %o people', (places, headcount, expected) => expect(codes({ places, headcount })).toEqual(expected));
});

describe('the trainees of the same weeks', () => {
  const headcount = { min: 0, max: 9 };
  const stay = { from: '2026-03-01', to: '2026-05-31', places: 1 };
  it('are counted beside those of the offer, which is one at least', () => {
    const facts = { headcount, otherInternships: [stay, { ...stay, from: '2026-04-20', to: '2026-08-31', places: 2 }] };
    expect(codes({ headcount, places: 3 })).toEqual([]);
    expect(codes(facts)).toEqual(['trainee-quota']);
    expect(checkOffer({ ...sound, ...facts }, today)[0]?.values).toEqual({ places: 4, limit: 3 });
    expect(codes({ ...facts, start: { kind: 'date', on: '2026-06-01' } })).toEqual([]);
    expect(codes({ ...facts, start: { kind: 'as-soon-as-possible' } })).toEqual(['trainee-quota']);
    expect(codes({ ...facts, start: null })).toEqual([]);
  });

  it('are not added up where they follow one another by whole weeks', () => {
    const otherInternships = [
      { ...stay, to: '2026-04-12', places: 2 },
      { ...stay, from: '2026-04-13', places: 2 },
    ];
    expect(codes({ headcount, otherInternships })).toEqual([]);
    expect(codes({ headcount, otherInternships, places: 2 })).toEqual(['trainee-quota']);
  });
});

describe('the table', () => {
  it('says nothing before a rule was in force', () => {
    expect(codes({ duration: { unit: 'month', min: 8, max: 8 } }, '2014-11-30')).toEqual([]);
    expect(codes({ places: 4, headcount: { min: 0, max: 9 } }, '2015-10-28')).toEqual([]);
    expect(codes({ places: 4, headcount: { min: 0, max: 9 } }, '2015-10-29')).toEqual(['trainee-quota']);
  });
  it('has one rule a code at a time, and amounts that do not overlap', () => {
    const open = legalRules.filter(({ until }) => until === null).map(({ code }) => code);
    expect(new Set(open).size).toBe(open.length);
    const days = gratificationFloors.flatMap(({ from, until }) => [from, until ?? '9999-12-31']);
    expect([...days].sort()).toEqual(days);
  });
});
