import { AppError } from '../../../shared/domain/app-error';
import type { AskedContract, ServiceQuestion } from '../../../shared/domain/service-question';
import { askedPlace, type AskedPlace } from './asked-place';
import { badAnswer, objectOf, type AnswerPage, type Ask, type ServiceKeys, type ServiceSession } from './service-asker';

// francetravail.io, "Offres d'emploi" v2 (realm "partenaire"), as documented in 2025.
const tokenAddress = 'https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire';
const searchAddress = 'https://api.francetravail.io/partenaire/offresdemploi/v2/offres/search';
const offerAddress = 'https://api.francetravail.io/partenaire/offresdemploi/v2/offres/';
const scope = 'api_offresdemploiv2 o2dsoffre';

/** A range holds 150 offers and begins at the 3,000th at most. */
const pageSize = 150;
const mostPages = 21;

/** France Travail knows no internship; its offers say it in their words. */
const contracts: Readonly<Record<AskedContract, Readonly<Record<string, string>>>> = {
  internship: {},
  'work-study': { natureContrat: 'E2,FS' },
  'fixed-term': { typeContrat: 'CDD' },
  permanent: { typeContrat: 'CDI' },
};

/** Paris is asked for as a department; the other two are known by their first arrondissement, with 10 km around it. */
const arrondissements: Readonly<Record<string, string>> = { '69123': '69381', '13055': '13201' };

export interface FranceTravail extends ServiceSession {
  /** The offer as it stands now; null where France Travail has it no longer. */
  offer(id: string): Promise<unknown>;
}

/** Opens the service with its keys: one request. Throws with a `service-…` reason. */
export async function openFranceTravail(
  ask: Ask,
  keys: ServiceKeys,
  question: ServiceQuestion | null,
): Promise<FranceTravail> {
  const asked = question && parametersOf(question, askedPlace(question.place));
  const headers = { authorization: `Bearer ${await tokenOf(ask, keys)}`, accept: 'application/json' };
  return {
    pageSize,
    mostPages,
    async page(page) {
      const url = new URL(searchAddress);
      const range = `${page * pageSize}-${(page + 1) * pageSize - 1}`;
      url.search = new URLSearchParams({ ...asked, sort: '1', range }).toString();
      const answer = await ask({ url, headers });
      if (answer.status === 204) return { offers: [], total: 0 };
      return pageOf(objectOf(answer), answer.header('content-range'));
    },
    async offer(id) {
      const answer = await ask({ url: new URL(encodeURIComponent(id), offerAddress), headers });
      return [204, 404, 410].includes(answer.status) ? null : objectOf(answer);
    },
  };
}

async function tokenOf(ask: Ask, { id, secret }: ServiceKeys): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret, scope });
  const answer = await ask({ url: new URL(tokenAddress), headers: { accept: 'application/json' }, form }).catch(
    (error: unknown) => {
      // OAuth says `invalid_client` with 400 as well.
      if (!(error instanceof AppError) || error.reason !== 'service-question-refused') throw error;
      throw new AppError('conflict', 'The service refused the keys.', 'service-keys-refused');
    },
  );
  const { access_token: token } = objectOf(answer);
  if (typeof token !== 'string' || token === '') throw badAnswer();
  return token;
}

function parametersOf(question: ServiceQuestion, place: AskedPlace | null): Record<string, string> {
  const { words, contract, days } = question;
  const said = [...(contract === 'internship' ? ['stage'] : []), ...words.split(/[,;]/)];
  const motsCles = said
    .map((word) => word.trim())
    .filter((word) => word.length > 1)
    .join(',');
  return {
    ...(motsCles === '' ? {} : { motsCles }),
    ...(contract === null ? {} : contracts[contract]),
    ...(days === null ? {} : { publieeDepuis: String(days) }),
    ...placeParameters(place),
  };
}

function placeParameters(place: AskedPlace | null): Record<string, string> {
  if (place === null) return {};
  const { region, department, inseeCode } = place;
  if (department === null) return { region: region ?? '' };
  if (inseeCode === null || department === '75') return { departement: department };
  return { commune: arrondissements[inseeCode] ?? inseeCode };
}

/** `Content-Range: offres 0-149/353`. */
function pageOf({ resultats }: Readonly<Record<string, unknown>>, range: string | null): AnswerPage {
  if (!Array.isArray(resultats)) throw badAnswer();
  const total = /\/(\d+)$/.exec(range ?? '')?.[1];
  const offers: readonly unknown[] = resultats;
  return { offers, total: total === undefined ? offers.length : Number(total) };
}
