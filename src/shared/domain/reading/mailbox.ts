import { fold } from '../fold';

/** Words of mailboxes that several people read: such an address goes with whoever signs. */
const sharedWords = new Set(
  `rh drh hr recrutement recrute recrutements recruiting recruitment recruiter job jobs stage stages stagiaire stagiaires
  contact contacts info infos accueil direction secretariat admin administration careers career carriere carrieres emploi
  emplois candidature candidatures candidat candidats apply application applications hello bonjour alternance
  apprentissage formation mairie personnel service equipe team office bureau internship internships talent talents
  magasin boutique agence cabinet atelier association asso asbl communication compta comptabilite gestion campus`.split(
    /\s+/,
  ),
);
const shortestName = 3;

/** Whether an address is made of a name: « paul.martin@ », « pmartin@ », « p.martin@ », « paul@ », « pm@ ». */
export function isAlike(name: string, address: string): boolean {
  const parts = wordsOf(name);
  const local = wordsOf(address.slice(0, address.lastIndexOf('@'))).join('');
  const initials = parts.map((part) => part.charAt(0)).join('');
  return local === initials || parts.some((part) => part.length >= shortestName && local.includes(part));
}

/** Whether a name and an address may be proposed together: the address is its bearer's, or one of the whole company. */
export function belongsTogether(name: string, address: string): boolean {
  return isAlike(name, address) || isShared(address);
}

function isShared(address: string): boolean {
  const at = address.lastIndexOf('@');
  const host = wordsOf(address.slice(at + 1)).join('');
  const words = wordsOf(address.slice(0, at));
  return words.some((word) => sharedWords.has(word)) || (words.length === 1 && host.startsWith(words[0] ?? ' '));
}

/** Folded, parted at everything that is no letter. */
function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

const thirdParty =
  /(?<!\p{L})(?:fournisseurs?|prestataires?|hébergeurs?|sous-traitants?|éditeurs?|assistance|support\s+technique|suppliers?|vendors?|provider)(?!\p{L})[^.!?\n]{0,40}$/iu;

/** Whether the address at a place of a text is said to be that of somebody whom the company only works with. */
export function isOfThirdParty(text: string, at: number): boolean {
  return thirdParty.test(text.slice(Math.max(0, at - 70), at));
}
