import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportKind } from '../../../shared/domain/import';
import { joinResultPages } from '../../../shared/domain/result-pages';
import { inspectFile } from '../csv/read-rows';

const never = new AbortController().signal;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function inspect(content: string | Buffer, kind: ImportKind = 'offers') {
  const path = join(folder, 'page.json');
  await writeFile(path, content);
  return await inspectFile(path, { kind, format: null, mapping: null }, 20, never);
}

/** What the first row of a page becomes. */
async function firstDraft(content: string | Buffer) {
  const { rows } = await inspect(content);
  return rows[0]?.draft ?? null;
}

const franceTravailOffer = {
  id: '201ABCD',
  intitule: 'Développeur / Développeuse web (H/F)',
  description: 'Vous rejoignez une équipe de six personnes.\nVous écrivez du code.',
  dateCreation: '2026-10-22T10:02:00.000Z',
  lieuTravail: { libelle: '38 - GRENOBLE', latitude: 45.18, codePostal: '38000', commune: '38185' },
  romeCode: 'M1855',
  romeLibelle: 'Développeur / Développeuse web',
  entreprise: { nom: 'Ateliers de l’Isère', description: 'Un éditeur.' },
  typeContrat: 'CDD',
  typeContratLibelle: 'CDD - 12 Mois',
  natureContrat: 'Contrat apprentissage',
  alternance: true,
  experienceLibelle: 'Débutant accepté',
  formations: [{ niveauLibelle: 'Bac+3, Bac+4 ou équivalents', exigence: 'E' }],
  competences: [{ libelle: 'Écrire des tests' }, { libelle: 'Programmer en TypeScript' }],
  salaire: { libelle: 'Mensuel de 1500.0 Euros sur 12.0 mois', commentaire: 'Tickets restaurant' },
  dureeTravailLibelle: '35H Horaires normaux',
  contact: { nom: 'Mme Durand', courriel: 'Pour postuler, utiliser le lien suivant : https://exemple.fr/offre' },
  nombrePostes: 2,
  accessibleTH: false,
};

const adzunaOffer = {
  __CLASS__: 'Adzuna::API::Response::Job',
  id: '4901',
  title: 'Chargé de <strong>communication</strong>',
  description: 'Vous animez la <strong>communication</strong> du musée…',
  created: '2026-10-20T08:00:00Z',
  company: { display_name: 'Musée des Alpes' },
  location: { display_name: 'Grenoble, Isère', area: ['France', 'Auvergne-Rhône-Alpes', 'Isère', 'Grenoble'] },
  category: { label: 'Emplois Marketing', tag: 'pr-jobs' },
  contract_type: 'contract',
  salary_min: 28000,
  salary_max: 32000,
  salary_is_predicted: '0',
  redirect_url: 'https://www.adzuna.fr/land/ad/4901',
};

const page = (offers: readonly object[], name = 'resultats'): string =>
  JSON.stringify({ [name]: offers, filtresPossibles: [] });

describe('pages of search results', () => {
  it('reads an offer of France Travail, with its source and every value in its field or among the notes', async () => {
    const { format, header, mapping, rows } = await inspect(page([franceTravailOffer]));
    const [row] = rows;
    expect(format).toEqual({ service: 'france-travail' });
    expect(row?.issues).toEqual([]);
    expect(row?.draft).toMatchObject({
      kind: 'offers',
      offer: {
        externalId: '201ABCD',
        source: 'France Travail',
        city: 'Grenoble',
        postcode: '38000',
        contractType: 'work-study',
        levels: [3, 4],
        romeCode: 'M1855',
        seniority: 'beginner',
        skills: ['Écrire des tests', 'Programmer en TypeScript'],
        duration: { min: 12, max: 12, unit: 'month' },
        weeklyHours: 35,
        places: 2,
        disabilityFriendly: false,
        postedOn: '2026-10-22',
      },
      contact: { companyName: 'Ateliers de l’Isère', contactName: 'Mme Durand', contactEmail: null },
    });
    expect(header.at(-1)).toBe('autres informations');
    expect(mapping.at(-1)).toBeNull();
    expect(row?.cells.at(-1)?.split('\n')).toEqual([
      'lieuTravail.latitude : 45.18',
      'lieuTravail.commune : 38185',
      'entreprise.description : Un éditeur.',
      'formations.exigence : E',
      'salaire.commentaire : Tickets restaurant',
      'contact.courriel : Pour postuler, utiliser le lien suivant : https://exemple.fr/offre',
    ]);
  });

  it('reads an offer of Adzuna without the marks of its search, and no pay that Adzuna has guessed', async () => {
    const said = await firstDraft(page([adzunaOffer], 'results'));
    expect(said).toMatchObject({
      offer: {
        source: 'Adzuna',
        title: 'Chargé de communication',
        city: 'Grenoble',
        contractType: 'fixed-term',
        postedOn: '2026-10-20',
        pay: { wording: '28000 – 32000 € par an' },
      },
      contact: { companyName: 'Musée des Alpes' },
    });
    const guessed = await firstDraft(page([{ ...adzunaOffer, salary_is_predicted: '1' }], 'results'));
    expect(guessed).toMatchObject({ offer: { pay: null } });
  });

  it('gives the same header whatever an offer says, so that a remembered mapping fits the next page', async () => {
    const full = await inspect(page([franceTravailOffer]));
    const bare = await inspect(page([{ id: '1', intitule: 'Vendeur' }]));
    expect(bare.header).toEqual(full.header);
  });

  it('reads pages with a mark, in UTF-16 as PowerShell writes them, and several that were put together', async () => {
    const text = page([franceTravailOffer]);
    const expected = await firstDraft(text);
    expect(await firstDraft(`\uFEFF${text}`)).toEqual(expected);
    expect(await firstDraft(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual(expected);
    const pages = [text, page([{ id: '2', intitule: 'Vendeur' }])].map((content, at) => ({
      name: `${at}.json`,
      text: content,
    }));
    const { rows } = await inspect(joinResultPages(pages));
    expect(rows.map(({ line, cells }) => [line, cells[1]])).toEqual([
      [1, '201ABCD'],
      [2, '2'],
    ]);
  });

  it('leaves what is not a page to the other readers', async () => {
    const lines = '{"titre":"Stage","texte":"\\"results\\":["}\n{"titre":"Autre"}\n';
    expect((await inspect(lines)).format).toHaveProperty('delimiter');
  });

  it('tells pages that are cut off, empty, of another kind or of two services, and what holds no offers', async () => {
    const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => null,
        (error: unknown) => error,
      );
    const text = JSON.stringify({ resultats: [franceTravailOffer] }, null, 2);
    const cut = await reasonOf(inspect(text.slice(0, -40)));
    expect(cut).toMatchObject({
      reason: 'file-json-damaged',
      details: { line: text.slice(0, -40).split('\n').length },
    });
    expect(await reasonOf(inspect(page([])))).toMatchObject({ reason: 'file-json-empty' });
    expect(await reasonOf(inspect(page([adzunaOffer], 'results'), 'companies'))).toMatchObject({
      reason: 'file-json-kind',
    });
    const two = ['resultats', 'results'].map((name) => page([], name)).join('\u001e');
    expect(await reasonOf(inspect(`${page([adzunaOffer], 'results')}\u001e${two}`))).toMatchObject({
      reason: 'file-json-mixed',
    });
    // An offer that is none, and names of JavaScript, are rows like any other: rejected for want of a title.
    const { rows } = await inspect('{"resultats":[null, 3, {"__proto__": {"intitule": "x"}, "constructor": "y"}]}');
    expect(rows.map(({ draft }) => draft)).toEqual([null, null, null]);
    expect(() => joinResultPages([{ name: 'deux.json', text: '{"resultats":[' }])).toThrow(
      expect.objectContaining({ reason: 'file-json-damaged', details: { file: 'deux.json', line: 1 } }),
    );
  });
});
