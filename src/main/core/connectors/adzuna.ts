import type { AskedContract, ServiceQuestion } from '../../../shared/domain/service-question';
import { askedPlace } from './asked-place';
import { badAnswer, objectOf, type Ask, type ServiceKeys, type ServiceSession } from './service-asker';

// developer.adzuna.com, "Search", version 1.
const searchAddress = 'https://api.adzuna.com/v1/api/jobs/fr/search/';

const pageSize = 50;
/** Ten of the 250 requests of a day. */
const mostPages = 10;

/** Adzuna knows neither internships nor work-study; its offers say it in their words. */
const contracts: Readonly<Record<AskedContract, { readonly word?: string; readonly parameter?: string }>> = {
  internship: { word: 'stage' },
  'work-study': { word: 'alternance' },
  'fixed-term': { parameter: 'contract' },
  permanent: { parameter: 'permanent' },
};

/** Opens the service with its keys; nothing is asked yet. Throws `service-place-unknown`. */
export function openAdzuna(ask: Ask, { id, secret }: ServiceKeys, question: ServiceQuestion): ServiceSession {
  const { contract, days } = question;
  const { word = '', parameter } = contract === null ? {} : contracts[contract];
  const place = askedPlace(question.place);
  const parameters = {
    app_id: id,
    app_key: secret,
    results_per_page: String(pageSize),
    sort_by: 'date',
    what: `${word} ${question.words.replace(/[,;]/g, ' ')}`.trim(),
    ...(place === null ? {} : { where: place.name }),
    ...(days === null ? {} : { max_days_old: String(days) }),
    ...(parameter === undefined ? {} : { [parameter]: '1' }),
  };
  return {
    pageSize,
    mostPages,
    async page(page) {
      const url = new URL(String(page + 1), searchAddress);
      url.search = new URLSearchParams(parameters).toString();
      const { results, count } = objectOf(await ask({ url, headers: { accept: 'application/json' } }));
      if (!Array.isArray(results)) throw badAnswer();
      const offers: readonly unknown[] = results;
      return { offers, total: typeof count === 'number' ? count : offers.length };
    },
  };
}
