import { formationRowSchema, type formationSortColumns } from '../../../shared/contract/formations';
import {
  foundOffersSchema,
  offeringCompanySchema,
  publicCriteria,
  publicSortColumns,
  searchFacetsSchema,
} from '../../../shared/contract/search';
import { settingsSchema, type Settings } from '../../../shared/contract/settings';
import { AppError } from '../../../shared/domain/app-error';
import { formationSchema } from '../../../shared/domain/formation';
import { pageOf } from '../../../shared/domain/page';
import { offerSchema } from '../../../shared/domain/offer';
import { withoutAnnounced } from '../../../shared/domain/text/without-people';
import type { Dispatcher } from '../../../shared/rpc/transport';
import type { OfferService } from '../offers/offer-service';
import { defaultSettings } from '../settings/setting-service';
import type { KioskService } from './kiosk-service';
import { publicOffer, publicRow } from './public-offer';

type Fields = Readonly<Record<string, unknown>>;

type Offers = Pick<OfferService, 'get'>;

interface Opening {
  /** What is asked for students in place of what was asked. */
  readonly ask?: (input: Fields) => Fields;
  /** What they see of the answer. Throws for what they do not see at all. */
  readonly show?: (answer: unknown, offers: Offers) => unknown;
}

/** Narrowed by what students may ask for alone; drafts are nobody else's business. */
const publicSearch = {
  ask: (input: Fields) => ({
    ...input,
    filter: { ...only(publicCriteria, fieldsOf(input['filter'])), isDeposited: true },
  }),
} satisfies Opening;

/** Not by how many offers the office has for each. */
const formationColumns: readonly (typeof formationSortColumns)[number][] = [
  'title',
  'diplomaType',
  'level',
  'component',
  'capacity',
];

/** A list in an order that says nothing of what the office did: in its usual one where it would. */
const inOrder = (input: Fields, columns: readonly string[], usual: Fields): Fields =>
  columns.includes(String(fieldsOf(input['sort'])['by'])) ? input : { ...input, sort: usual };

/**
 * Everything that students are answered. Whatever is not here is refused: a new procedure stays closed until somebody
 * opens it. Nothing here writes, and no name, address or number of a person comes out but of contacts that the office
 * lets students know (`search.companies`, `students.approaches`).
 */
const open: Readonly<Record<string, Opening>> = {
  'kiosk.state': {},
  'kiosk.leave': {},
  'host.changes': {},
  'settings.get': { show: (answer) => publicSettings(settingsSchema.parse(answer)) },
  'search.offers': {
    ask: (input) => publicSearch.ask(inOrder(input, publicSortColumns, { by: 'relevance', direction: 'desc' })),
    show: (answer, offers) => {
      const found = foundOffersSchema.parse(answer);
      return { ...found, rows: found.rows.map((row) => publicRow(row, offers.get(row.id))) };
    },
  },
  'search.companies': {
    ...publicSearch,
    show: (answer, offers) =>
      offeringCompanySchema
        .array()
        .parse(answer)
        .map(({ closest, ...company }) => {
          const { title } = publicOffer(offers.get(closest.offerId));
          return { ...company, closest: { ...closest, title } };
        }),
  },
  'search.facets': {
    ...publicSearch,
    show: (answer) => ({ ...searchFacetsSchema.parse(answer), outcomes: [] }),
  },
  'search.values': publicSearch,
  'offers.facets': { ask: (input) => ({ ...input, isDeposited: true }) },
  'offers.get': { show: (answer) => publicOffer(offerSchema.parse(answer)) },
  'formations.get': {
    show: (answer) => {
      const { description, prerequisites, ...formation } = formationSchema.parse(answer);
      return {
        ...{ ...formation, managerName: null, managerEmail: null, description: withoutAnnounced(description) },
        prerequisites: prerequisites === null ? null : withoutAnnounced(prerequisites),
      };
    },
  },
  'formations.list': {
    ask: (input) => inOrder(input, formationColumns, { by: 'title', direction: 'asc' }),
    show: (answer) => {
      const { rows, total } = pageOf(formationRowSchema).parse(answer);
      return { total, rows: rows.map((row) => ({ ...row, managerName: null, matchedOffers: 0, firstPlaces: 0 })) };
    },
  },
  'students.outlooks': {},
  'students.approaches': {},
  'students.passages': {},
  'occupations.list': {},
  'occupations.sheet': {},
  'matches.preview': {},
  'matches.explainText': {},
};

/** Lets through what students may ask while they have this PC, and everything while the office has it. */
export function createKioskGate(dispatcher: Dispatcher, kiosk: Pick<KioskService, 'isOn'>, offers: Offers): Dispatcher {
  const openingOf = (procedure: string): Opening => {
    if (!kiosk.isOn()) return {};
    const opening = Object.hasOwn(open, procedure) ? open[procedure] : undefined;
    // What there is not is told by whoever knows the procedures.
    if (opening === undefined && dispatcher.kindOf(procedure) !== null) {
      throw new AppError('conflict', `"${procedure}" is closed while students have this PC.`, 'kiosk-on');
    }
    return opening ?? {};
  };
  return {
    kindOf: (procedure) => dispatcher.kindOf(procedure),
    async call(procedure, input, signal) {
      const { ask, show } = openingOf(procedure);
      const asked = ask && isFields(input) ? ask(input) : input;
      const answer = await dispatcher.call(procedure, asked, signal);
      return show ? show(answer, offers) : answer;
    },
    async *stream(procedure, input, signal) {
      openingOf(procedure);
      yield* dispatcher.stream(procedure, input, signal);
    },
  };
}

/** How pages are shown. Who works here, where files lie and how offers are ranked is nobody else's business. */
function publicSettings({ language, theme, universityName, academicYearStart, smallNumber }: Settings): Settings {
  return { ...defaultSettings, language, theme, universityName, academicYearStart, smallNumber };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function only(names: readonly string[], fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
