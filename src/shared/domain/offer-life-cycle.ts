import { z } from 'zod';
import { isoDateSchema, type IsoDate } from './academic-year';
import { offerStatusSchema, type OfferDraft, type OfferStatus } from './offer';

/** What a person can do with an offer as a whole. */
export const offerActions = ['publish', 'withdraw', 'transmit', 'fill', 'archive', 'reopen'] as const;
export const offerActionSchema = z.enum(offerActions);
export type OfferAction = z.infer<typeof offerActionSchema>;

/** Why an offer is no longer open. Files may bring words of their own. */
export const closingReasons = [
  ...(['our-student', 'someone-else', 'withdrawn', 'no-candidate', 'expired', 'duplicate', 'other'] as const),
] as const;
export const closingReasonSchema = z.enum(closingReasons);
export type ClosingReason = z.infer<typeof closingReasonSchema>;

/** What an action starts from. `closedFrom` is the state that the offer had when it was closed, null when unknown. */
export interface OfferState {
  readonly status: OfferStatus;
  readonly closedFrom: OfferStatus | null;
}

/** Where an offer stands: what an action writes of it, and what takes the action back. */
export const offerStandingSchema = z.strictObject({
  status: offerStatusSchema,
  /** One of `closingReasons`, or the words of a file. */
  closingReason: z.string().nullable(),
  closedFrom: offerStatusSchema.nullable(),
  /** Why it was closed in the state that it was closed from: a filled offer that was archived since. */
  closedReason: z.string().nullable(),
  /** The day on which it was filled or laid aside; null while it is open, and where a file does not say the day. */
  closedOn: isoDateSchema.nullable(),
  postedOn: isoDateSchema.nullable(),
});
export type OfferStanding = z.infer<typeof offerStandingSchema>;

const transitions: Readonly<Record<OfferStatus, Partial<Record<OfferAction, OfferStatus>>>> = {
  draft: { publish: 'published', archive: 'archived' },
  published: { withdraw: 'draft', transmit: 'transmitted', fill: 'filled', archive: 'archived' },
  transmitted: { withdraw: 'published', fill: 'filled', archive: 'archived' },
  filled: { reopen: 'published', archive: 'archived' },
  archived: { reopen: 'published' },
};

/** The state that an action leads to; null where it makes no sense. `reopen` goes back to where it was closed from. */
export function afterAction({ status, closedFrom }: OfferState, action: OfferAction): OfferState | null {
  const next = transitions[status][action];
  if (next === undefined) return null;
  if (action === 'reopen') return { status: closedFrom ?? next, closedFrom: null };
  const isClosed = next === 'filled' || next === 'archived';
  return { status: next, closedFrom: isClosed ? status : null };
}

/**
 * The day that counts as that of closing after an action: today where it closes the offer, as before where a filled one
 * is archived or brought back, none where it opens again.
 */
export function closedOnAfter(
  former: { readonly status: OfferStatus; readonly closedOn: IsoDate | null },
  next: OfferState,
  today: IsoDate,
): IsoDate | null {
  if (next.status !== 'filled' && next.status !== 'archived') return null;
  return former.status === 'filled' || next.closedFrom === null ? former.closedOn : today;
}

/** The actions that are possible now, in the order of the list. */
export function possibleActions(status: OfferStatus): readonly OfferAction[] {
  return offerActions.filter((action) => transitions[status][action] !== undefined);
}

/** Whether an action asks why: the answer is kept with the offer. */
export function asksForReason(action: OfferAction): boolean {
  return action === 'fill' || action === 'archive';
}

/** What a calendar asks of an open offer: its last day is past, it is near, or the start that it names is past. */
export const dueKinds = ['expired', 'expiring', 'past-start'] as const;
export const dueKindSchema = z.enum(dueKinds);
export type DueKind = z.infer<typeof dueKindSchema>;

/** For how many days before its last one an offer is said to expire soon. */
export const expiryNoticeDays = 7;

/** For how many days after its start an offer may still be proposed to a student: many wait for somebody. */
export const latestStartDays = 31;
/** After how many days an offer that names neither a start nor a last day is no longer proposed to students. */
export const longestOpenDays = 180;

/** So many days a start, and an end, can usually be agreed upon. */
export const agreedDays = 14;

/** Whether an open offer should have begun: the start that it names is past, of a range the later day. */
export function isStartPast(offer: Pick<OfferDraft, 'start'> & { readonly status: OfferStatus }, on: IsoDate): boolean {
  const { start } = offer;
  if (!isOpen(offer) || start === null || start.kind === 'as-soon-as-possible') return false;
  return (start.kind === 'date' ? start.on : start.to) < on;
}

function isOpen({ status }: { readonly status: OfferStatus }): boolean {
  return status === 'published' || status === 'transmitted';
}

/** Whether an open offer is past its last day; the day itself still counts. */
export function isExpired(
  offer: { readonly status: OfferStatus; readonly expiresOn: IsoDate | null },
  on: IsoDate,
): boolean {
  return isOpen(offer) && offer.expiresOn !== null && offer.expiresOn < on;
}
