import type { Shares, TextExplanation } from '../../../shared/domain/explanation/explanation';
import { keptMatches } from '../../../shared/domain/match';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';

/** What sentences are written with. */
export interface Wording {
  readonly t: Translate;
  readonly format: Format;
  /** Names a level of study. */
  readonly level: (years: number) => string;
}

type ShareName = keyof Shares;
const shareNames = ['meaning', 'occupation', 'words'] as const satisfies readonly ShareName[];

/** The part that most of the score comes from; null where there is nothing in common. */
export function largestShare(shares: Shares): ShareName | null {
  const [first] = shareNames.toSorted((one, two) => shares[two] - shares[one]);
  return first && shares[first] > 0 ? first : null;
}

/** Whether the formation is not near enough to be proposed: where its small score comes from would only persuade. */
export function isUnderThreshold({ standing }: TextExplanation): boolean {
  return standing !== null && standing.score < standing.threshold;
}

/** The rank of the formation among all, and how far it is from being proposed if it is not. */
export function standingSentence({ standing }: TextExplanation, { t, format }: Wording): string {
  if (!standing) return t('reasons.insufficient');
  const { rank, formations, score, threshold, lastKeptScore } = standing;
  const place = t('reasons.rank', {
    rank: format.number(rank),
    formations: format.number(formations),
    score: format.score(score),
  });
  if (score < threshold) {
    const count = pointsBetween(threshold, score);
    const told = { count, threshold: format.score(threshold) };
    return `${place} ${count === 0 ? t('reasons.justUnderThreshold', told) : t('reasons.underThreshold', told)}`;
  }
  if (rank <= keptMatches) return `${place} ${t('reasons.proposed')}`;
  const told = { count: pointsBetween(lastKeptScore ?? score, score), kept: keptMatches };
  return `${place} ${told.count === 0 ? t('reasons.justBehindLast', told) : t('reasons.behindLast', told)}`;
}

/** What brings the two together first of all, or that little does, and the occupations that they are about. */
export function summarySentence(explanation: TextExplanation, { t, format }: Wording): string {
  const { shares, occupations } = explanation;
  const largest = largestShare(shares);
  if (largest === null) return t('reasons.nothing');
  const mostly = isUnderThreshold(explanation) ? t('reasons.little') : t(`reasons.mostly.${largest}`);
  if (occupations && occupations.shared.length > 0) {
    const names = occupations.shared.map(({ label }) => t('reasons.occupation', { label }));
    return t('reasons.sameOccupation', { mostly, occupations: format.list(names) });
  }
  if (occupations?.offer && occupations.formation) {
    const { offer, formation } = occupations;
    return t('reasons.otherOccupation', { mostly, offer: offer.label, formation: formation.label });
  }
  return t('reasons.noOccupation', { mostly });
}

/** Whether the level suits; null where one side says nothing of it. */
export function levelSentence({ level: compared }: TextExplanation, { t, format, level }: Wording): string | null {
  const { offer, formation, fit } = compared;
  if (fit === 'unknown' || formation === null) return null;
  return t(`reasons.level.${fit}`, { offer: format.list(offer.map(level)), formation: level(formation) });
}

/** Whether the formation itself speaks of the contract; null for contracts of which formations never speak. */
export function contractSentence({ contract }: TextExplanation, { t }: Wording): string | null {
  const { offer, said } = contract;
  if (offer !== 'internship' && offer !== 'work-study') return null;
  return said ? t(`reasons.contractSaid.${offer}`) : t(`reasons.contractUnsaid.${offer}`);
}

/** What to say where no passages meet. */
export function noPassageSentence(explanation: TextExplanation, { t }: Wording): string {
  const largest = isUnderThreshold(explanation) ? null : largestShare(explanation.shares);
  return t(`reasons.noPassage.${largest ?? 'nothing'}`);
}

/** Whole points out of 100, as both are shown. */
function pointsBetween(high: number, low: number): number {
  return Math.max(0, Math.round(high * 100) - Math.round(low * 100));
}
