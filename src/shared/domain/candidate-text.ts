import type { CandidateForm } from './candidate';
import { namesOf } from './text/identity';
import { withoutSelf } from './text/without-self';

/**
 * What offers are looked for with: what is wanted and known. Never the name, under which it may be repeated in the wishes,
 * and nothing else that says who it is.
 */
export function candidateText({ name, wishes, skills }: Pick<CandidateForm, 'name' | 'wishes' | 'skills'>): string {
  const unnamed = namesOf({ company: null, contact: name, city: null }).reduce(
    (left, { expression }) => left.replace(expression, ' '),
    wishes,
  );
  return [withoutSelf(unnamed), skills.join(', ')].filter((part) => part !== '').join('\n');
}
