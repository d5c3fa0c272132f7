import { maxDescriptionLength, maxTitleLength } from './offer';
import type { TextToRank } from './match';
import { isOtherLanguage } from './text/is-other-language';
import { proposeTitle } from './reading/propose-title';
import { withoutAsking } from './text/without-asking';
import { withoutSelf } from './text/without-self';

const contracts = {
  internship: /(?<!\p{L})(?:stages?|internships?|placements?)(?!\p{L})/giu,
  'work-study':
    /(?<!\p{L})(?:alternance|apprentissage|contrat\s+pro\p{L}*|work[\s-]study|apprenticeships?)(?!\p{L})/giu,
  other: /(?<!\p{L})(?:CDI|CDD|intérim|emplois?|job|premier\s+poste|permanent\s+(?:job|position))(?!\p{L})/giu,
} as const;
/** Stands before what somebody has done, or does not want: « après mon stage », « j’ai déjà fait un stage ». */
const beforeDone =
  /(?<!\p{L})(?:après|suite\s+à|(?:lors\s+de|pendant|durant|grâce\s+à|dans|avec)\s+(?:mon|mes)|déjà|[ée]t[ée]\s+en|ai\s+(?:\p{L}+\s+)?(?:fait|effectué|réalisé|suivi|eu|terminé|fini)|(?:fait|effectué|réalisé|suivi|terminé|fini)|mon\s+(?:dernier|précédent|ancien|premier)|mes|pas|plus|ni|sans|after|did|done|had|finished|previous|last|no|not)(?!\p{L})(?:(?!(?<!\p{L})(?:cherch|voudrai|veu[xt]|souhait|aimerai|look|want))[^.,;:!?\n]){0,40}$/iu;
const longestBefore = 80;

/**
 * The one of the two contracts of students that a wish names; null where it names none, both, or work of another kind.
 * What somebody has done already is no wish.
 */
export function contractWanted(text: string): 'internship' | 'work-study' | null {
  if (isWanted(text, contracts.other)) return null;
  const [isInternship, isWorkStudy] = [isWanted(text, contracts.internship), isWanted(text, contracts['work-study'])];
  if (isInternship === isWorkStudy) return null;
  return isInternship ? 'internship' : 'work-study';
}

function isWanted(text: string, contract: RegExp): boolean {
  return [...text.matchAll(contract)].some(
    ({ index }) => !beforeDone.test(text.slice(Math.max(0, index - longestBefore), index)),
  );
}

const nobody = { skills: [], company: null, contact: null, city: null };

/** Begins what somebody says that they want to do or become. */
const verbs =
  `devenir|travailler|exercer|étudier|apprendre|créer|construire|fabriquer|réparer|aider|accompagner|défendre|soigner
  enseigner|concevoir|programmer|dessiner|organiser|gérer|protéger|cultiver|m['’]occuper|me\\s+vois|me\\s+voir|m['’]imagine
  become|work|study|learn|create|build|help|teach|design`
    .split(/\s*[|\n]\s*/)
    .join('|');
const small = "(?:à|d[eu]s?|dans|comme|en|l[ae]s?|avec|une?|au|in|as|with|an?|the)\\s+|[dl]['’]";
const wanted = new RegExp(`(?<![\\p{L}\\p{N}])(?:${verbs})\\s+(?:${small}){0,4}([^.;:!?\\n\\r]{3,90})`, 'giu');
const mostWanted = 4;

/** What a text names as wanted, in its order: « devenir infirmière », « travailler dans un laboratoire ». */
function wantedIn(text: string): string {
  const found: string[] = [];
  for (const match of text.matchAll(wanted)) {
    found.push(match[0].trim());
    if (found.length === mostWanted) break;
  }
  return found.join(', ').slice(0, maxTitleLength);
}

/**
 * What somebody says in their own words that they want, as a text that formations can be compared with: without who they
 * are and without the words of asking. What they want to do or become stands as the title of an offer does, before what
 * they like and can do; where nothing says so, a short first line does. Null for a text that says nothing, and for one that
 * is too long.
 */
export function wishToRank(text: string, levels: readonly number[] = []): TextToRank | null {
  const said = withoutSelf(text);
  const description = withoutAsking(said).trim();
  if (description === '' || text.length > maxDescriptionLength || isOtherLanguage(description)) return null;
  const title = wantedIn(said) || (proposeTitle(description) ?? '');
  return { ...nobody, title, description, levels: [...levels] };
}
