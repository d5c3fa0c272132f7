import type { OccupationProposal } from './occupation-proposal';
import type { OfferReading } from './reading';

/** As many as a person can look over. */
const proposedOccupations = 3;
/** Less likely ones are noise. */
const leastOccupationPart = 0.1;
/** A text whose likeliest occupation is no more than this is about none that can be told. */
const leastFirstPart = 0.25;
/**
 * Under it a domain is more often wrong than a person would forgive; `npm run bench:reading` prints how often it is
 * right above.
 */
const leastDomainPart = 0.7;

/** The occupations worth proposing, of those that a text is about, likeliest first; none where even that one is unlikely. */
export function proposeOccupations(occupations: readonly OccupationProposal[]): readonly OccupationProposal[] {
  if ((occupations[0]?.part ?? 0) < leastFirstPart) return [];
  return occupations.filter(({ part }) => part >= leastOccupationPart).slice(0, proposedOccupations);
}

/** The code of the « domaine professionnel » (a letter and two digits) that most of the occupations lie in; null when none does. */
export function domainCodeOf(
  occupations: readonly OccupationProposal[],
  leastPart = leastDomainPart,
): Pick<NonNullable<OfferReading['domain']>, 'code' | 'part'> | null {
  const parts = new Map<string, number>();
  for (const { code, part } of occupations) {
    const domain = code.slice(0, 3);
    parts.set(domain, (parts.get(domain) ?? 0) + part);
  }
  const [best] = [...parts].sort(([, one], [, other]) => other - one);
  return best && best[1] >= leastPart ? { code: best[0], part: best[1] } : null;
}
