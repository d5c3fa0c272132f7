import { placesIn } from '../places/find-places';
import type { OfferIdentity } from './identity';
import { isKnownWord } from './is-known-word';
import { wordPattern } from './name-pattern';
import { prepareText } from './prepare-text';

// Names that a text announces itself, whether or not anybody wrote them into a field of the offer.

const blank = '[ \\t\\u00a0\\u202f]';
const capitalised = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const person = `(?:${capitalised}|\\p{Lu}\\.)(?:${blank}+(?:(?:de|du|des|le|la)${blank}+)?${capitalised}){0,3}`;
const titles = ['M\\.', 'Mr\\.?', 'Mme\\.?', 'Mlle\\.?', 'MME', 'Dr\\.?', 'Monsieur', 'Madame', 'MONSIEUR', 'MADAME'];
const roles = [
  'contact',
  'tuteur',
  'tutrice',
  'maitre de stage',
  'maitre d apprentissage',
  'responsable de stage',
  'responsable du stage',
  'encadrant',
  'encadrante',
].map((words) => words.split(' ').map(wordPattern).join("[\\s'’]+"));
const titled = new RegExp(`(?<![\\p{L}\\p{N}])(?:${titles.join('|')})${blank}+(${person})`, 'gu');
/** What a colon that introduces a person has before it, and what behind; colons are quickly found. */
const introducing = new RegExp(`(?<![\\p{L}\\p{N}])(?:${roles.join('|')})[^\\n\\r:.]{0,20}$`, 'u');
const introduced = new RegExp(`:${blank}*(${person})`, 'uy');
const longestIntroduction = 60;
const nameWord = `(?:${capitalised}|\\p{Lu}{2,}|\\p{Lu}&\\p{Lu})`;
/** One to five words with capitals, and what a name has between them. */
const name = `${nameWord}(?:${blank}+(?:(?:de|du|des|la|le|les|et|&)${blank}+|d['’])?${nameWord}){0,4}`;
/** Says that a company follows: "chez Telmaris", "la société Telmaris". Looked for first, for these are quickly found. */
const employer = /chez|société|entreprise|groupe|cabinet|agence|start-?up|association|enseigne|rejoi(?:gnez|ndre)/gi;
const employerName = new RegExp(
  `${blank}+(?:(?:l['’]|l[ea]${blank}+)?(?:[Gg]roupe|société|entreprise|agence)${blank}+)?(${name})`,
  'uy',
);
/** Says that a company stands before: "Telmaris recrute", "TELMARIS, leader…, recherche". */
const recruits =
  /[ \t\u00a0\u202f](?:recrute|recherche|embauche|propose|accueille|(?:vous|te) (?:propose|accueille)|is (?:hiring|looking))(?![a-zà-ÿ])/gi;
const recruitingName = new RegExp(
  `(?:^|[.!?\\n\\r•-]${blank}*|[Gg]roupe${blank}+)(${name})(?:,[^.\\n\\r]{3,80},|${blank}*\\([^)]{2,40}\\))?$`,
  'u',
);
const longestSubject = 200;
/** Words that a sentence begins with, or that stand before a company's name. */
const beforeNames =
  /^(?:(?:l[ae]s?|l['’]|nos|notre|vos|votre|une?|ce|cette|groupe|société|entreprise|agence|cabinet)(?:[\s\u00a0]+|(?<=['’])))+/iu;
/** Subjects of "recherche" that are nobody's name. */
const nobodys = new Set(
  'je tu il elle on nous vous ils elles ce cela qui client clients profil poste mission missions attache directeur responsable'.split(
    ' ',
  ),
);
/** A French postcode and the town behind it. */
const small = `(?:de|du|des|la|le|les|sur|sous|en|lès)${blank}+|[dl]['’]`;
const town = new RegExp(
  `(?=\\d)(?<![\\d.,-])\\d{5}${blank}+(${capitalised}(?:${blank}+(?:${small})?${capitalised}){0,5})`,
  'gu',
);
const closing = new RegExp(
  `(?:^|[\\n\\r])${blank}*(?:bien${blank}+)?(?:cordialement|cdt|cdlt|bien à vous|sincères salutations|(?:best|kind) regards)${blank}*[,.!]?${blank}*(?=[\\n\\r])`,
  'giu',
);
/** A signature is a few short lines at the end. */
const signature = { lines: 8, length: 80, longest: 2_000 };

/**
 * The people and companies that an offer's text announces ("Contact : Marie Petit", "chez Telmaris", "Telmaris recrute")
 * and the places that it names. What is made of words that name a work or a subject is nobody ("Contact : Comptable",
 * "La Boulangerie recrute").
 */
export function identityIn(title: string, description: string): OfferIdentity {
  const text = `${title}\n${description}`;
  const people = peopleIn(text).filter((found) => !isKnownWord(prepareText(found.split(/\s/)[0] ?? '')));
  const places = [...placesIn(title, 'title'), ...placesIn(description, 'body')].map(({ name: place }) => place);
  return {
    company: joined(companiesIn(text), '\n'),
    contact: joined([...foundBy(titled, text), ...people]),
    city: joined([...foundBy(town, text), ...places]),
  };
}

/** A text without what stands under its closing words, where that is a signature; what is left stays where it stood. */
export function withoutSignature(text: string): string {
  for (const match of text.matchAll(closing)) {
    const start = match.index + match[0].length;
    if (text.length - start > signature.longest) continue;
    const lines = text
      .slice(start)
      .split(/[\n\r]+/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const isSignature = lines.every((line) => line.length <= signature.length && !/[.:]$|^[-•*–]/.test(line));
    if (lines.length <= signature.lines && isSignature) return text.slice(0, start);
  }
  return text;
}

function peopleIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    introduced.lastIndex = colon;
    const [, who] = introduced.exec(text) ?? [];
    if (who !== undefined && introducing.test(text.slice(Math.max(0, colon - longestIntroduction), colon)))
      found.push(who);
  }
  return found;
}

function companiesIn(text: string): readonly string[] {
  const behind = [...text.matchAll(employer)].map(({ 0: word, index }) => {
    employerName.lastIndex = index + word.length;
    return employerName.exec(text)?.[1] ?? '';
  });
  const before = [...text.matchAll(recruits)].map(
    ({ index }) => recruitingName.exec(text.slice(Math.max(0, index - longestSubject), index))?.[1] ?? '',
  );
  return [...behind, ...before].map((found) => found.replace(beforeNames, '')).filter(isName);
}

/** Whether a word of it is neither that of a work or a subject nor a pronoun. */
function isName(found: string): boolean {
  const words = prepareText(found).split(' ');
  return words.every((word) => !nobodys.has(word)) && words.some((word) => word.length > 2 && !isKnownWord(word));
}

function foundBy(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(({ 1: found = '' }) => found);
}

function joined(names: readonly string[], between = ', '): string | null {
  return names.length === 0 ? null : [...new Set(names)].join(between);
}
