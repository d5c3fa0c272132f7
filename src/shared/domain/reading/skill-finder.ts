import { createFormTree, type FormMatch } from './form-tree';
import { isAside, isProfile, sentencesOf, type Sentence } from './sentences';
import type { Skill, VocabularySkill } from './skill-vocabulary';
import { isLinkWord, wordsOf, type Word } from './words';

/** A skill that a text names, with the first passage that does. */
export interface FoundSkill extends Skill {
  /** Where the passage stands in the text, in code units, the end excluded. */
  readonly start: number;
  readonly end: number;
}

export interface SkillFinder {
  /** The skills that a text asks for or works with, each once, in the order of the text. A title counts as a whole. */
  skillsIn(text: string, kind?: 'text' | 'title'): readonly FoundSkill[];
}

/** Makes a finder of the skills of a vocabulary; making takes some 10 ms, finding a fraction of one. */
export function createSkillFinder(vocabulary: readonly VocabularySkill[]): SkillFinder {
  const tree = createFormTree(vocabulary);
  return {
    skillsIn(text, kind = 'text') {
      const words = wordsOf(text);
      const matches = tree.matches(text, words);
      if (matches.length === 0) return [];
      const sentences = kind === 'title' ? null : sentencesOf(text);
      const found = new Map<string, FoundSkill>();
      let at = 0;
      matches.forEach((match, index) => {
        const { code, label, kind: skillKind } = match.skill;
        const start = words[match.from]?.start ?? 0;
        const end = words[match.to]?.end ?? start;
        while ((sentences?.[at]?.end ?? Infinity) <= start) at += 1;
        if (found.has(code)) return;
        const place: Place = { text, words, matches, match, index, start, end, sentence: sentences?.[at] ?? null };
        if (isMeant(place)) found.set(code, { code, label, kind: skillKind, start, end });
      });
      return [...found.values()];
    },
  };
}

/** A wording in its text. */
interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  readonly matches: readonly FormMatch[];
  readonly match: FormMatch;
  /** Of the match among the matches. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Null in a title. */
  readonly sentence: Sentence | null;
}

/** How many words away another tool makes a letter or a word of English one too. */
const toolDistance = 6;
/** How many words away another skill makes an everyday word one of a list of skills. */
const listDistance = 2;

function isMeant(place: Place): boolean {
  const { sentence, match } = place;
  const { condition } = match.form;
  if (condition === 'in-company' && !isOneOfTools(place)) return false;
  if (!sentence) return true;
  if (isAside(sentence) || isDenied(place, sentence)) return false;
  if (condition === 'as-language') return isLanguage(place);
  if (condition !== 'in-profile') return true;
  if (match.skill.kind === 'soft' && isFirst(place, sentence)) return true;
  return !isDepartment(place) && (isProfile(sentence) || isListed(place));
}

const deniedBefore =
  /(?:\bsans|\baucune?|\bni|\bpas besoin d[e’']|\bno)\s+(?:[\p{L}’'-]+\s+){0,2}(?:d[e’']\s*|en\s+)?$/u;
const deniedAfter =
  /^[^,;:.]{0,45}?(?:n[’']est|ne sont|n[’']étant|is|are)\s+(?:pas|nullement|not)\s+(?:\p{L}+\s+)?(?:exig|n[ée]cessaire|requis|obligatoire|demand|indispensable|attendu|needed|required)|^[^,;:.]{0,20}\binutile/u;

/** « sans connaissance de … », « … n’est pas exigé » within the same sentence. */
function isDenied({ text, start, end }: Place, sentence: Sentence): boolean {
  const before = text.slice(Math.max(sentence.start, start - 40), start).toLowerCase();
  return deniedBefore.test(before) || deniedAfter.test(text.slice(end, Math.min(sentence.end, end + 70)).toLowerCase());
}

const departmentWords = new Set(
  'direction service pole departement responsable directeur directrice equipe agence cellule secteur ministere drh institut'.split(
    ' ',
  ),
);

/** « le service communication », « la direction des ressources humaines »: who asks and not what is asked. */
function isDepartment({ words, match }: Place): boolean {
  let at = match.from - 1;
  for (let word = words[at]; word && isLinkWord(word); word = words[at]) at -= 1;
  return departmentWords.has(words[at]?.key ?? '');
}

const besideLanguage =
  /^(?:courant|lu|parle|ecrit|technique|professionnel|correct|fluide|operationnel|intermediaire|indispensable|apprecie|souhaite|exige|necessaire|requi|b1|b2|c1|c2|scolaire|speaker|is)/;
const beforeLanguage = new Set(
  `en l un bon bonne parler parle parlez lu ecrit courant francais anglais allemand espagnol italien portugais good fluent in
  spoken written english french langue niveau native maitrise pratique votre notre`.split(/\s+/),
);

/** Names of languages are adjectives too: « le marché anglais », "our German client". */
function isLanguage({ text, words, match, start }: Place): boolean {
  const before = words[match.from - 1];
  if (!before || /[^\s-]/.test(text.slice(before.end, start)) || text.slice(before.end, start).includes('\n'))
    return true;
  return beforeLanguage.has(before.key) || besideLanguage.test(words[match.to + 1]?.key ?? '');
}

/** « Écoute et bienveillance. »: a sentence or a bullet that begins with a quality is a list of them. */
function isFirst({ text, start }: Place, sentence: Sentence): boolean {
  return !/[\p{L}\d]/u.test(text.slice(sentence.start, start));
}

/** Next to it stands another skill of its kind, by a wording that always counts. */
function isListed(place: Place): boolean {
  const { matches, match, index } = place;
  return [matches[index - 1], matches[index + 1]].some(
    (other) =>
      other?.form.condition === 'always' &&
      other.skill.kind === match.skill.kind &&
      distance(other, match) <= listDistance &&
      isInSentence(place, other),
  );
}

const toolWords =
  /^(?:langage|programm|logiciel|outil|maitris|developp|coder|code|framework|bibliotheque|microsoft|pack|office|suite|tableur|language|using|connaissance|utilis)/;

/** A letter or a word of English is a tool beside other tools, or after a word that says so: C, R, Go, Word, Access. */
function isOneOfTools(place: Place): boolean {
  const { text, words, matches, match, index, start, end } = place;
  // R&D, C’est, R+1, 5 °C, vitamin names; « sage-femme »
  if (
    /^[-‐‑]\p{Ll}{2}/u.test(text.slice(end, end + 3)) ||
    /^\s?[&’'+°]\s?[\p{L}\d]/u.test(text.slice(end, end + 3)) ||
    /[\p{L}\d°]\s?[&’'°]\s?$/u.test(text.slice(Math.max(0, start - 4), start))
  )
    return false;
  const before = words.slice(Math.max(0, match.from - 4), match.from);
  if (before.some((word) => toolWords.test(word.key) && word.start >= (place.sentence?.start ?? 0))) return true;
  return [-2, -1, 1, 2].some((step) => {
    const other = matches[index + step];
    if (other?.skill.kind !== 'knowledge' || other.form.condition === 'in-company') return false;
    return distance(other, match) <= toolDistance && isInSentence(place, other);
  });
}

/** Words from one wording to the other. */
function distance(one: FormMatch, other: FormMatch): number {
  return one.from > other.to ? one.from - other.to : other.from - one.to;
}

function isInSentence({ words, sentence }: Place, { from }: FormMatch): boolean {
  const start = words[from]?.start ?? 0;
  return sentence === null || (sentence.start <= start && start < sentence.end);
}
