import { foldText, prepareFolded } from './prepare-text';

// Some gender forms `prepareText` takes away itself, as it did before the encoder was trained. Titles have many more; these
// go before, so that what is left is prepared as ever.

const edge = { before: '(?<![\\p{L}\\p{N}])', behind: '(?![\\p{L}\\p{N}])' };
/** What ends a part of a title: "libraire tous genres littéraires" goes on. */
const end = '(?=\\s*(?:$|[()[\\],;:|•/–—-]))';
const between = '(?:\\s*[-‐–—/\\\\|.,;&+•·]\\s*|\\s+(?:ou|et|or|and)\\s+)';
const sign = '(?:nb|[hfmwxdni])';
const person =
  '(?:hommes?|femmes?|masculin|f[ée]minin|autres?|non[- ]?binaires?|m[ae]n|wom[ae]n|males?|females?|divers(?:es?)?)';

/** F/H/NB, m/w/x, "H ou F", [h f], (HFX). */
const letterMark = new RegExp(
  `${edge.before}(?:${sign}(?:${between}${sign})+(?:\\s*/?\\s*[+*])?|(?<=[([]\\s*)(?:${sign}\\s*){2,5}(?=[)\\]])|hfx|fhx|mwd)${edge.behind}`,
  'giu',
);
/** Masculin/Féminin, "homme ou femme", femme / homme / non-binaire; "femme ou homme de ménage" is the work itself. */
const personMark = new RegExp(
  `${edge.before}${person}(?:${between}${person})+${edge.behind}(?!\\s+d(?:e\\s|[’']))`,
  'giu',
);
const everybody =
  '(?:(?:tous|tout(?:[.·]?e)?(?:[.·]?s)?)(?:\\s+et\\s+(?:à\\s+)?tou(?:te)?s)?(?:\\s+les)?|all|any|every)';
/** (tous genres), all genders welcome, "ouvert à toutes et à tous". */
const everybodyMark = new RegExp(
  `${edge.before}(?:${[
    `${everybody}\\s+(?:genders?|genres?|sexes?|identités?\\s+de\\s+genre)(?:\\s+(?:confondus?|acceptés?|bienvenus?|welcome))?`,
    'gender[- ]neutral|(?:genre|sexe)\\s+indifférent',
    `(?:poste\\s+)?ouverte?\\s+(?:à\\s+${everybody}|aux\\s+${person}\\s+et\\s+(?:aux\\s+)?${person})`,
    'tou(?:te)?s\\s+et\\s+tou(?:te)?s',
  ].join('|')})${end}`,
  'giu',
);

const dot = '[.·•‧∙⋅・:*_/-]';
const ending = '(?:e|ne|le|te|se|ve|fe|i?[èe]re|ienne|euse|t?rice|ice|esse|sse)';
/** An ending of the feminine behind one of the masculine that it belongs to: "Technicien / ne", but "Rouen / le Havre". */
const fittingEnding = `(?:${[
  '(?<=rs?\\P{L}*)(?:i?[èe]re|euse|t?rice|se|esse)',
  '(?<=ns?\\P{L}*)(?:ne|ienne)',
  '(?<=nels?\\P{L}*)le',
  '(?<=ts?\\P{L}*)te',
  '(?<=fs?\\P{L}*)(?:ve|fe)',
  '(?<=x\\P{L}*)(?:se|euse)',
  '(?<=(?:h[ôo]t|ma[îi]tr)es?\\P{L}*)sse',
  '(?<=[b-df-hj-np-zéiu]s?\\P{L}*)e',
].join('|')})`;
const inclusiveEnding = new RegExp(
  `(?<=\\p{L}{2})(?:${[
    // Infirmier·ère·x, infirmier(ère/x), étudiant·e·x·s; étudiant·x
    `[(.·•‧∙⋅・/-]+${ending}(?:${dot}s)?${dot}x(?:${dot}?s)?\\)?`,
    `[·•‧∙⋅・:*_]x(?:${dot}?s)?`,
    // Développeur:euse, développeur*euse, développeur_se
    `[:*_]${fittingEnding}(?:${dot}?[sx])*`,
    // Technicien / ne, vendeur / -euse
    `\\s*/\\s*-?\\s*${fittingEnding}s?`,
    // Vendeur, euse; conducteur -trice
    '(?:\\s*,\\s*-?|\\s+-)(?:i[èe]re|euse|t?rice|ienne)s?',
  ].join('|')})${edge.behind}`,
  'giu',
);

const emptyBrackets = /[([]\s+[)\]]/g;
const word = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}+#-]*/gu;
const conjunction = /^(?:ou|et|or)$/iu;
const partingSign = /^(?:\s*[/|,]\s*|\s+[-–—]\s+)$/u;
/** "Chargé de mission ou chargée de mission" has three words on each side. */
const maxWords = 4;

/**
 * The title of an offer with blanks, as many signs, in place of what only says that it is for everybody: "F/H/NB", "(tous
 * genres)", the second part of "Technicien / ne", of "infirmier·ère·x" and of "infirmier ou infirmière".
 */
export function withoutGenderForms(title: string): string {
  const unmarked = title
    .replace(everybodyMark, blank)
    .replace(letterMark, (found) => (hasBothSigns(found.toLowerCase()) ? blank(found) : found))
    .replace(personMark, (found) => (hasBothPersons(found) ? blank(found) : found))
    .replace(emptyBrackets, blank);
  return withoutSecondForms(unmarked.replace(inclusiveEnding, blank));
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

/** "H/W" is hardware, "D/M" anything. */
function hasBothSigns(mark: string): boolean {
  return mark.includes('f') ? /[hm]/.test(mark) : mark.includes('m') && mark.includes('w');
}

function hasBothPersons(mark: string): boolean {
  return /\b(?:hommes?|masculin|m[ae]n|males?)\b/i.test(mark) && /f[ée]m|wom/i.test(mark);
}

/** One name in both its forms is the same words, once prepared, before and behind what joins them. */
function withoutSecondForms(title: string): string {
  const words = [...title.matchAll(word)].map(({ index, 0: text }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  let result = title;
  words.forEach(({ text, end: wordEnd }, at) => {
    const isJoined = conjunction.test(text) || partingSign.test(title.slice(wordEnd, words[at + 1]?.start));
    if (!isJoined) return;
    const before = words.slice(0, conjunction.test(text) ? at : at + 1);
    const behind = words.slice(at + 1);
    const start = before.at(-1)?.end ?? 0;
    const stop = behind[sharedWords(before, behind) - 1]?.end ?? start;
    result = result.slice(0, start) + blank(result.slice(start, stop)) + result.slice(stop);
  });
  return result;
}

/**
 * How many words at the end of one list are another form of those that begin the other; 0 where none are. "Web et web
 * mobile" says the same form twice.
 */
function sharedWords(before: readonly { text: string }[], behind: readonly { text: string }[]): number {
  const folded = (words: readonly { text: string }[]): string => foldText(words.map(({ text }) => text).join(' '));
  for (let count = 1; count <= Math.min(maxWords, before.length, behind.length); count += 1) {
    const first = folded(before.slice(-count));
    const second = folded(behind.slice(0, count));
    const prepared = first === second ? '' : prepareFolded(first);
    if (prepared !== '' && prepared === prepareFolded(second)) return count;
  }
  return 0;
}
