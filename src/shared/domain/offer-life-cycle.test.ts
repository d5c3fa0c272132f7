import { describe, expect, it } from 'vitest';
import { offerStatuses, type OfferStatus } from './offer';
import {
  afterAction,
  closedOnAfter,
  isExpired,
  offerActions,
  possibleActions,
  type OfferAction,
} from './offer-life-cycle';

describe('the life of an offer', () => {
  it.each<[OfferStatus, OfferAction, OfferStatus | null]>([
    ['draft', 'publish', 'published'],
    ['draft', 'transmit', null],
    ['draft', 'fill', null],
    ['draft', 'archive', 'archived'],
    ['published', 'publish', null],
    ['published', 'withdraw', 'draft'],
    ['published', 'transmit', 'transmitted'],
    ['published', 'fill', 'filled'],
    ['transmitted', 'withdraw', 'published'],
    ['transmitted', 'archive', 'archived'],
    ['filled', 'publish', null],
    ['filled', 'reopen', 'published'],
    ['archived', 'archive', null],
    ['archived', 'reopen', 'published'],
  ])('%s, %s → %s', (status, action, next) => {
    expect(afterAction({ status, closedFrom: null }, action)?.status ?? null).toBe(next);
  });

  it('is closed on the day of filling, whatever the archive does with it afterwards', () => {
    const closed = (
      status: OfferStatus,
      action: OfferAction,
      closedFrom: OfferStatus | null,
      closedOn: string | null,
    ) => {
      const next = afterAction({ status, closedFrom }, action);
      return next && closedOnAfter({ status, closedOn }, next, '2026-03-02');
    };
    expect(closed('transmitted', 'fill', null, null)).toBe('2026-03-02');
    expect(closed('filled', 'archive', 'published', '2026-02-01')).toBe('2026-02-01');
    expect(closed('archived', 'reopen', 'filled', '2026-02-01')).toBe('2026-02-01');
    expect(closed('filled', 'reopen', 'published', '2026-02-01')).toBeNull();
    expect(closed('published', 'archive', null, null)).toBe('2026-03-02');
    // One that a file closed has no such day, and gets none by being archived.
    expect(closed('filled', 'archive', null, null)).toBeNull();
  });

  it('opens again where it was closed from', () => {
    for (const status of ['draft', 'published', 'transmitted'] as const) {
      const closed = afterAction({ status, closedFrom: null }, 'archive');
      expect(closed).toEqual({ status: 'archived', closedFrom: status });
      expect(closed && afterAction(closed, 'reopen')).toEqual({ status, closedFrom: null });
    }
  });

  it('offers exactly what it then does', () => {
    for (const status of offerStatuses) {
      const done = offerActions.filter((action) => afterAction({ status, closedFrom: null }, action) !== null);
      expect(possibleActions(status)).toEqual(done);
    }
  });
});

describe('expiry', () => {
  it.each<[OfferStatus, string | null, boolean]>([
    ['published', '2026-03-01', true],
    ['published', '2026-03-02', false],
    ['transmitted', '2026-03-01', true],
    ['published', null, false],
    ['draft', '2026-03-01', false],
    ['filled', '2026-03-01', false],
  ])('%s until %s: %s', (status, expiresOn, expected) => {
    expect(isExpired({ status, expiresOn }, '2026-03-02')).toBe(expected);
  });
});
