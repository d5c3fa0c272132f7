import type { SkillForm, VocabularySkill } from './skill-vocabulary';
import { isLinkWord, wordsOf, type Word } from './words';

/** A wording that was found: its skill and the words `from` to `to` (both included). */
export interface FormMatch {
  readonly skill: VocabularySkill;
  readonly form: SkillForm;
  readonly from: number;
  readonly to: number;
}

interface Ending {
  readonly skill: VocabularySkill;
  readonly form: SkillForm;
  /** The words as the form writes them, for a form that is kept to its capitals. */
  readonly raw: readonly string[] | null;
}

interface Node {
  readonly next: Map<string, Node>;
  /** Next words of which only the beginning is given. */
  readonly prefixes: { readonly prefix: string; readonly node: Node }[];
  readonly endings: Ending[];
}

/** All wordings of a vocabulary as one tree of words, so that a text is read once however many there are. */
export interface FormTree {
  /** The longest wordings, from left to right, that share no word. */
  matches(text: string, words: readonly Word[]): readonly FormMatch[];
}

export function createFormTree(vocabulary: readonly VocabularySkill[]): FormTree {
  const root = createNode();
  for (const skill of vocabulary) for (const form of skill.forms) add(root, skill, form);
  return {
    matches(text, words) {
      const found: FormMatch[] = [];
      for (let from = 0; from < words.length; from += 1) {
        const match = longest(root, text, words, from);
        if (!match) continue;
        found.push(match);
        from = match.to;
      }
      return found;
    },
  };
}

function createNode(): Node {
  return { next: new Map(), prefixes: [], endings: [] };
}

function add(root: Node, skill: VocabularySkill, form: SkillForm): void {
  let node = root;
  const words = wordsOf(form.text).filter((word) => !isLinkWord(word) || form.isExact);
  for (const word of words) node = form.text[word.end] === '*' ? prefixNode(node, word) : nextNode(node, word);
  node.endings.push({ skill, form, raw: form.isExact ? words.map(({ raw }) => raw) : null });
}

function nextNode({ next }: Node, { key }: Word): Node {
  const node = next.get(key) ?? createNode();
  next.set(key, node);
  return node;
}

function prefixNode({ prefixes }: Node, { key }: Word): Node {
  const known = prefixes.find(({ prefix }) => prefix === key);
  if (known) return known.node;
  const node = createNode();
  prefixes.push({ prefix: key, node });
  return node;
}

function longest(root: Node, text: string, words: readonly Word[], from: number): FormMatch | null {
  let best: FormMatch | null = null;
  /** `path` are the words of the wording so far, the link words between them left out; `to` is the last of them. */
  const walk = (node: Node, at: number, to: number, path: readonly Word[]): void => {
    for (const { skill, form, raw } of node.endings) {
      const isWritten = raw === null || raw.every((part, index) => part === path[index]?.raw);
      if (isWritten && (best === null || to > best.to)) best = { skill, form, from, to };
    }
    const word = words[at];
    const before = words[at - 1];
    if (!word || (at > from && before && !isJoined(text, before.end, word.start))) return;
    const next = node.next.get(word.key);
    if (next) walk(next, at + 1, at, [...path, word]);
    for (const { prefix, node: other } of node.prefixes) {
      if (word.key.startsWith(prefix)) walk(other, at + 1, at, [...path, word]);
    }
    if (at > from && isLinkWord(word)) walk(node, at + 1, to, path);
  };
  walk(root, from, from, []);
  return best;
}

/** Whether nothing stands between two words but what may stand within a name: "Node.js", "CI/CD", a line end. */
function isJoined(text: string, end: number, start: number): boolean {
  const gap = start - end;
  return (
    gap === 0 || (gap <= 3 && /^(?:[^\S\n]{0,2}\n?[^\S\n]?|[^\S\n]?[-'’.&/‑·][^\S\n]?)$/.test(text.slice(end, start)))
  );
}
