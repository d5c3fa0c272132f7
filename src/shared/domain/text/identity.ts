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
export function identityRemover({ company, contact, city }: OfferIdentity): IdentityRemover {
  const companyNames = company === null ? [] : [company, company.replace(legalForms, ' ')];
  const cityNames = city === null ? [] : [city.replace(cityNumbering, ' ')];
  const person = contact?.replace(honorific, ' ').split(/[^\p{L}\p{N}'’-]+/u) ?? [];
  const sequences: (readonly string[])[] = [];
  const singles = new Set<string>();
  for (const name of [...companyNames, ...cityNames, ...person]) {
    const words = prepareText(name).split(' ');
    if (words.length > 1) sequences.push(words);
    else addWritings(singles, name);
  }
  const single = singles.size === 0 ? null : wordPattern([...singles]);
  return (text) => {
    const withoutNumbers = text.replace(phoneNumber, ' ');
    const prepared = prepareText(single ? withoutNumbers.replace(single, ' ') : withoutNumbers);
    return sequences.length === 0 ? prepared : removeSequences(prepared.split(' '), sequences).join(' ');
  };
}

/** A name as it is written in running text: as given, capitalised, or in capitals. */
function addWritings(writings: Set<string>, name: string): void {
  const trimmed = name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (trimmed.length < minNameLength || /\s/.test(trimmed)) return;
  const capitalised = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  if (trimmed !== trimmed.toLowerCase()) writings.add(trimmed);
  writings.add(capitalised);
  writings.add(capitalised.charAt(0) + capitalised.slice(1).toLowerCase());
  writings.add(trimmed.toUpperCase());
}

function wordPattern(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
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
