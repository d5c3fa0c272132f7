import { dropRepetitions, prepareText } from './prepare-text';

/** Who offers and where: names that must not sway a ranking. */
export interface OfferIdentity {
  readonly company: string | null;
  readonly contact: string | null;
  readonly city: string | null;
}

const legalForms =
  /(?<![\p{L}\p{N}])(?:SASU|SAS|SARL|EURL|SA|SNC|SCOP|SCIC|SCI|GIE|SE|Groupe|Group)(?![\p{L}\p{N}])/giu;
/** "75 - Paris 12e Arrondissement" and "Lyon Cedex 03" name Paris and Lyon. */
const cityNumbering = /(?<![\p{L}\p{N}])(?:\d+\p{L}{0,3}|arrondissement|cedex)(?![\p{L}\p{N}])/giu;
const honorific = /(?<![\p{L}\p{N}])(?:M|Mr|Mme|Mlle|Monsieur|Madame|Dr)(?![\p{L}\p{N}])\.?/giu;
const phoneNumber = /(?<!\d)(?:\+33|0033|0)[\s.\-]?\(?0?\)?[1-9](?:[\s.\-]?\d{2}){4}(?!\d)/g;
/** Shorter names are as good as always a word of something else. */
const minNameLength = 3;

/** Takes raw texts of one offer to prepared ones without the names of its identity. */
export type IdentityRemover = (text: string) => string;

/**
 * Makes the function that prepares texts of an offer and leaves out company, contact, city and telephone numbers
 * (addresses of the web and of e-mail go with the preparation). A name of several words goes wherever they follow each
 * other; one of a single word only where it is written as a name, so that the city of Tours takes no lathe with it.
 */
export function identityRemover(identity: OfferIdentity): IdentityRemover {
  const { patterns, sequences } = namesOf(identity);
  return (text) => {
    let rest = text;
    for (const pattern of patterns) rest = rest.replace(pattern, ' ');
    const prepared = prepareText(rest);
    return sequences.length === 0 ? prepared : removeSequences(prepared.split(' '), sequences).join(' ');
  };
}

/** How the names of an identity are found in a text. */
export interface IdentityNames {
  /** Match them, and telephone numbers, in a raw text; to be applied one after the other. */
  readonly patterns: readonly RegExp[];
  /** Once more in the prepared words, for a name whose accents are written otherwise. */
  readonly sequences: readonly (readonly string[])[];
}

/** What `identityRemover` leaves out of a text, for whoever has to know where it stood. */
export function namesOf({ company, contact, city }: OfferIdentity): IdentityNames {
  const companyNames = company === null ? [] : [company, company.replace(legalForms, ' ')];
  const cityNames = city === null ? [] : [city.replace(cityNumbering, ' ')];
  const person = contact?.replace(honorific, ' ') ?? '';
  const names = [...companyNames, ...cityNames, person, ...person.split(/[^\p{L}\p{N}'’-]+/u)].map(trimName);
  const long = names.filter((name) => isLong(name));
  const short = names.filter((name) => name.length >= minNameLength && !isLong(name));
  const patterns = [
    phoneNumber,
    ...(long.length === 0 ? [] : [anyOf(long.map(spacedPattern), 'giu')]),
    ...(short.length === 0 ? [] : [anyOf(short.flatMap(writings), 'gu')]),
  ];
  const sequences = long.map((name) => prepareText(name).split(' ')).filter((words) => words.length > 1);
  return { patterns, sequences };
}

function trimName(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function isLong(name: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(name);
}

/** A name of several words, whatever stands between them. */
function spacedPattern(name: string): string {
  return name.split(/[^\p{L}\p{N}]+/u).join('[^\\p{L}\\p{N}]+');
}

/** How a name of one word is written in running text: as given if that is no common word, capitalised, in capitals. */
function writings(name: string): readonly string[] {
  const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
  const lowerTail = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
  return [capitalised, lowerTail, name.toUpperCase(), ...(name === name.toLowerCase() ? [] : [name])];
}

/** Names hold nothing but letters and digits by now, so that they are patterns as they are. */
function anyOf(patterns: readonly string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

function removeSequences(words: readonly string[], sequences: readonly (readonly string[])[]): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < words.length;) {
    const found = sequences.find((sequence) => sequence.every((word, offset) => words[index + offset] === word));
    if (found) index += found.length;
    else kept.push(words[index++] ?? '');
  }
  return dropRepetitions(kept);
}
