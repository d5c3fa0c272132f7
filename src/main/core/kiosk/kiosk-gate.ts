import { foundOffersSchema, type FoundOffers } from '../../../shared/contract/search';
import { AppError } from '../../../shared/domain/app-error';
import { formationSchema } from '../../../shared/domain/formation';
import { offerSchema, type Offer } from '../../../shared/domain/offer';
import { offerBody } from '../../../shared/domain/reading/offer-body';
import type { Dispatcher } from '../../../shared/rpc/transport';
import { coverPeople, withoutAnnounced, withoutPeople } from '../../../shared/domain/text/without-people';
import type { KioskService } from './kiosk-service';

type Fields = Readonly<Record<string, unknown>>;

interface Opening {
  /** What is asked for students in place of what was asked. */
  readonly ask?: (input: Fields) => Fields;
  /** What they see of the answer. Throws for what they do not see at all. */
  readonly show?: (answer: Fields) => Fields;
}

/** Who works here and where files lie is nobody else's business. */
const hiddenSettings = { personName: null, backupFolder: null, watchedFolder: null, databaseId: null } as const;

/** Drafts are nobody else's business. */
const withoutDrafts: Opening = {
  ask: (input) => ({ ...input, filter: { ...fieldsOf(input['filter']), isDeposited: true } }),
};

/**
 * Everything that students are answered. Whatever is not here is refused: a new procedure stays closed until somebody
 * opens it. Nothing here writes, and no name, address or number of a person comes out but of contacts that the office
 * lets students know (`search.companies`).
 */
const open: Readonly<Record<string, Opening>> = {
  'kiosk.state': {},
  'kiosk.leave': {},
  'host.changes': {},
  'settings.get': { show: (answer) => ({ ...answer, ...hiddenSettings }) },
  'search.offers': { ...withoutDrafts, show: (answer) => coveredRows(foundOffersSchema.parse(answer)) },
  'search.companies': withoutDrafts,
  'search.facets': withoutDrafts,
  'offers.facets': {},
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
  'students.outlooks': {},
  'occupations.list': {},
  'occupations.sheet': {},
  'matches.preview': {},
  'matches.explainText': {},
};

/** Lets through what students may ask while they have this PC, and everything while the office has it. */
export function createKioskGate(dispatcher: Dispatcher, kiosk: Pick<KioskService, 'isOn'>): Dispatcher {
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
      return show && isFields(answer) ? show(answer) : answer;
    },
    async *stream(procedure, input, signal) {
      openingOf(procedure);
      yield* dispatcher.stream(procedure, input, signal);
    },
  };
}

/** What a mail has around the offer goes with the people in it: nobody here has to see what was received. */
function publicOffer(offer: Offer): Fields {
  if (offer.status === 'draft') throw new AppError('not-found', 'There is no such offer.');
  const shown = withoutPeople(offer);
  return { ...shown, description: offerBody(shown.description) };
}

/** The words that were found keep their places. */
function coveredRows({ rows, ...found }: FoundOffers): Fields {
  const covered = rows.map(({ title, excerpt, ...row }) => ({
    ...row,
    title: coverPeople(title),
    excerpt: { ...excerpt, text: coverPeople(excerpt.text) },
  }));
  return { ...found, rows: covered };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}
