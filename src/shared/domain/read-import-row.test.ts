import { describe, expect, it } from 'vitest';
import { AppError, type ErrorDetails } from './app-error';
import { columnSynonyms } from './column-wordings';
import { importFields, importKinds } from './import';
import { checkMapping, proposeMapping } from './propose-mapping';
import { createRowReader } from './read-import-row';

function read(kind: 'offers' | 'formations' | 'companies', header: readonly string[], cells: readonly string[]) {
  return createRowReader(kind, header, proposeMapping(kind, header))(cells);
}

function reasonOf(work: () => void): unknown {
  try {
    work();
    return 'no error';
  } catch (error) {
    return error instanceof AppError ? [error.reason, error.details['field']] : error;
  }
}

describe('the place of an offer', () => {
  const read = (header: readonly string[], cells: readonly string[]) => {
    const { draft, issues } = createRowReader('offers', header, proposeMapping('offers', header))(cells);
    if (draft?.kind !== 'offers') throw new Error('The row has a title.');
    return { city: draft.offer.city, issues: issues.map(({ code, value }) => `${code}: ${value ?? ''}`) };
  };
  const header = ['Titre', 'Ville', 'Code postal', 'Département', 'Région'];

  it.each([
    [['Saint-Denis', '', 'Seine-Saint-Denis', 'Île-de-France'], 'Saint-Denis (93)'],
    [['SAINT-DENIS', '', '974', ''], 'Saint-Denis (974)'],
    [['93 - SAINT DENIS', '', '', ''], 'Saint Denis (93)'],
    [['Valence', '', '', 'Occitanie'], 'Valence (Occitanie)'],
    [['Valence', '26000', '82', ''], 'Valence'],
    [['Grenoble', '', '38', 'Auvergne-Rhône-Alpes'], 'Grenoble'],
    [['', '', '38', ''], 'Isère (38)'],
    [['', '', '', 'PACA'], 'Provence-Alpes-Côte d’Azur'],
    [['', '38000', '38', ''], null],
  ])('takes the area of %j where nothing else decides', (cells, city) => {
    expect(read(header, ['Stage', ...cells])).toEqual({ city, issues: [] });
  });

  it('is left open, with a warning, where several communes have the name', () => {
    expect(read(header, ['Stage', 'Valence', '', '', ''])).toEqual({
      city: 'Valence',
      issues: ['open-place: Valence'],
    });
    expect(read(header, ['Stage', 'Valence', '', 'là-bas', ''])).toEqual({
      city: 'Valence',
      issues: ['unknown-word: là-bas', 'open-place: Valence'],
    });
  });
});

describe('checkMapping', () => {
  const missing = (header: readonly string[]): ErrorDetails => {
    try {
      checkMapping('offers', header, proposeMapping('offers', header));
    } catch (error) {
      if (error instanceof AppError) return error.details;
      throw error;
    }
    return {};
  };

  it('names the columns of a file without the one that is needed, and the nearest', () => {
    expect(missing(['nom', 'intituler', 'prix', ''])).toMatchObject({
      field: 'title',
      columns: 'nom, intituler, prix',
      nearest: 'intituler',
    });
    expect(missing(['nom', 'prix'])).toMatchObject({ columns: 'nom, prix', nearest: null });
    const many = Array.from({ length: 1_000 }, (_, index) => `colonne ${index} ${'x'.repeat(500)}`);
    expect(String(missing(many)['columns']).length).toBeLessThan(1_300);
  });
});

describe('proposeMapping', () => {
  it('understands the columns of France Travail', () => {
    const header =
      'id,source,dateCreation,intitule,description,romeCode,romeLibelle,appellation,entreprise,lieu,codePostal,typeContrat,natureContrat,alternance,experience,secteur,competences,qualites'.split(
        ',',
      );
    expect(proposeMapping('offers', header)).toEqual([
      ...['externalId', 'source', 'postedOn', 'title', 'description', 'romeCode', null, null, 'companyName', 'city'],
      ...['postcode', 'contractType', 'contractType', 'contractType', 'seniority', 'domain', 'skills', null],
    ]);
  });

  it('understands the columns of Certif Info', () => {
    const header =
      'Code_Diplome;Libelle_Diplome;Libelle_Type_Diplome;Code_Niveau_Europeen;Date_MaJ;Code_FormaCode;Libelle_FormaCode;Code_Rome_1;Code_Rome_5;Code_Nsf;valideur;certificateur;Etat_Libelle';
    expect(proposeMapping('formations', header.split(';'))).toEqual([
      ...['externalId', 'title', 'diplomaType', 'level', null, null, 'keywords', 'romeCodes', 'romeCodes', null],
      // Who validates and certifies a diploma is no part of the university that teaches it.
      ...[null, null, null],
    ]);
  });

  it('understands a dump of the offers of ESUP-Stage (headers guessed from its fields)', () => {
    const header =
      'idOffre;referenceOffreEtablissement;anneeUniversitaire;intitule;description;competences;observations;raisonSociale;numeroSiret;codePostalLieuStage;communeLieuStage;typeOffre;niveauFormation;dateDebut;dureeStage;nbHeuresHebdo;montantGratification;dateDiffusion;dateFinDiffusion;nomContact;mailContact';
    expect(proposeMapping('offers', header.split(';'))).toEqual([
      ...['externalId', null, null, 'title', 'description', 'skills', null, 'companyName', 'companySiret', 'postcode'],
      ...['city', 'contractType', 'levels', 'start', 'duration', 'weeklyHours', 'pay', 'postedOn', 'expiresOn'],
      ...['contactName', 'contactEmail'],
    ]);
    const { draft, issues } = read(
      'offers',
      header.split(';'),
      '4021;2026-118;2025/2026;Stage data;Analyse.;SQL, Python;;Octorive;00013466800011;69100;Villeurbanne;Stage;Master 2;01/03/2026;6 mois;35;650 € / mois;05/01/2026;28/02/2026;Inès Vasse;rh@octorive.example'.split(
        ';',
      ),
    );
    expect(issues).toEqual([]);
    expect(draft?.kind === 'offers' && draft.offer).toMatchObject({
      ...{ externalId: '4021', title: 'Stage data', city: 'Villeurbanne', postcode: '69100', levels: [5] },
      ...{ contractType: 'internship', weeklyHours: 35, postedOn: '2026-01-05', expiresOn: '2026-02-28' },
      ...{ start: { kind: 'date', on: '2026-03-01' }, duration: { unit: 'month', min: 6, max: 6 } },
    });
  });

  it('understands an export like those of JobTeaser (headers invented)', () => {
    const header =
      'Job ID,Job title,Company name,Contract type,Job function,Location,Country,Start date,Duration,Remote policy,Study levels,Languages,Salary,Publication date,Application deadline,Views';
    expect(proposeMapping('offers', header.split(','))).toEqual([
      ...['externalId', 'title', 'companyName', 'contractType', 'domain', 'city', 'country', 'start', 'duration'],
      ...['remote', 'levels', 'language', 'pay', 'postedOn', 'expiresOn', null],
    ]);
  });

  it('understands the formations of ONISEP', () => {
    const header = [
      ...['code NSF', 'sigle type formation', 'libellé type formation', 'libellé formation principal'],
      ...['sigle formation', 'durée', 'niveau de sortie indicatif', 'code RNCP', 'niveau de certification'],
      ...['libellé niveau de certification', 'tutelle', 'URL et ID Onisep'],
    ];
    expect(proposeMapping('formations', header)).toEqual([
      ...[null, null, 'diplomaType', 'title', null, null, 'level', null, null, null, null, 'externalId'],
    ]);
    const cells = [
      '310',
      'LP',
      'licence pro',
      'licence pro mention logistique',
      '',
      '1 an',
      'bac + 3',
      '30086',
      '6',
      '',
    ];
    const { draft, issues } = read('formations', header, [...cells, '', 'FOR.1']);
    expect(issues).toEqual([]);
    expect(draft?.kind === 'formations' && draft.formation).toMatchObject({ level: 3, externalId: 'FOR.1' });
  });

  it('understands plain English names', () => {
    const header = ['id', 'title', 'description', 'keywords', 'skills', 'diploma_type', 'level', 'component'];
    expect(proposeMapping('formations', header)).toEqual([
      ...['externalId', 'title', 'description', 'keywords', 'skills', 'diplomaType', 'level', 'component'],
    ]);
  });

  it('gives a field that takes one column to the clearest wording, whatever the order', () => {
    expect(proposeMapping('offers', ['Poste', 'Intitulé', 'Titre'])).toEqual([null, 'title', null]);
  });

  it('looks past case, accents, brackets and plurals', () => {
    expect(proposeMapping('offers', ['INTITULE DU POSTE (H/F)', 'Missions', 'Code-Postal', 'N° SIRET *'])).toEqual([
      ...['title', 'description', 'postcode', 'companySiret'],
    ]);
  });

  it.each(importKinds)('finds every field of %s again by its own name and its first wording', (kind) => {
    const names = importFields[kind];
    expect(proposeMapping(kind, names)).toEqual(names);
    const wordings = names.map((field) => columnSynonyms[kind][field]?.[0] ?? '');
    expect(proposeMapping(kind, wordings)).toEqual(names);
  });
});

describe('checkMapping', () => {
  it('asks for a title', () => {
    expect(reasonOf(() => checkMapping('offers', ['a', 'b'], ['city', null]))).toEqual(['column-missing', 'title']);
  });

  it('refuses two columns for a field that takes one, and allows them for a list', () => {
    expect(reasonOf(() => checkMapping('offers', ['a', 'b'], ['title', 'title']))).toEqual([
      'column-mapped-twice',
      'title',
    ]);
    expect(reasonOf(() => checkMapping('offers', ['a', 'b', 'c'], ['title', 'skills', 'skills']))).toBe('no error');
  });

  it('refuses a field of another kind', () => {
    expect(reasonOf(() => checkMapping('offers', ['a', 'b'], ['title', 'naf']))).toEqual([null, 'naf']);
  });
});

describe('createRowReader', () => {
  it('turns a row of the sample form into an offer and whoever offers it', () => {
    const header =
      'référence;intitulé;description;entreprise;siret;contact;courriel;ville;code postal;pays;type de contrat;niveau visé;domaine;début;durée;heures par semaine;gratification;télétravail;langue;places;publiée le;expire le';
    const cells =
      'R1;Stage data;Vous analysez.;Nuvélia;91614800034;Maëlle Courtadon;m@nuvelia.example;Valmont;1999;France;Stage;L3 à M2;Data;entre mars et avril 2026;4 à 6 mois;37,5;1 200 € / mois;2 j;français;2;01/10/2025;';
    expect(read('offers', header.split(';'), cells.split(';'))).toEqual({
      issues: [],
      draft: {
        kind: 'offers',
        offer: {
          externalId: 'R1',
          source: null,
          title: 'Stage data',
          description: 'Vous analysez.',
          city: 'Valmont',
          postcode: '01999',
          country: 'France',
          contractType: 'internship',
          levels: [3, 4, 5],
          domain: 'Data',
          romeCode: null,
          seniority: null,
          skills: [],
          start: { kind: 'range', from: '2026-03-01', to: '2026-04-30' },
          duration: { unit: 'month', min: 4, max: 6 },
          weeklyHours: 37.5,
          pay: { amount: 1200, per: 'month', wording: '1 200 € / mois' },
          remote: 'partial',
          language: 'français',
          disabilityFriendly: null,
          places: 2,
          postedOn: '2025-10-01',
          expiresOn: null,
        },
        contact: {
          companyName: 'Nuvélia',
          companySiret: '00091614800034',
          contactName: 'Maëlle Courtadon',
          contactEmail: 'm@nuvelia.example',
          contactPhone: null,
        },
        standing: null,
      },
    });
  });

  it('keeps a row whose optional values cannot be read, and says each', () => {
    const header = ['titre', 'siret', 'début', 'niveau', 'courriel', 'places', 'télétravail'];
    const { draft, issues } = read('offers', header, ['T', '7,3E+13', 'bientôt', 'permis B', 'moi', 'x', 'nein']);
    expect(draft).not.toBeNull();
    expect(issues.map(({ severity, code, column, value }) => [severity, code, column, value])).toEqual([
      ['warning', 'bad-level', 'niveau', 'permis B'],
      ['warning', 'bad-date', 'début', 'bientôt'],
      ['warning', 'unknown-word', 'télétravail', 'nein'],
      ['warning', 'bad-number', 'places', 'x'],
      ['warning', 'bad-siret', 'siret', '7,3E+13'],
      ['warning', 'bad-email', 'courriel', 'moi'],
    ]);
  });

  it('keeps out a row without a title and one with more cells than headers', () => {
    const header = ['id', 'titre'];
    expect(read('offers', header, ['1', '  '])).toEqual({
      draft: null,
      issues: [{ severity: 'error', code: 'missing-required', column: 'titre', value: null }],
    });
    expect(read('offers', header, ['1', 'T', 'et', 'la suite'])).toEqual({
      draft: null,
      issues: [{ severity: 'error', code: 'extra-fields', column: null, value: 'et la suite' }],
    });
  });

  it('takes a row with fewer cells or empty ones too many', () => {
    const header = ['titre', 'ville'];
    expect(read('offers', header, ['T']).issues).toEqual([
      { severity: 'warning', code: 'missing-fields', column: null, value: '1/2' },
    ]);
    expect(read('offers', header, ['T', 'Lyon', '', ' ']).issues).toEqual([]);
  });

  it('keeps out a row with fewer cells of which one does not suit its column', () => {
    const header = ['titre', 'ville', 'début', 'courriel', 'entreprise'];
    expect(read('offers', header, ['T', '01/03/2026', 'a@b.example', 'Octorive'])).toEqual({
      draft: null,
      issues: [
        { severity: 'warning', code: 'bad-date', column: 'début', value: 'a@b.example' },
        { severity: 'warning', code: 'bad-email', column: 'courriel', value: 'Octorive' },
        { severity: 'error', code: 'missing-fields', column: null, value: '4/5' },
      ],
    });
    const cut = read('offers', header, ['T', 'Lyon', '01/03/2026']);
    expect([cut.draft !== null, cut.issues.map(({ severity }) => severity)]).toEqual([true, ['warning']]);
  });

  it('takes a row whose empty end was left out, whatever a value of it is like', () => {
    // As Excel writes them: the values stand where they belong, and one of them is odd.
    const header = ['titre', 'début', 'ville', 'courriel', 'entreprise', 'téléphone'];
    const { draft, issues } = read('offers', header, ['T', 'à la rentrée prochaine', 'Lyon', 'a@b.example']);
    expect(draft).toMatchObject({ kind: 'offers', offer: { title: 'T', city: 'Lyon' } });
    expect(issues.map(({ severity, code, column }) => [severity, code, column])).toEqual([
      ['warning', 'bad-date', 'début'],
      ['warning', 'missing-fields', null],
    ]);
    // The same value with a cell missing before it.
    expect(read('offers', header, ['T', 'Lyon', 'a@b.example', 'Octorive', '0612345678']).draft).toBeNull();
  });

  it.each([
    ['titre;entreprise;ville;début;description', 'Stage chimie;Octorive;Lyon;à la rentrée'],
    ['titre;entreprise;ville;début;contact', 'Stage chimie;Octorive;Lyon;à la rentrée'],
    ['titre;entreprise;ville;début;remarques', 'Stage chimie;Octorive;Lyon;à la rentrée'],
    ['titre;début;entreprise;ville;description', 'Stage chimie;à la rentrée;Octorive;Lyon'],
    ['id;titre;niveau;début;ville', '12;Stage de M2;;à la rentrée'],
    ['titre;ville;département;début;remarques', 'Stage chimie;Paris;;à la rentrée'],
    ['titre;gratification;places;début;remarques', 'Stage chimie;600;;à la rentrée'],
    ['titre;modifié;publiée le;début;remarques', 'Stage chimie;01/02/2026;;à la rentrée'],
    ['titre;niveau;publiée le;début;remarques', 'Stage chimie;M2;01/02/2026;à la rentrée'],
  ])('takes a row of %s whose odd value would suit only a column that takes any text', (header, cells) => {
    const { draft, issues } = read('offers', header.split(';'), cells.split(';'));
    expect([draft !== null, issues.map(({ severity, code }) => `${severity} ${code}`)]).toEqual([
      true,
      ['warning bad-date', 'warning missing-fields'],
    ]);
  });

  it.each([
    // A date stands among the levels, and under its own header with a cell before it.
    ['titre;entreprise;niveau;début;description', 'Stage chimie;Octorive;01/03/2026;Analyses'],
    ['titre;ville;code postal;durée;début', 'Stage chimie;69100;6 mois;01/03/2026'],
    ['titre;entreprise;siret;courriel;remarques', 'Stage chimie;00013466800011;a@b.example;urgent'],
    ['id;entreprise;titre;ville;début;courriel', 'Octorive;Stage chimie;Lyon;01/03/2026;a@b.example'],
    // Two cells are missing.
    ['titre;entreprise;ville;début;courriel;places', 'Stage chimie;01/03/2026;a@b.example;2'],
  ])('keeps out a row of %s whose values have moved', (header, cells) => {
    const { draft, issues } = read('offers', header.split(';'), cells.split(';'));
    expect([draft, issues.at(-1)]).toMatchObject([null, { severity: 'error', code: 'missing-fields' }]);
  });

  it('hears all of France Travail’s three columns on the contract', () => {
    const header = ['intitule', 'typeContrat', 'natureContrat', 'alternance'];
    const contractOf = (...cells: string[]) => {
      const { draft, issues } = read('offers', header, ['T', ...cells]);
      return draft?.kind === 'offers' ? [draft.offer.contractType, draft.offer.duration, issues.length] : null;
    };
    expect(contractOf('CDD - 12 Mois', 'Contrat apprentissage', 'True')).toEqual([
      'work-study',
      { unit: 'month', min: 12, max: 12 },
      0,
    ]);
    expect(contractOf('CDD', 'Contrat travail', 'True')).toEqual(['work-study', null, 0]);
    expect(contractOf('CDI', 'Contrat travail', 'False')).toEqual(['permanent', null, 0]);
  });

  it('joins the codes of several columns and reads European levels where the header says so', () => {
    const header = ['Libelle_Diplome', 'Code_Niveau_Europeen', 'Code_Rome_1', 'Code_Rome_2', 'Code_Rome_3'];
    const { draft } = read('formations', header, ['Licence pro', '6', 'M1805', '', 'M1801']);
    expect(draft?.kind === 'formations' && [draft.formation.level, draft.formation.romeCodes]).toEqual([
      3,
      ['M1805', 'M1801'],
    ]);
    const plain = read('formations', ['titre', 'niveau'], ['X', '5']).draft;
    expect(plain?.kind === 'formations' && plain.formation.level).toBe(5);
  });

  it('reads a company, and a contact who gave only an address', () => {
    const header = ['raison sociale', 'siret', 'taille', 'code postal', 'courriel'];
    const { draft } = read('companies', header, ['Octorive', '00013466800011', '12 salariés', '1000', 'rh@o.example']);
    expect(draft?.kind === 'companies' && draft.company).toMatchObject({
      name: 'Octorive',
      siret: '00013466800011',
      size: 'PME',
      postcode: '01000',
      contact: { name: null, role: null, email: 'rh@o.example', phone: null },
    });
  });

  it.each([
    ['oui', 'contact'],
    ['Ce contact', 'contact'],
    ['Adresse générale', 'company'],
    ['non', 'none'],
    ['Aucun', 'none'],
    ['', null],
    ['peut-être', null],
  ])('reads what students may be told of a contact: %s', (text, access) => {
    const header = ['raison sociale', 'courriel', 'Communicable aux étudiants'];
    const { draft, issues } = read('companies', header, ['Octorive', 'rh@o.example', text]);
    expect(draft?.kind === 'companies' && draft.company.contact?.access).toBe(access);
    expect(issues.map(({ code }) => code)).toEqual(text === 'peut-être' ? ['unknown-word'] : []);
  });

  it('takes wordings for nothing as nothing', () => {
    const { draft } = read('offers', ['titre', 'entreprise'], ['T', 'Non spécifiée']);
    expect(draft?.kind === 'offers' && draft.contact.companyName).toBeNull();
  });

  it('cuts an overlong description with a warning and never splits a character', () => {
    const { draft, issues } = read('offers', ['titre', 'description'], ['T', '😀'.repeat(100_001)]);
    expect(draft?.kind === 'offers' && draft.offer.description.length).toBe(200_000);
    expect(issues.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'too-long']]);
    const odd = read('offers', ['titre', 'description'], ['T', `x${'😀'.repeat(100_001)}`]).draft;
    expect(odd?.kind === 'offers' && odd.offer.description.length).toBe(199_999);
  });
});

describe('a day in place of a title', () => {
  it.each(['01/09/2021', '9/1/2021 0:00:00', '2021-09-01 00:00:00'])('%s names no formation', (title) => {
    const { draft, issues } = read('formations', ['Code', 'Intitulé'], ['RNCP1', title]);
    expect(draft).toBeNull();
    expect(issues).toEqual([{ severity: 'error', code: 'date-as-title', column: 'Intitulé', value: title }]);
  });

  it.each(['1914-1918', 'Histoire 1914/1918', '3D', '2021'])('%s may name one', (title) => {
    expect(read('formations', ['Code', 'Intitulé'], ['RNCP1', title]).draft).toMatchObject({ formation: { title } });
  });
});
