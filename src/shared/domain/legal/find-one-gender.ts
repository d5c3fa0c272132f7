import { fold } from '../fold';
import type { FoundWording } from './find-wordings';

/** Names of works as women have them; what ends alike and names no work is left out. Without the marks of accents. */
const forWomen = [
  '(?!merveill|fam|fach|joy|courag|avantag|orgueill)\\p{L}*[dstvlmpyghf]euse',
  '(?!(?:nova|mo|psychomo|indica|ma)trice)\\p{L}{2,}trice',
  '(?:aide-?\\s?)?(?:infirmi|caissi|cuisini|couturi|ouvri|patissi|jardini|bijouti|sommeli|magasini|menuisi|routi|romanci|hoteli|conseill|bouch|boulang|berg)ere',
  '(?:\\p{L}{2,}icienne|pharmacienne|gardienne|comedienne|chirurgienne)',
  '(?:aide-?\\s?)?(?:assist|soign|enseign|surveill|ger|consult|etudi|commerc|represent|negoci|altern)ante',
  'employee|chargee|attachee|deleguee|hotesse|apprentie|agente|adjointe|avocate',
].join('|');
/** "vendeuse/eur", "vendeuse (eur)": the other ending follows. */
const name = `(?<name>${forWomen})(?<plural>s?)(?!\\p{L}|\\s?[/(·.-]\\s?(?:t?eurs?|i?ers?|iens?|ants?|e|r|n)(?!\\p{L}))`;
const qualified = '(?:(?:jeune|nouvelle|bonne|future|stagiaire)\\s{1,3})?';
/** "La recherche" is a thing; a verb has whoever looks before it, or begins. */
const inCall = new RegExp(
  `(?<!(?:\\p{L}['’]|(?<!\\p{L})(?:de|du|la|en|une|sa|leur|notre|cette|toute|et))\\s{0,3})(?<!\\p{L})(?:(?:re)?cherch|recrut|embauch)\\p{L}*\\s{1,3}(?:(?:une|des|deux|trois|sa|son|notre)\\s{1,3})?${qualified}(?:${name})`,
  'iu',
);
const inTitle = new RegExp(
  `^(?:(?:offre|stage|stagiaire|alternance|apprentissage|cdd|cdi|job|etudiant|emploi|poste|urgent|temps|plein|partiel|mois|une|de|d|en|\\d{1,2})[\\s:,–—'’/-]{1,4}){0,6}${qualified}(?:${name})`,
  'iu',
);
/** How such names end for women and for men. */
const endings = [
  ['trice', 'teur'],
  ['euse', 'eur'],
  ['ienne', 'ien'],
  ['tesse', 'te'],
  ['e', ''],
] as const;
/** Somebody of the other sex is meant, too: "(H/F)", "un(e)", "motivé·e", "un ou une". */
const forEverybody =
  /(?<!\p{L})[hfmw]\s?[/\\.,&–-]\s?[hfmwx](?!\p{L})|\((?:e|ne|se|ve|trice|euse|rice|ere)s?\)|[·•.](?:e|ne|se|trice|euse|rice)(?!\p{L})|(?<!\p{L})une?\s?(?:\/|ou)\s?une?(?!\p{L})|(?<!\p{L})(?:hommes?|masculin|mixte)(?!\p{L})/iu;

/**
 * The place where an offer names its work for women only: in its title, or in what it looks for, and nowhere a form for
 * men ("vendeur", "(H/F)", "un(e)"). Null where there is none; what is written for men may be meant for everybody.
 */
export function findOneGender(title: string, description: string): FoundWording | null {
  const everything = fold(`${title}\n${description}`);
  if (forEverybody.test(everything)) return null;
  for (const [field, text, pattern] of [
    ['title', title, inTitle],
    ['title', title, inCall],
    ['description', description, inCall],
  ] as const) {
    const found = pattern.exec(plain(text));
    const named = found?.groups?.['name'];
    if (!found || named === undefined || namesAMan(named, everything)) continue;
    const end = found.index + found[0].length;
    const start = end - named.length - (found.groups?.['plural']?.length ?? 0);
    return { code: 'wording-sex', place: { field, start, end }, words: text.slice(start, end) };
  }
  return null;
}

function namesAMan(forWoman: string, everything: string): boolean {
  const woman = fold(forWoman);
  const [ending, forMen] = endings.find(([last]) => woman.endsWith(last)) ?? ['', ''];
  const forMan = woman.slice(0, woman.length - ending.length) + forMen;
  return new RegExp(`(?<!\\p{L})${forMan}s?(?!\\p{L})`, 'u').test(everything);
}

/** Without the marks of accents, and as long as it was. */
function plain(text: string): string {
  return text.replace(/[À-ÿ]/g, (letter) => letter.normalize('NFD').charAt(0));
}
