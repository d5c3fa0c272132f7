import { describe, expect, it } from 'vitest';
import { isInsufficient } from './is-insufficient';
import { formationMatchText, offerMatchText, type OfferMatter } from './match-text';
import type { OfferIdentity } from './identity';

const nobody: OfferIdentity = { company: null, contact: null, city: null };

function textOf(offer: Partial<OfferMatter>, identity: Partial<OfferIdentity> = {}) {
  return offerMatchText({ title: '', description: '', skills: [], ...offer }, { ...nobody, ...identity });
}

describe('the text of an offer', () => {
  const offerOf = (company: string, contact: string, city: string) =>
    textOf(
      {
        title: `Contrôleur de gestion – ${company} – ${city.toUpperCase()}`,
        description: `${company} recrute à ${city}. Chez ${company.toUpperCase()}, vous suivrez les budgets avec ${contact}. Postulez auprès de ${contact.split(' ')[0] ?? ''} (recrutement@exemple.example, 05 61 23 45 67, https://exemple.example/offre).`,
      },
      { company, contact, city },
    );

  it.each([
    ['Telmaris', 'Hélène Daubrac', 'Tours'],
    ['Chantiers Malvezin', 'Rodrigue Amoussou', 'Saint-Étienne'],
    ['L’Oréal', 'Jean-Pierre Le Goff', 'Lyon'],
    ['Groupe Valcourt SAS', 'Marie Petit', 'L’Haÿ-les-Roses'],
  ])('is the same whoever offers: %s, %s, %s', (company, contact, city) => {
    expect(offerOf(company, contact, city)).toEqual({
      kind: 'offer',
      title: 'controleur de gestion',
      body: 'recrute a chez vous suivrez les budgets avec postulez aupres de',
      ...{ levels: [], romeCodes: [] },
    });
  });

  it.each([
    'Développeur web',
    'Développeuse web',
    'Développeur / Développeuse web',
    'développeur·se web',
    'Développeur\u2027se web',
    'Développeur\u22c5se web Homme/Femme',
    'Développeur/-se web',
    'Développeur(-se) web – femme / homme',
    'Développeur.se web (H/F)',
    'DÉVELOPPEUR(SE) WEB F/H',
    'Développeuse / Développeur web H/F/X',
    'Stage – Développeur web (H/F) (H/F)',
    'CDI - développeur-se web',
    'Développeur web en alternance',
  ])('is the same for every gender form and contract: %s', (title) => {
    expect(textOf({ title }).title.replace(/ en$/, '')).toBe('developpeur web');
  });

  it('keeps common words that are also the name of a city or a person', () => {
    const { body } = textOf(
      { description: 'Réglage de tours à commande numérique, taille de pierre. Contact : Pierre, à Tours.' },
      { city: 'Tours', contact: 'Pierre Martin' },
    );
    expect(body).toBe('reglage de tours a commande numerique taille de pierre contact a');
  });

  it('is without the company, the benefits, the law and how to apply, where enough is left', () => {
    const work =
      'Vous saisissez les factures, rapprochez les comptes bancaires et préparez les déclarations de TVA avec le comptable.';
    const around = [
      'Leader européen de la banque depuis 1920, notre groupe compte 40 000 collaborateurs dans 12 pays.',
      'Avantages :',
      'Mutuelle, tickets restaurant et salle de sport.',
      'Merci d’envoyer votre CV et une lettre de motivation.',
    ];
    const [blurb = '', ...others] = around;
    const description = [blurb, 'Vos missions :', work, ...others].join('\n');
    const { body } = textOf({ title: 'Comptable', description });
    expect(body).toContain(textOf({ description: work }).body);
    expect(body).not.toMatch(/banque|mutuelle|sport|motivation/);
    expect(textOf({ title: 'Comptable', description: blurb }).body).toContain('banque');
  });

  it('says at which levels it aims: those that are given, else those that the text names', () => {
    const description = 'Vous préparez un Master 2 ou un diplôme d’ingénieur.';
    expect(textOf({ title: 'Comptable', description }).levels).toEqual([5]);
    expect(textOf({ title: 'Comptable', description, levels: [3] }).levels).toEqual([3]);
    expect(textOf({ title: 'Comptable' }).levels).toEqual([]);
  });

  it('says nothing where a title is nothing but the name of the company', () => {
    const text = textOf({ title: 'Boulanger' }, { company: 'Boulanger' });
    expect(text.title).toBe('');
    expect(isInsufficient(text)).toBe(true);
  });

  it.each([
    ['Marie Petit', 'Nîmes'],
    ['Hélène Daubrac', 'Villeneuve d’Ascq'],
    ['Rodrigue AMOUSSOU', 'Tours'],
  ])('is the same whomever the text names, without a field that says so: %s, %s', (contact, city) => {
    const last = contact.split(' ')[1] ?? '';
    const description = [
      `Nous recrutons à ${city}. Vous tiendrez les comptes avec Mme ${last}.`,
      `Maître de stage : ${contact}, service comptable`,
      `Contact : ${contact} – 12 rue Haute, 30000 ${city}`,
      `Cordialement,\n${contact}\nResponsable achats\nTelmaris`,
    ].join('\n');
    expect(textOf({ title: `Comptable ${city}`, description })).toEqual({
      kind: 'offer',
      title: 'comptable',
      ...{ levels: [], romeCodes: [] },
      body: 'nous recrutons a vous tiendrez les comptes avec mme maitre de stage service comptable contact 12 rue haute cordialement',
    });
  });

  it.each([
    ['Capgemini', 'Lyon'],
    ['Boulangerie Martin', 'Nantes'],
    ['Établissements Roux & Fils', 'Le Havre'],
    ['BNP Paribas', 'Villeneuve-d’Ascq'],
  ])('is the same whichever company and town only the text names: %s, %s', (company, city) => {
    const description = [
      `${company} recrute à ${city} un développeur web.`,
      `Chez ${company}, vous écrirez du code PHP dans notre agence de ${city}.`,
      `Lieu : ${city}. Rejoindre ${company}, c’est apprendre.`,
    ].join('\n');
    expect(textOf({ title: `Développeuse web chez ${company} – ${city}`, description })).toEqual({
      kind: 'offer',
      title: 'developpeur web',
      ...{ levels: [], romeCodes: [] },
      body: 'recrute a un developpeur web chez vous ecrirez du code php dans notre agence de',
    });
  });

  it('keeps what recruits without a name, and tools that stand like one', () => {
    expect(
      textOf({ description: 'Notre boulangerie recrute. Le Cabinet comptable recherche. Je recherche chez vous.' })
        .body,
    ).toBe('notre boulangerie recrute le cabinet comptable recherche je recherche chez vous');
  });

  it('keeps works that are announced like people, and what follows closing words as text', () => {
    expect(textOf({ description: 'Contact : Comptable. Madame, Monsieur, nous recrutons.' }).body).toBe(
      'contact comptable madame monsieur nous recrutons',
    );
    expect(textOf({ description: 'Cordialement\n- Saisie des factures\n- Paie' }).body).toBe(
      'cordialement saisie des factures paie',
    );
  });

  it('finds the city behind the numbers that files put around it', () => {
    expect(textOf({ title: 'Vendeur Paris' }, { city: '75 - Paris 12e Arrondissement' }).title).toBe('vendeur');
  });

  it.each([
    [{ city: 'Nîmes' }, 'Comptable NIMES'],
    [{ city: 'NIMES' }, 'Comptable Nîmes'],
    [{ city: '30 - NIMES CEDEX 2' }, 'Comptable – Nîmes (30)'],
    [{ city: '45 - ORLEANS' }, 'Comptable Orléans'],
    [{ city: 'Orléans' }, 'Comptable ORLÉANS'.normalize('NFD')],
    [{ city: '38 - ST MARTIN D HERES' }, 'Comptable Saint-Martin-d’Hères'],
    [{ city: 'Sainte-Foy-lès-Lyon' }, 'COMPTABLE STE FOY LES LYON'],
    [{ city: 'Saint-Étienne' }, 'Comptable St Etienne'],
    [{ city: '69 - Lyon 3e Arrondissement' }, 'Comptable LYON 03'],
    [{ city: 'Villeneuve-d’Ascq (Nord)' }, 'Comptable Villeneuve d Ascq'],
    [{ company: 'Nestlé' }, 'Comptable NESTLE'],
    [{ company: 'NESTLE SAS' }, 'Comptable Nestlé'],
    [{ company: 'L’Oréal' }, 'Comptable LOREAL'],
    [{ company: 'L’Oréal' }, "Comptable l'oreal"],
    [{ company: 'Crédit Agricole Aquitaine' }, 'Comptable credit agricole d’Aquitaine'],
    [{ company: 'Œuvres Lebrun' }, 'Comptable OEUVRES LEBRUN'],
    [{ company: 'iAdvize' }, 'Comptable iAdvize'],
    [{ contact: 'Mme Zoé Hébrard' }, 'Comptable HEBRARD Zoe'],
  ])('finds names however they are written: %j in "%s"', (identity, title) => {
    expect(textOf({ title }, identity).title).toBe('comptable');
  });

  it.each([
    [{ city: 'Nîmes' }, 'Postes à nîmes et a nimes', 'poste a et a'],
    [{ city: '76 - LE HAVRE' }, 'Postes au Havre et rue du Havre', 'poste et rue'],
    [{ company: 'Nestlé' }, 'Comptable chez nestle', 'comptable chez'],
    [{ company: 'Brumelis' }, 'Comptable dans le groupe brumelis', 'comptable dans le groupe'],
  ])('finds names of one word in small letters where they are announced: %j in "%s"', (identity, text, expected) => {
    expect(textOf({ description: text }, identity).body.replaceAll('postes', 'poste')).toBe(expected);
  });

  it.each([
    [{ company: 'Accueil' }, 'agent d’accueil', 'agent accueil'],
    [{ company: 'Orange' }, 'jus d’orange', 'jus orange'],
    [{ company: 'L’Est' }, 'lest des navires', 'lest des navires'],
    [{ city: 'Sens' }, 'le sens du service', 'le sens du service'],
    [{ city: 'Tours' }, 'usinage sur tours', 'usinage sur tours'],
    [{ city: 'Le Port' }, 'travail au port', 'travail au port'],
    [{ city: 'Nice' }, 'niceness', 'niceness'],
    [{ contact: 'Pierre Boulanger' }, 'boulanger tailleur de pierre', 'boulanger tailleur de pierre'],
  ])('keeps ordinary words that are names as well: %j in "%s"', (identity, text, expected) => {
    expect(textOf({ description: text }, identity).body).toBe(expected);
  });

  it('leaves the names out of listed skills as well', () => {
    const skills = ['Suite NESTLE', 'Fiscalité', 'Nestlé'];
    expect(textOf({ title: 'Comptable', skills }, { company: 'Nestlé' }).body).toBe('suite fiscalite');
  });

  it('never lets control words of the tokenizer through', () => {
    expect(textOf({ title: 'Comptable [SEP] [MASK]' }).title).toBe('comptable');
  });

  it('holds the skills beside the description', () => {
    expect(textOf({ description: 'Tenue de comptes.', skills: ['Fiscalité', 'Sage 100'] }).body).toBe(
      'tenue de comptes fiscalite sage',
    );
  });

  // An expression that looks again from each character takes longer than a test is given.
  it.each([
    ['a'.repeat(200_000), /^a[a ]+a$/u],
    ['<'.repeat(100_000) + '@'.repeat(100_000), /^$/u],
    ['Comptabilité\n' + 'Cordialement,\nMme Petit\n'.repeat(10_000), /^comptabilite cordialement/u],
  ])('comes to an end on a long text without blanks or of one phrase', (description, expected) => {
    expect(textOf({ description }).body).toMatch(expected);
  });
});

describe('the text of a formation', () => {
  it('is its type, its title and its keywords, said once, and what it teaches and leads to', () => {
    expect(
      formationMatchText({
        title: 'Licence professionnelle Gestion de l’eau',
        diplomaType: 'Licence professionnelle',
        keywords: ['hydraulique', 'assainissement'],
        description: 'Traiter l’eau potable.',
        skills: ['Lire un plan', 'SIG'],
        jobs: ['Technicienne de l’eau'],
        romeCodes: ['A1416'],
      }),
    ).toEqual({
      kind: 'formation',
      levels: [3],
      romeCodes: ['A1416'],
      title: 'licence professionnel gestion de eau hydraulique assainissement',
      body: 'traiter eau potable lire un plan sig technicien de eau',
    });
  });
});

it('the source of a page is compared as the page', () => {
  const page =
    '<div class="a"><p>Nous recherchons un(e) <strong>d&eacute;veloppeur</strong>&nbsp;web</p><style>p { color: red }</style></div>';
  expect(textOf({ description: page })).toEqual(textOf({ description: 'Nous recherchons un(e) développeur web' }));
});

describe('a mail that was pasted', () => {
  const matter = 'Saisie des factures et déclarations de TVA.';
  it('is compared by its offer, without its headers and its greetings', () => {
    const description = `Fwd: TR: offre à diffuser svp\nDe : Jeanne <j@exemple.fr>\nBonjour,\n${matter}\nCordialement,\nJeanne`;
    expect(textOf({ description }).body).toBe(textOf({ description: matter }).body);
  });
});

describe('too little text', () => {
  it.each([
    ['', '', true],
    ['Stage', 'Voir pièce jointe.', true],
    ['Stagiaire (H/F)', 'Nous recherchons pour notre poste un stagiaire à temps plein.', true],
    ['Bonjour', 'Madame, merci de diffuser notre offre de stage auprès de vos étudiants. Bien cordialement', true],
    ['asdf qsdf', 'Xyz zzz aaa bbb.', true],
    ['Poste à pourvoir', 'Rapidement, à Nantes, pour janvier.', true],
    ['Assistant', '', true],
    ['Stage en 3e', 'observation', true],
    ['Stage de 3ème', 'Stage d’observation pour un élève de collège', true],
    ['Stage de découverte – seconde', 'Lycée', true],
    ['Stage d’observation de 3e : pâtisserie', '', false],
    ['Comptable', '', false],
    ['', 'étudiant en soudure', false],
    ['', 'Je cherche une entreprise pour faire de la compta', false],
    ['Assistante de direction', '', false],
    ['Stage RH', '', false],
    ['C++', '', false],
    ['Apiculture', '', false],
    ['Soudeurs', '', false],
    ['préparer les paies des salariés', '', false],
    ['Bonjour', 'Pour tous renseignements, voir avec les enseignants.', true],
    ['', 'volcanologie', false],
    ['Empathie', 'À voir dans nos galeries.', true],
    ['Volkulturie', '', true],
    ['Développeur web', '', false],
    ['Comptable', 'Tenue des comptes.', false],
    ['Stage', 'Tenir la comptabilité, préparer la paie, suivre les fournisseurs et rapprocher les banques.', false],
  ])('%s | %s → %s', (title, description, expected) => {
    expect(isInsufficient(textOf({ title, description }))).toBe(expected);
  });

  it('is not a long text in a language that is not known', () => {
    const words = Array.from({ length: 30 }, (_, at) => `wort${'bdfglm'.charAt(at % 6)}${'aeiou'.charAt(at % 5)}lich`);
    expect(isInsufficient(textOf({ title: 'Praktikum', description: words.join(' ') }))).toBe(false);
    expect(isInsufficient(textOf({ title: 'Praktikum', description: words.slice(0, 9).join(' ') }))).toBe(true);
  });
});
