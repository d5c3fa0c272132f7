import { familyOf } from '../../../shared/domain/explanation/word-family';
import { prepareText } from '../../../shared/domain/text/prepare-text';

/** Words that skills are full of and that say nothing of one. */
const shortest = 3;

/** Those of an offer's skills of which somebody writes every word, whatever its ending, in the offer's order. */
export function sharedSkills(skills: readonly string[], text: string): readonly string[] {
  const written = new Set(familiesOf(text));
  return skills.filter((skill) => {
    const families = familiesOf(skill).filter((family) => family.length >= shortest);
    return families.length > 0 && families.every((family) => written.has(family));
  });
}

function familiesOf(text: string): readonly string[] {
  return prepareText(text).split(' ').map(familyOf);
}
