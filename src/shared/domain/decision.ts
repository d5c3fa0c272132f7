import { z } from 'zod';
import { decisionIdSchema, formationIdSchema, offerIdSchema, type DecisionId, type FormationId } from './ids';
import { formationNameSchema } from './match';

/**
 * What a person can do with a formation of an offer. `added` is an acceptance of what was not proposed, `moved` gives a
 * chosen one another place, `noted` changes the note, `cleared` leaves the formation to the ranking again, and
 * `taken-back` undoes one earlier decision, which may be such an undoing itself.
 */
export const decisionKinds = ['accepted', 'rejected', 'added', 'moved', 'noted', 'cleared', 'taken-back'] as const;
export const decisionKindSchema = z.enum(decisionKinds);
export type DecisionKind = z.infer<typeof decisionKindSchema>;

/** How a formation stands that somebody decided on. */
export const choiceStates = ['accepted', 'added', 'rejected'] as const;
export const choiceStateSchema = z.enum(choiceStates);
export type ChoiceState = z.infer<typeof choiceStateSchema>;

export const maxNoteLength = 500;
export const maxPersonLength = 100;

/** What the application proposed when the person decided; `rank` counts from 1, `score` lies between 0 and 1. */
export const shownMatchSchema = z.object({
  modelId: z.string().max(200),
  rank: z.int().positive(),
  score: z.number().min(0).max(1),
});
export type ShownMatch = z.infer<typeof shownMatchSchema>;

/** One thing that somebody said of a formation of an offer. Written once and never changed. */
export interface DecisionEvent {
  /** Rises with time. */
  readonly id: DecisionId;
  readonly kind: DecisionKind;
  readonly formationId: FormationId;
  /** The place among the chosen formations, from 1, that `moved` gives. */
  readonly place: number | null;
  /** The decision that `taken-back` undoes. */
  readonly targetId: DecisionId | null;
  readonly note: string | null;
  /** Who; null where nobody said. */
  readonly person: string | null;
  /** When: ISO 8601, UTC. */
  readonly at: string;
  /** Null when the formation was not proposed. */
  readonly shown: ShownMatch | null;
}

/** How a formation of an offer stands by what was decided so far. */
export interface Choice {
  readonly formationId: FormationId;
  readonly state: ChoiceState;
  /** From 1 among the chosen ones; null for a rejected one. */
  readonly place: number | null;
  readonly note: string | null;
  /** The acceptance or rejection that counts; who made it, when, and what was shown to them. */
  readonly decisionId: DecisionId;
  readonly person: string | null;
  readonly at: string;
  readonly shown: ShownMatch | null;
}

/**
 * The present state out of all decisions on one offer, oldest first: the chosen formations in the person's order, then
 * the rejected ones. Decisions that were taken back count as if they had never been made.
 */
export function choicesAfter(events: readonly DecisionEvent[]): readonly Choice[] {
  const undone = undoings(events);
  const stands = new Map<FormationId, Omit<Choice, 'place'>>();
  let chosen: readonly FormationId[] = [];
  for (const event of events) {
    if (undone.has(event.id)) continue;
    const { formationId: id, kind } = event;
    const others = chosen.filter((one) => one !== id);
    const known = stands.get(id);
    if (kind === 'accepted' || kind === 'added') {
      stands.set(id, standingOf(event, kind));
      if (others.length === chosen.length) chosen = [...chosen, id];
    } else if (kind === 'rejected') {
      stands.set(id, standingOf(event, kind));
      chosen = others;
    } else if (kind === 'cleared') {
      stands.delete(id);
      chosen = others;
    } else if (kind === 'noted' && known) {
      stands.set(id, { ...known, note: event.note });
    } else if (kind === 'moved' && others.length < chosen.length) {
      chosen = others.toSpliced((event.place ?? chosen.length) - 1, 0, id);
    }
  }
  const rejected = [...stands.keys()].filter((id) => !chosen.includes(id));
  return [
    ...chosen.flatMap((id, index) => withPlace(stands.get(id), index + 1)),
    ...rejected.flatMap((id) => withPlace(stands.get(id), null)),
  ];
}

/** The chosen formations of a state, in the person's order. */
export function chosenOf(choices: readonly Choice[]): readonly FormationId[] {
  return choices.filter(({ state }) => state !== 'rejected').map(({ formationId }) => formationId);
}

/** A decision as a person looks back on it. */
export interface PastDecision {
  readonly event: DecisionEvent;
  /** The undoing that took it back and counts; taking that back in turn brings the decision back. */
  readonly takenBackBy: DecisionEvent | null;
}

/** What was decided, newest first, each with what took it back. The undoings themselves are told by what they undid. */
export function historyOf(events: readonly DecisionEvent[]): readonly PastDecision[] {
  const undone = undoings(events);
  return events
    .filter(({ kind }) => kind !== 'taken-back')
    .map((event) => ({ event, takenBackBy: undone.get(event.id) ?? null }))
    .toReversed();
}

/** The decisions that are undone by now, undoings among them, each with the undoing that counts. */
export function undoings(events: readonly DecisionEvent[]): ReadonlyMap<DecisionId, DecisionEvent> {
  const undone = new Map<DecisionId, DecisionEvent>();
  // From the last on: whether an undoing counts is known once all later ones are.
  for (const event of events.toReversed()) {
    if (event.kind === 'taken-back' && event.targetId !== null && !undone.has(event.id)) {
      undone.set(event.targetId, event);
    }
  }
  return undone;
}

function standingOf(event: DecisionEvent, state: ChoiceState): Omit<Choice, 'place'> {
  const { formationId, id: decisionId, note, person, at, shown } = event;
  return { formationId, state, decisionId, note, person, at, shown };
}

function withPlace(standing: Omit<Choice, 'place'> | undefined, place: number | null): readonly Choice[] {
  return standing ? [{ ...standing, place }] : [];
}

/** A choice with the name of its formation, as a page shows it. */
export const namedChoiceSchema = z.object({
  formation: formationNameSchema,
  state: choiceStateSchema,
  place: z.int().positive().nullable(),
  note: z.string().nullable(),
  decisionId: decisionIdSchema,
  person: z.string().nullable(),
  at: z.string(),
  shown: shownMatchSchema.nullable(),
});
export type NamedChoice = z.infer<typeof namedChoiceSchema>;

/** A past decision with the name of its formation. */
export const pastDecisionSchema = z.object({
  decisionId: decisionIdSchema,
  kind: decisionKindSchema.exclude(['taken-back']),
  formation: z.object({ id: formationIdSchema, title: z.string() }),
  place: z.int().positive().nullable(),
  note: z.string().nullable(),
  person: z.string().nullable(),
  at: z.string(),
  /** What took it back, who and when; taking that back brings it back. */
  takenBack: z.object({ decisionId: decisionIdSchema, person: z.string().nullable(), at: z.string() }).nullable(),
});

/** What was decided on one offer: the chosen formations in order, the rejected ones, and everything newest first. */
export const offerDecisionsSchema = z.object({
  offerId: offerIdSchema,
  choices: z.array(namedChoiceSchema),
  history: z.array(pastDecisionSchema),
});
export type OfferDecisions = z.infer<typeof offerDecisionsSchema>;

interface Decided {
  readonly formation: { readonly id: FormationId };
  readonly state: ChoiceState;
}

/** One formation of an offer: what the ranking says of it, what a person said, at least one of the two. */
export interface Arranged<Match, Named> {
  readonly match: Match | null;
  readonly choice: Named | null;
}

/**
 * The formations of an offer as people see them: the chosen ones in the person's order whatever the ranking says, then
 * what is proposed and undecided as it was ranked, and the rejected ones apart. `matches` are best first.
 */
export function arrangeFormations<Match extends Pick<Decided, 'formation'>, Named extends Decided>(
  matches: readonly Match[],
  choices: readonly Named[],
) {
  const byFormation = new Map(matches.map((match) => [match.formation.id, match]));
  const decided = new Set(choices.map(({ formation }) => formation.id));
  const arranged = choices.map((choice): Arranged<Match, Named> & { readonly choice: Named } => ({
    choice,
    match: byFormation.get(choice.formation.id) ?? null,
  }));
  return {
    chosen: arranged.filter(({ choice }) => choice.state !== 'rejected'),
    proposed: matches.filter(({ formation }) => !decided.has(formation.id)),
    rejected: arranged.filter(({ choice }) => choice.state === 'rejected'),
  };
}
