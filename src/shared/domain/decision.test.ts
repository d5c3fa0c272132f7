import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrangeFormations,
  choicesAfter,
  chosenOf,
  decisionKinds,
  historyOf,
  type DecisionEvent,
  type DecisionKind,
} from './decision';
import type { DecisionId, FormationId } from './ids';

const id = (value: number) => value as DecisionId;
const formation = (value: number) => value as FormationId;

/** Decisions one after the other: kind, formation, and for some the place or the decision that they undo. */
function told(...said: readonly (readonly [DecisionKind, number, number?])[]): readonly DecisionEvent[] {
  return said.map(([kind, about, extra], index) => ({
    id: id(index + 1),
    kind,
    formationId: formation(about),
    place: kind === 'moved' ? (extra ?? null) : null,
    targetId: kind === 'taken-back' ? id(extra ?? 0) : null,
    note: kind === 'noted' ? 'à rappeler' : null,
    person: index % 2 === 0 ? 'Marie' : null,
    at: `2026-11-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`,
    shown: null,
  }));
}

const stateOf = (events: readonly DecisionEvent[]) =>
  choicesAfter(events).map(({ formationId, state, place }) => [formationId, state, place]);

describe('what was decided so far', () => {
  it('is nothing at first', () => {
    expect(choicesAfter([])).toEqual([]);
  });

  it('keeps chosen formations in the order of their choice, rejected ones behind', () => {
    const events = told(['rejected', 1], ['accepted', 3], ['added', 9], ['accepted', 2]);
    expect(stateOf(events)).toEqual([
      [3, 'accepted', 1],
      [9, 'added', 2],
      [2, 'accepted', 3],
      [1, 'rejected', null],
    ]);
    expect(chosenOf(choicesAfter(events))).toEqual([3, 9, 2]);
  });

  it('follows a move, also one beyond the end', () => {
    const three = [
      ['accepted', 1],
      ['accepted', 2],
      ['accepted', 3],
    ] as const;
    expect(chosenOf(choicesAfter(told(...three, ['moved', 3, 1])))).toEqual([3, 1, 2]);
    expect(chosenOf(choicesAfter(told(...three, ['moved', 1, 2])))).toEqual([2, 1, 3]);
    expect(chosenOf(choicesAfter(told(...three, ['moved', 1, 99])))).toEqual([2, 3, 1]);
  });

  it('moves and notes only what is decided', () => {
    expect(stateOf(told(['moved', 1, 1], ['noted', 1], ['rejected', 2], ['moved', 2, 1]))).toEqual([
      [2, 'rejected', null],
    ]);
  });

  it('takes the last word on a formation, with who said it and when', () => {
    const events = told(['accepted', 1], ['rejected', 1], ['accepted', 1]);
    expect(choicesAfter(events)).toEqual([
      {
        ...{ formationId: 1, state: 'accepted', place: 1, note: null, decisionId: 3, person: 'Marie', shown: null },
        at: '2026-11-03T09:00:00.000Z',
      },
    ]);
    expect(stateOf(told(['accepted', 1], ['cleared', 1]))).toEqual([]);
  });

  it('keeps the place of what is accepted again, and gives a note to the decision that stands', () => {
    const events = told(['accepted', 1], ['accepted', 2], ['accepted', 1], ['noted', 1]);
    expect(choicesAfter(events).map(({ formationId, note }) => [formationId, note])).toEqual([
      [1, 'à rappeler'],
      [2, null],
    ]);
  });

  it('is as if what was taken back had never been said, in whatever order', () => {
    expect(stateOf(told(['accepted', 1], ['rejected', 1], ['taken-back', 1, 2]))).toEqual([[1, 'accepted', 1]]);
    expect(stateOf(told(['accepted', 1], ['accepted', 2], ['moved', 2, 1], ['taken-back', 1, 1]))).toEqual([
      [2, 'accepted', 1],
    ]);
  });

  it('brings back what was taken back when that is taken back', () => {
    const undone = [
      ['accepted', 1],
      ['taken-back', 1, 1],
      ['taken-back', 1, 2],
    ] as const;
    expect(stateOf(told(...undone))).toEqual([[1, 'accepted', 1]]);
    expect(stateOf(told(...undone, ['taken-back', 1, 3]))).toEqual([]);
  });

  it('numbers the places without gap or double, after any decisions', () => {
    const event = fc.tuple(fc.constantFrom(...decisionKinds), fc.integer({ min: 1, max: 5 }), fc.nat({ max: 12 }));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (said) => {
        const choices = choicesAfter(told(...said));
        const places = choices.flatMap(({ place }) => place ?? []);
        expect(places).toEqual(places.map((_place, index) => index + 1));
        expect(new Set(choices.map(({ formationId }) => formationId)).size).toBe(choices.length);
        for (const { state, place } of choices) expect(place === null).toBe(state === 'rejected');
      }),
    );
  });
});

describe('looking back', () => {
  it('tells decisions newest first, with what took them back', () => {
    const events = told(['accepted', 1], ['rejected', 2], ['taken-back', 2, 2]);
    expect(historyOf(events).map(({ event, takenBackBy }) => [event.id, takenBackBy?.id ?? null])).toEqual([
      [2, 3],
      [1, null],
    ]);
  });

  it('tells a decision that was brought back as one that counts', () => {
    const events = told(['accepted', 1], ['taken-back', 1, 1], ['taken-back', 1, 2]);
    expect(historyOf(events).map(({ takenBackBy }) => takenBackBy)).toEqual([null]);
  });
});

describe('the formations of an offer', () => {
  const match = (value: number, rank: number) => ({ rank, formation: { id: formation(value) } });
  const choice = (value: number, state: 'accepted' | 'added' | 'rejected') => ({
    state,
    formation: { id: formation(value) },
  });

  it('are the chosen ones, then the proposals as they are ranked, the rejected ones apart', () => {
    const matches = [match(1, 1), match(2, 2), match(3, 3), match(4, 4)];
    const choices = [choice(3, 'accepted'), choice(9, 'added'), choice(1, 'rejected')];
    const { chosen, proposed, rejected } = arrangeFormations(matches, choices);
    expect(chosen).toEqual([
      { choice: choices[0], match: matches[2] },
      { choice: choices[1], match: null },
    ]);
    expect(proposed).toEqual([matches[1], matches[3]]);
    expect(rejected).toEqual([{ choice: choices[2], match: matches[0] }]);
  });

  it('keep what was decided when a new ranking proposes nothing of it', () => {
    const choices = [choice(1, 'accepted'), choice(2, 'rejected')];
    expect(arrangeFormations([], choices)).toEqual({
      chosen: [{ choice: choices[0], match: null }],
      proposed: [],
      rejected: [{ choice: choices[1], match: null }],
    });
  });
});
