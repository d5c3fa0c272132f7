import type { MatchOutcome } from '../../shared/domain/offer';
import { okabeIto } from '../components/score-colors';

/** What matching said of an offer, in colours that stay apart for everyone; names always stand beside them. */
export const outcomeColors = {
  ranked: okabeIto.green,
  'no-suitable-formation': okabeIto.vermilion,
  'insufficient-text': okabeIto.orange,
  pending: '#8a979e',
} as const satisfies Record<MatchOutcome, string>;
