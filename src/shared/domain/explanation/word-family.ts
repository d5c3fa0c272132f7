/** What a word with an ending names: what is done or who does it, or something else that merely grew from the same stem. */
type Kind = 'doing' | 'result' | 'quality' | 'relation' | 'trade' | 'degree';

/** Endings that make one word out of another of the same family, longest first; what they become stands beside. */
const endings: readonly (readonly [ending: string, becomes: string, kind: Kind])[] = [
  ['abilites', '', 'quality'],
  ['abilite', '', 'quality'],
  ['icatrices', 'ic', 'doing'],
  ['icateurs', 'ic', 'doing'],
  ['icateur', 'ic', 'doing'],
  ['issement', 'i', 'doing'],
  ['ications', 'ic', 'doing'],
  ['ication', 'ic', 'doing'],
  ['ateurs', '', 'doing'],
  ['ations', '', 'doing'],
  ['ateur', '', 'doing'],
  ['ation', '', 'doing'],
  ['ement', '', 'doing'],
  ['iques', 'iq', 'doing'],
  ['iquer', 'ic', 'doing'],
  ['ables', '', 'quality'],
  ['ances', '', 'degree'],
  ['able', '', 'quality'],
  ['ance', '', 'degree'],
  ['euse', '', 'doing'],
  ['ives', 'if', 'doing'],
  ['ique', 'iq', 'doing'],
  ['ites', '', 'degree'],
  ['ant', '', 'doing'],
  ['eur', '', 'doing'],
  ['ier', '', 'trade'],
  ['ion', '', 'result'],
  ['ite', '', 'degree'],
  ['ive', 'if', 'doing'],
  ['al', '', 'relation'],
  ['ee', '', 'degree'],
  ['er', '', 'doing'],
  ['ez', '', 'doing'],
  ['if', '', 'result'],
  ['ir', '', 'doing'],
  ['e', '', 'doing'],
];

/** Of a shorter stem nobody could tell which word it was. */
const shortestStem = 4;
/** Shorter stems are shared by words that have nothing to do with each other: gestion and gestes, section and secteur. */
const shortestPlainStem = 6;

/**
 * One name for the prepared forms of a French word and its nearest relatives ("programmer", "programmation",
 * "programmateurs"). It takes off endings and knows no dictionary: made to mark what two passages share, not to rank. Of a
 * short stem only words of one kind are relatives.
 */
export function familyOf(word: string): string {
  const singular = singularOf(word);
  for (const [ending, becomes, kind] of endings) {
    if (!singular.endsWith(ending)) continue;
    const stem = singular.slice(0, singular.length - ending.length) + becomes;
    if (stem.length < shortestStem) continue;
    return stem.length < shortestPlainStem ? `${stem}+${kind}` : stem;
  }
  return singular;
}

function singularOf(word: string): string {
  if (/(?:i|on)aux$/.test(word)) return `${word.slice(0, -3)}al`;
  return word.length > shortestStem && /[sx]$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
