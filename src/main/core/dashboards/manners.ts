import { fold } from '../../../shared/domain/fold';
import type { SkillFinderService } from '../reading/skill-finder-service';
import type { OfferColumns } from './offer-columns';

/** What dashboards ask the vocabulary of skills. */
export type DashboardFinder = Pick<SkillFinderService, 'skillsIn' | 'labelsOf'>;

/**
 * Tells skills of manner, such as autonomy, by their code: those of the vocabulary, and wordings in which it knows manners
 * and nothing else. Offers ask for them all the time and formations hardly ever write them: what is missing there says nothing.
 */
export function createMannerReader({ skills }: OfferColumns, finder: DashboardFinder): (skill: number) => boolean {
  // A code keeps its wording.
  const known = new Map<number, boolean>();
  let ofVocabulary: ReadonlySet<string> | null = null;
  return (skill) => {
    const former = known.get(skill);
    if (former !== undefined) return former;
    ofVocabulary ??= new Set(finder.labelsOf('soft').map(fold));
    const label = skills.spellingOf(skill);
    const found = finder.skillsIn(label, 'title');
    const isManner = ofVocabulary.has(fold(label)) || (found.length > 0 && found.every(({ kind }) => kind === 'soft'));
    known.set(skill, isManner);
    return isManner;
  };
}
