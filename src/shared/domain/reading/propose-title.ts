import { cleanTitle } from '../clean-title';
import { hasMatter } from '../text/match-text';
import { prepareText } from '../text/prepare-text';
import { withoutMarkup } from '../text/without-markup';
import { isMail, subjectOf, withoutAddresses, withoutMailLines } from './mail';

/** A line longer than this is a sentence, not a title. */
const maxTitleLength = 120;
/** A line that names the job stands near the beginning. */
const lookedAtLines = 25;

/** What people write around an offer and not of it; prepared words. */
const mailWords = new Set(
  `diffuser diffusion diffusez svp merci transmettre transferer relayer publier publication urgent important information
  informations info infos annonce annonces demande proposition partager partage suite rappel relance nouveau nouvelle
  bonjour etudiant etudiants universite recrutement opportunite cherche cherchons fichier document candidat candidats
  entreprise societe`.split(/\s+/),
);
const contract =
  /(?<![\p{L}\d])(?:stages?|stagiaires?|alternance|alternante?s?|apprentie?s?|apprentissage|CDI|CDD|intérim|internship|intern|job étudiant|emploi étudiant)(?![\p{L}\d])/iu;
/** What most names of occupations look like, folded and without endings of gender and number. */
const occupation =
  /\b(?:\p{L}{2,}(?:teur|trice|eur|euse|ier|iere|iste|ien|ienne|logue|graphe|crate|naute)|assistante?|comptable|chargee?|responsable|chef|cheffe|ingenieure?|agente?|adjointe?|cadre|secretaire|notaire|commercial|vendeuse|consultante?|apprentie? \p{L}+|bibliothecaire|architecte|juriste|developpeu\p{L}+|designer|manager|developer|engineer|analyste?|data scientist|boulangere?|bouchere?|patissiere?|employee?|soignante?|enseignante?|professeure?|aide \p{L}+)s?\b/u;
/** A sentence tells of somebody; a title names a job. */
const sentence =
  /[.!?]\s*$|\b(?:nous|vous|je|notre|nos|votre|vos|sommes|est|sont|c['’]est|souhait\p{L}*|bienvenue)\b/iu;
const search =
  /^(?:.{0,60}?\b)?(?:nous\s+)?(?:re)?cherch(?:ons|e)\s+(?:(?:pour|à partir|dès)\b[^,]{1,40},?\s+)?(?:une?(?:\(e\)|\/une|·e)?|des|deux|trois)\s+(.+)$/iu;
/** Terms before the name of the job: « STAGE DE 8 MOIS assistante comptable ». */
const terms =
  /^(?:(?:urgent|offre(?:\s+de)?|stages?|alternance|CDD|CDI|de\s+fin\s+d['’]études|(?:de\s+|d['’])?\d{1,2}(?:\s*(?:à|-|–)\s*\d{1,2})?\s+(?:mois|semaines))(?=[\s:,–—-]|$)[\s:,–—-]*)+/iu;

/**
 * The title that a text suggests: the line that names a contract and an occupation, else the subject of the mail or the
 * first line, each only where it says what is to be done. Null where none is sound: none is better than a wrong one.
 */
export function proposeTitle(written: string): string | null {
  const { text } = withoutMarkup(written);
  const matter = withoutAddresses(withoutMailLines(text));
  const lines = matter
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, lookedAtLines);
  const subject = subjectOf(text);
  const candidates = subject === null ? lines : [subject, ...lines];
  const named = candidates.filter((line) => contract.test(line)).flatMap(withOccupation);
  const [first] = isMail(text) ? [subject] : lines;
  return named[0] ?? (first ? soundTitle(first, isMail(text)) : null);
}

function withOccupation(line: string): readonly string[] {
  const title = soundTitle(line, true);
  return title === null ? [] : [title];
}

/** A line as a title, or null when it is a sentence or says nothing of the work. */
function soundTitle(line: string, mustName: boolean): string | null {
  const bare = tidied(line);
  if (bare.length < 4 || bare.length > maxTitleLength || sentence.test(bare)) return null;
  const words = prepareText(bare).split(' ');
  if (!words.some((word) => hasMatter(word) && !mailWords.has(word) && !/^\d/.test(word))) return null;
  if (mustName && !occupation.test(fold(bare))) return null;
  return cleanTitle(bare) || null;
}

/** Without stars, remarks in brackets, terms before the job and the words of a search. */
function tidied(line: string): string {
  const plain = line
    .replace(/[*_#=]{2,}/g, ' ')
    .replace(/\((?=[^()]*(?:,|\s\S+\s))[^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const sought = search
    .exec(plain)?.[1]
    ?.split(/[.,;:!]| (?:pour|afin|qui|dont|à partir|dès) /, 1)[0]
    ?.trim();
  const named = sought ?? plain;
  const rest = named.replace(terms, '').trim();
  return occupation.test(fold(rest)) ? rest : named;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
