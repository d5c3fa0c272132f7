import { z } from 'zod';

/** What can happen to a transmission. A file that was made is `prepared`; only a person can say that it was sent. */
export const transmissionEventKinds = [
  'prepared',
  'sent',
  'bounced',
  'passed-on',
  'refused',
  'reminded',
  'withdrawn',
  'undone',
] as const;
export const transmissionEventKindSchema = z.enum(transmissionEventKinds);
export type TransmissionEventKind = z.infer<typeof transmissionEventKindSchema>;

/** What a person says of a transmission; the others follow from making a file or from taking something back. */
export const saidKinds = ['sent', 'bounced', 'passed-on', 'refused', 'reminded', 'withdrawn'] as const;
export const saidKindSchema = z.enum(saidKinds);
export type SaidKind = z.infer<typeof saidKindSchema>;

/** Where a transmission stands. `none`: everything that was said of it was taken back. */
export const transmissionStates = ['prepared', 'sent', 'bounced', 'passed-on', 'refused', 'withdrawn', 'none'] as const;
export const transmissionStateSchema = z.enum(transmissionStates);
export type TransmissionState = z.infer<typeof transmissionStateSchema>;

/** Why a formation manager does not pass an offer on. */
export const refusalReasons = ['profile', 'level', 'period', 'no-students', 'duplicate', 'other'] as const;
export const refusalReasonSchema = z.enum(refusalReasons);
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

/** The longest remark beside an answer. */
export const maxNoteLength = 500;

/** One line of the history, which only grows. */
export interface TransmissionEvent {
  readonly id: number;
  readonly kind: TransmissionEventKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of a refusal. */
  readonly reason: RefusalReason | null;
  /** The event that an `undone` takes back. */
  readonly undoes: number | null;
}

/** What follows from a history: the last of each, reminders in all. Instants are ISO 8601, UTC; null for what has not happened. */
export interface TransmissionStanding {
  readonly state: TransmissionState;
  readonly preparedAt: string | null;
  readonly sentAt: string | null;
  readonly answeredAt: string | null;
  readonly reason: RefusalReason | null;
  /** Since when an answer has been awaited without anything being done: the sending or the last reminder. */
  readonly awaitingSince: string | null;
  readonly reminders: number;
  /** Sendings that did not come back. */
  readonly deliveries: number;
  /** The event that can be taken back: the last one that holds. */
  readonly undoable: number | null;
}

const transitions: Readonly<Record<TransmissionState, Partial<Record<TransmissionEventKind, TransmissionState>>>> = {
  none: { prepared: 'prepared' },
  prepared: { prepared: 'prepared', sent: 'sent', withdrawn: 'withdrawn' },
  sent: { bounced: 'bounced', 'passed-on': 'passed-on', refused: 'refused', reminded: 'sent', withdrawn: 'withdrawn' },
  bounced: { prepared: 'prepared', withdrawn: 'withdrawn' },
  'passed-on': { withdrawn: 'withdrawn' },
  refused: { prepared: 'prepared', withdrawn: 'withdrawn' },
  withdrawn: { prepared: 'prepared' },
};

/** The state that an event leads to; null where it makes no sense, and for `undone`, which has no state of its own. */
export function afterEvent(state: TransmissionState, kind: TransmissionEventKind): TransmissionState | null {
  return transitions[state][kind] ?? null;
}

/** What a person can say of a transmission now, in the order of the list. */
export function possibleSayings(state: TransmissionState): readonly SaidKind[] {
  return saidKinds.filter((kind) => afterEvent(state, kind) !== null);
}

/** Whether the offer is in the manager's hands, so that it is not sent again. */
export function isWithManager(state: TransmissionState): boolean {
  return state === 'sent' || state === 'passed-on';
}

const nothing: TransmissionStanding = {
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

/**
 * Where a transmission stands, from its whole history in the order of its ids. What was taken back counts as never said;
 * an event that makes no sense where it stands is passed over.
 */
export function standingOf(events: readonly TransmissionEvent[]): TransmissionStanding {
  const undone = new Set(events.map(({ undoes }) => undoes));
  let standing = nothing;
  for (const event of events) {
    const state = undone.has(event.id) ? null : afterEvent(standing.state, event.kind);
    if (state !== null) standing = { ...follow(standing, event), state, undoable: event.id };
  }
  return standing;
}

/**
 * When a transmission came to where it stands: its sending for one that was sent, whatever reminders came after. Every
 * list says this date. Instants are ISO 8601, UTC.
 */
export function stateSince(row: {
  readonly state: TransmissionState;
  readonly preparedAt: string | null;
  readonly sentAt: string | null;
  readonly answeredAt: string | null;
  readonly changedAt: string;
}): string {
  const { state, preparedAt, sentAt, answeredAt, changedAt } = row;
  const dates: Partial<Record<TransmissionState, string | null>> = {
    ...{ prepared: preparedAt, sent: sentAt, 'passed-on': answeredAt, refused: answeredAt },
  };
  return dates[state] ?? changedAt;
}

function follow(standing: TransmissionStanding, { kind, at, reason }: TransmissionEvent): TransmissionStanding {
  switch (kind) {
    case 'prepared':
      // What was sent and answered before stays said until it is sent anew.
      return { ...standing, preparedAt: at, awaitingSince: null };
    case 'sent':
      return {
        ...standing,
        sentAt: at,
        awaitingSince: at,
        answeredAt: null,
        reason: null,
        deliveries: standing.deliveries + 1,
      };
    case 'reminded':
      return { ...standing, awaitingSince: at, reminders: standing.reminders + 1 };
    case 'passed-on':
    case 'refused':
      return { ...standing, answeredAt: at, reason, awaitingSince: null };
    case 'bounced':
      return { ...standing, awaitingSince: null, deliveries: standing.deliveries - 1 };
    case 'withdrawn':
    case 'undone':
      return { ...standing, awaitingSince: null };
  }
}

const dayMs = 24 * 60 * 60 * 1000;

/** What has been awaited since this instant (ISO 8601, UTC) or longer asks for a reminder now. */
export function remindersDueBefore(now: Date, afterDays: number): string {
  return new Date(now.getTime() - afterDays * dayMs).toISOString();
}
