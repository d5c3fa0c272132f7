import { foldText } from '../text/prepare-text';

/** A sentence, a bullet or a line of a text; positions in code units. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Folded; positions in it are not those of the text. */
  readonly folded: string;
}

/**
 * A full stop before a space ends a sentence, a semicolon and a bullet too; "Node.js", "M. X" and "4.35" do not. Looking
 * ahead is cheaper than looking behind at every sign.
 */
const ends = /(?=[.!?…;\s])(?:[.!?…;](?=\s|$)|\n\s*(?=[-–—*•→✔▪◦·>]|\n|\p{Lu})|(?<=\n)\s*\n)/gu;

/** Cuts a text into sentences, in order, leaving none of it out. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start) sentences.push(sentenceAt(text, start, end));
    start = end;
  };
  for (const match of text.matchAll(ends)) {
    if (isAbbreviation(text, match.index)) continue;
    close(match.index + match[0].length);
  }
  close(text.length);
  return sentences;
}

/** Most sentences are never looked at folded, so that this waits until somebody does. */
function sentenceAt(text: string, start: number, end: number): Sentence {
  let folded: string | null = null;
  return {
    start,
    end,
    get folded() {
      return (folded ??= foldText(text.slice(start, end)));
    },
  };
}

function isAbbreviation(text: string, at: number): boolean {
  return (
    text[at] === '.' && /(?:^|\s)(?:M|Mme|Dr|Pr|etc|ex|env|min|max|art|réf)$/i.test(text.slice(Math.max(0, at - 5), at))
  );
}

/** Words by which a sentence turns to whoever answers the offer. */
const towardsReader =
  /\b(?:vous|votre|vos|tu|ton|ta|tes|te|toi|you|your|stagiaires?|alternante?s?|apprentie?s?|etudiante?s?|candidate?s?|profil|missions?|competences?|connaissances?|maitrise|maitriser|formation en|diplomee?s?|master|licence|but|bac|savoir-etre|qualites|sens de|student|skills?|knowledge|experience)\b/;

/** Words by which a sentence speaks of the employer: who it is, since when, how big, what it sells. */
const aboutEmployer =
  /\b(?:fondee?s? en|creee?s? en|nee?s? (?:a|en)|implantee?s? |basee?s? a|depuis (?:18|19|20)\d\d|leaders?|notre (?:groupe|entreprise|societe|cabinet|maison|cooperative|filiale)|nos (?:\d+ )?(?:collaborateurs|equipes|agences|valeurs|magasins)|collaboratrices|collaborateurs|salariees?|salaries|filiale|chiffre d'affaires|certifiee?s? (?:iso|hve|bio|b corp)|specialisee?s? dans|specialiste (?:de|du|des|en)|societe de services|acteur majeur|est une? (?:entreprise|societe|association|cabinet|start-up|startup|pme|eti|groupe|cooperative|agence|acteur|filiale|bureau d'etudes)|sont des entreprises|emploie|compte \d+|accompagne (?:\d|ses|les|des)|founded in|employees|we are a|our (?:company|clients|team of))\b/;

/** Words by which a sentence speaks of what the employer gives, or of rights: skills named there are not asked for. */
const termsOfWork =
  /\b(?:tickets?[- ]resto|tickets?[- ]restaurants?|titres?[- ]restaurants?|cheques? dejeuner|mutuelle|prevoyance|treizieme mois|13e mois|rtt|cse|gratification|remuneration|remboursement|indemnite|donnees recueillies|conformement au (?:rgpd|reglement)|vos donnees|delegue\p{L}* a la protection|droits? d'acces|diversite|egalite|discrimination|handicap|situation de handicap|reconnues? travailleurs?|candidatures? (?:a adresser|a envoyer|avant|sont)|adressez|envoyez|postulez|merci (?:de|d')|lieu de travail|logement|parking|hebergement|teletravail)\b/u;

/** What of a sentence keeps skills from counting, if anything. */
export function isAside({ folded }: Sentence): boolean {
  if (
    termsOfWork.test(folded) &&
    !/\b(?:missions?|competences?|maitrise|connaissances?|notions?|vos activites)\b/.test(folded)
  )
    return true;
  return aboutEmployer.test(folded) && !towardsReader.test(folded);
}

const profile =
  /\b(?:connaissances?|connaitre|maitrise[rz]?|maitrisez|notions?|bases? (?:en|de)|competences?|formation|formations|etudes|etudiante?s?|etudiez|preparez|suivez|master|masters|m1|m2|licence|bachelor|but|bts|dut|ecole|ingenieure?|eleve|bac|diplome|specialite|specialisation|experience|profil|qualites?|savoir-etre|savoir-faire|savoirs|vous (?:etes|avez|aimez|faites)|tu (?:es|as|aimes)|aime[rz]?|sens|gout|aisance|a l'aise|interet|appetence|sensibilite|capacite|il (?:vous )?faut|attendons|attendu|requise?s?|exigee?s?|souhaitee?s?|apprecie(?:e|s|es)?|atouts?|un plus|necessaires?|indispensables?|idealement|parlez|parle|lu|courante?|niveau|degree|student|studying|skills?|knowledge|fluent|required|looking for|programme in|experience (?:in|with)|cherchons|recherchons)\b/;

/** Whether a sentence says what somebody brings: there even a word of everyday use names a skill. */
export function isProfile({ folded }: Sentence): boolean {
  return profile.test(folded);
}
