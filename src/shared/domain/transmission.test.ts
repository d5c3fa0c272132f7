import { expect, it, describe } from 'vitest';
import {
  possibleSayings,
  remindersDueBefore,
  standingOf,
  stateSince,
  transmissionStates,
  type TransmissionEvent,
  type TransmissionEventKind,
} from './transmission';

type Line = TransmissionEventKind | readonly ['undone', number] | readonly ['refused', 'level'];

/** A history: the events have the ids 1, 2, 3 … and happen on the first, second, third … of March. */
function history(...lines: readonly Line[]): TransmissionEvent[] {
  return lines.map((line, index) => {
    const [kind, said] = typeof line === 'string' ? [line, null] : line;
    return {
      id: index + 1,
      kind,
      at: day(index + 1),
      reason: said === 'level' ? said : null,
      undoes: typeof said === 'number' ? said : null,
    };
  });
}

const day = (number: number): string => `2026-03-0${number}T09:00:00.000Z`;
const nothing = {
  state: 'none',
  preparedAt: null,
  sentAt: null,
  answeredAt: null,
  reason: null,
  awaitingSince: null,
  reminders: 0,
  deliveries: 0,
  undoable: null,
};

describe('where a transmission stands', () => {
  it.each<[string, TransmissionEvent[], object]>([
    ['nothing was ever said', [], {}],
    [
      'a file was made, and nobody said that it was sent',
      history('prepared'),
      { state: 'prepared', preparedAt: day(1), undoable: 1 },
    ],
    [
      'a person said that it was sent',
      history('prepared', 'sent'),
      { state: 'sent', preparedAt: day(1), sentAt: day(2), deliveries: 1, awaitingSince: day(2), undoable: 2 },
    ],
    [
      'it was reminded of twice',
      history('prepared', 'sent', 'reminded', 'reminded'),
      {
        state: 'sent',
        preparedAt: day(1),
        sentAt: day(2),
        deliveries: 1,
        awaitingSince: day(4),
        reminders: 2,
        undoable: 4,
      },
    ],
    [
      'it was refused after a reminder',
      history('prepared', 'sent', 'reminded', ['refused', 'level']),
      {
        ...{ state: 'refused', preparedAt: day(1), sentAt: day(2), deliveries: 1, answeredAt: day(4), reason: 'level' },
        ...{ reminders: 1, undoable: 4 },
      },
    ],
    [
      'the answer was taken back',
      history('prepared', 'sent', 'passed-on', ['undone', 3]),
      { state: 'sent', preparedAt: day(1), sentAt: day(2), deliveries: 1, awaitingSince: day(2), undoable: 2 },
    ],
    [
      'the sending was taken back after its answer was',
      history('prepared', 'sent', 'passed-on', ['undone', 3], ['undone', 2]),
      { state: 'prepared', preparedAt: day(1), undoable: 1 },
    ],
    ['even the file was taken back', history('prepared', ['undone', 1]), {}],
    [
      'it came back and was made anew',
      history('prepared', 'sent', 'bounced', 'prepared'),
      { state: 'prepared', preparedAt: day(4), sentAt: day(2), undoable: 4 },
    ],
    [
      'it was refused and made anew: the last sending and the last answer are still known',
      history('prepared', 'sent', 'reminded', ['refused', 'level'], 'prepared'),
      {
        ...{
          state: 'prepared',
          preparedAt: day(5),
          sentAt: day(2),
          deliveries: 1,
          answeredAt: day(4),
          reason: 'level',
        },
        ...{ reminders: 1, undoable: 5 },
      },
    ],
    [
      'it was sent anew after a refusal and awaits another answer',
      history('prepared', 'sent', ['refused', 'level'], 'prepared', 'sent'),
      { state: 'sent', preparedAt: day(4), sentAt: day(5), deliveries: 2, awaitingSince: day(5), undoable: 5 },
    ],
    [
      'it was withdrawn while an answer was awaited',
      history('prepared', 'sent', 'withdrawn'),
      { state: 'withdrawn', preparedAt: day(1), sentAt: day(2), deliveries: 1, undoable: 3 },
    ],
    [
      'what makes no sense is passed over',
      history('sent', 'prepared', 'reminded', 'passed-on'),
      { state: 'prepared', preparedAt: day(2), undoable: 2 },
    ],
  ])('%s', (_name, events, expected) => {
    expect(standingOf(events)).toEqual({ ...nothing, ...expected });
  });

  it('offers to say what is possible, and nothing else', () => {
    expect(Object.fromEntries(transmissionStates.map((state) => [state, possibleSayings(state)]))).toEqual({
      none: [],
      prepared: ['sent', 'withdrawn'],
      sent: ['bounced', 'passed-on', 'refused', 'reminded', 'withdrawn'],
      bounced: ['withdrawn'],
      'passed-on': ['withdrawn'],
      refused: ['withdrawn'],
      withdrawn: [],
    });
  });
});

it('asks for a reminder after whole days', () => {
  expect(remindersDueBefore(new Date(day(8)), 7)).toBe(day(1));
});

describe('the date of a state', () => {
  const at = { preparedAt: '2026-03-01', sentAt: '2026-03-02', answeredAt: '2026-03-05', changedAt: '2026-03-09' };

  it.each([
    ['prepared', '2026-03-01'],
    // A reminder changes a transmission and not the day on which it was sent.
    ['sent', '2026-03-02'],
    ['passed-on', '2026-03-05'],
    ['refused', '2026-03-05'],
    ['bounced', '2026-03-09'],
    ['withdrawn', '2026-03-09'],
  ] as const)('%s is %s', (state, day) => {
    expect(stateSince({ state, ...at })).toBe(day);
  });
});
