/** Endings that make one word out of another of the same family, longest first; what they become stands beside. */
const endings: readonly (readonly [ending: string, becomes: string])[] = [
  ['abilites', ''],
  ['abilite', ''],
  ['icatrices', 'ic'],
  ['icateurs', 'ic'],
  ['icateur', 'ic'],
  ['issement', 'i'],
  ['ications', 'ic'],
  ['ication', 'ic'],
  ['ateurs', ''],
  ['ations', ''],
  ['ateur', ''],
  ['ation', ''],
  ['ement', ''],
  ['iques', 'iq'],
  ['iquer', 'ic'],
  ['ables', ''],
  ['ances', ''],
  ['able', ''],
  ['ance', ''],
  ['euse', ''],
  ['ives', 'if'],
  ['ique', 'iq'],
  ['ites', ''],
  ['ant', ''],
  ['eur', ''],
  ['ier', ''],
  ['ion', ''],
  ['ite', ''],
  ['ive', 'if'],
  ['al', ''],
  ['ee', ''],
  ['er', ''],
  ['ez', ''],
  ['if', ''],
  ['ir', ''],
  ['e', ''],
];

/** Of a shorter stem nobody could tell which word it was. */
const shortestStem = 4;

/**
 * One name for the prepared forms of a French word and its nearest relatives ("programmer", "programmation",
 * "programmateurs"). It takes off endings and knows no dictionary: made to mark what two passages share, not to rank.
 */
export function familyOf(word: string): string {
  const singular = singularOf(word);
  for (const [ending, becomes] of endings) {
    if (!singular.endsWith(ending)) continue;
    const stem = singular.slice(0, singular.length - ending.length);
    if (stem.length + becomes.length >= shortestStem) return stem + becomes;
  }
  return singular;
}

function singularOf(word: string): string {
  if (/(?:i|on)aux$/.test(word)) return `${word.slice(0, -3)}al`;
  return word.length > shortestStem && /[sx]$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
