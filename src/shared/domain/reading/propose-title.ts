import { cleanTitle, isLabel } from '../clean-title';
import { isKnownWord } from '../text/is-known-word';
import { hasMatter } from '../text/match-text';
import { prepareText } from '../text/prepare-text';
import { withoutMarkup } from '../text/without-markup';
import { isMail, subjectOf, withoutAddresses, withoutMailLines } from './mail';

/** A line longer than this is a sentence, not a title. */
const maxTitleLength = 120;
/** A line that names the job stands near the beginning. */
const lookedAtLines = 25;
/** Nor is it at the end of a paragraph without any line. */
const lookedAtLength = 1_500;

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
  /\b(?:\p{L}{2,}(?:teur|trice|eur|euse|ier|iere|iste|ien|ienne|logue|graphe|crate|naute)|assistante?|comptable|chargee?|responsable|chef|cheffe|ingenieure?|agente?|adjointe?|cadre|secretaire|notaire|commercial|vendeuse|consultante?|apprentie? \p{L}+|bibliothecaire|architecte|juriste|dev|developpeu\p{L}+|designer|manager|developer|engineer|analyst|intern|(?:stagiaires?|alternant(?:\(e\)|e)?s?) en (?!master|licence|alternance|entreprise|deuxieme|premiere|derniere|formation|temps|fin|m[12]\b|l[123]\b|bts|but\b)\p{L}{4,}|baby-?\s?sitters?|serveu\p{L}+|analyste?|data scientist|boulangere?|bouchere?|patissiere?|employee?|soignante?|enseignante?|professeure?|aide \p{L}+)s?\b/u;
/** A sentence tells of somebody; a title names a job. */
const sentence =
  /[.!?]\s*$|\b(?:nous|vous|je|notre|nos|votre|vos|sommes|est|sont|c['’]est|souhait\p{L}*|bienvenue|recherch\p{L}+|cherch\p{L}+|recrut\p{L}+|we|you|our|your|is|are|please)\b/iu;
/** What somebody looks for, in French and in English; the rest of the sentence is of something else. */
const seeking = [
  '(?:re)?cherch(?:ons|e|ent|er|ions|erait)',
  'recrut(?:ons|e|ent|er|erait|erions)',
  'accueill(?:ons|e|ent|ir|erait|erions)',
  'propos(?:ons|e|ent|er)',
  'embauch(?:ons|e|ent|er)',
  'engag(?:eons|e|ent|er)',
  'pren(?:ons|d|nent|dre|drait|drions)',
  'int[éè]gr(?:ons|e|ent|er)',
  'form(?:ons|er)',
  'o(?:ff|uv)r(?:ons|e|ent|ir)',
  'besoin',
  '(?:à\\s+la\\s+recherche|en\\s+quête)',
].join('|');
const search = new RegExp(
  `(?<!\\p{L})(?:${seeking})\\s+(?:(?!d['’]|de\\s)[^.:;!?\\n]{0,50}?\\s+)?(?:d['’])?(?:une?(?:\\(e\\)|/une|[·.]e|\\s+ou\\s+(?:une|deux))?|son\\s+ou\\s+sa|deux|trois)\\s+(?:jeune\\s+)?(.+)$`,
  'iu',
);
/** « Garage cherche mécanicien »: a small advertisement saves the article. Behind one of its own, « recherche » is a thing. */
const searchWithoutArticle =
  /(?<!(?<!\p{L})(?:la|de|en|une|sa|leur|notre|cette|et)\s{1,3})(?<!\p{L})(?:(?:re)?cherch|recrut|embauch)(?:e|ons|ent)\s{1,3}(?!une?(?!\p{L}))(\p{L}.*)$/iu;
/** « Un poste de contrôleur de gestion est à pourvoir ». */
const vacant =
  /(?<!\p{L})(?:une?|le|deux|trois)\s+((?:postes?|stages?|contrats?|places?)\s+(?:de\s+|d['’]).+?)\s+(?:est|sont|reste|restent|sera|seront)\s+(?:à\s+pourvoir|ouverte?s?|vacante?s?|disponibles?|proposée?s?)(?!\p{L})/iu;
const searchInEnglish =
  /(?<!\p{L})(?:looking\s+for|hir(?:e|ing)|seek(?:s|ing)?|recruit(?:s|ing)?|tak(?:e|ing)\s+on|needs?)\s+(?:an?|one|two)\s+(.+)$/iu;
/** Who learns, or in what frame, before what is done: « alternant développeur web », « poste d’assistant RH ». */
const frame =
  /^(?:(?:stagiaires?|alternant(?:e|\(e\)|[·.]e)?s?)\s+|(?:postes?|stages?|places?|emplois?|contrats?(?:\s+(?:d['’]apprentissage|de\s+professionnalisation|en\s+alternance))?)\s+(?:d['’]|de\s+))/iu;
/** Where what is looked for ends and a sentence goes on. */
const goesOn =
  /[.,;:!?]|\s(?:pour|afin|avec|dans|pendant|qui|dont|à partir|à compter|à la rentrée|cet été|cette année|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|dès|souhait\p{L}+|motivé\p{L}*|dynamique|chez|au sein|sur|from|to|for|with|who|starting|based|available)(?!\p{L})/iu;
/** "Poste : …": who writes so names the job. */
const labelled =
  /^(?:intitulé(?:\s+d[ue]\s+(?:poste|stage|l['’]offre))?|(?:nom\s+du\s+)?poste(?:\s+(?:proposé|recherché))?|fonction|titre|métier|job\s+title|position|role|title)\s*:\s*(\S.*)$/iu;
/** What stands before the name of a job in the subject of a letter. */
const leading =
  /^(?:(?:objet|sujet|subject|réf(?:érence)?|offre|annonce|proposition)\s*:\s*)+|^(?:recherche|demande|offre|proposition|recrutement)\s+(?:d['’](?:une?\s+)?|de\s+)(?=\p{L})/iu;
/** Terms before the name of the job: « STAGE DE 8 MOIS assistante comptable ». */
const terms =
  /^(?:(?:urgent|offres?(?:\s+de)?|stages?|alternance|apprentissage|CDD|CDI|internship|de\s+fin\s+d['’]études|(?:de\s+|d['’])?\d{1,2}(?:\s*(?:à|-|–)\s*\d{1,2})?\s+(?:mois|semaines)|(?:de|d['’]|en|pour)(?=\s*(?:une?\s+)?\p{L}+))(?=[\s:,–—'’-]|$)[\s:,–—-]*)+/iu;
/** And behind it: « assistant RH en stage », « (6 mois) », « F/H en contrat d’apprentissage ». */
const termsBehind =
  /\s*(?:[,–—-]\s*)?(?:\((?:[^()]*\b(?:mois|semaines?|months?|weeks?|bac\s*\+?\d?|stage|alternance|apprentissage|CDD|CDI)\b[^()]*)\)|(?:en|par|dans le cadre d['’]un)\s+(?:(?:contrat|CDD)\s+(?:de|d['’])\s*)?(?:stage|alternance|apprentissage|professionnalisation|CDI|CDD|intérim)(?:\s+de\s+\d{1,2}(?:\s*(?:à|-)\s*\d{1,2})?\s+(?:mois|semaines))?(?:\s+\(?renouvelables?(?:\s+(?:une|1|deux|2)\s+fois)?\)?)?|(?:pour|de|d['’]une\s+durée\s+de)\s+(?:\d{1,2}|deux|trois|quatre|cinq|six|douze)(?:\s*(?:à|-|–)\s*\d{1,2})?\s+(?:mois|semaines|ans?))\s*$/iu;
/** « Baby-sitter le mercredi de 12h à 18h », « Assistante CDD 3 mois »: when, and what kind of contract. */
const workingTime =
  /(?<=\S{4,40})(?<!(?<!\p{L})(?:une?|en|contrat|de|ou|pour|par|sur))[\s,]+(?:CDD|CDI|intérim|temps\s+(?:partiel|plein)|(?:tous\s+)?les?\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir|week-?end)|\d{1,2}\s?h(?:\d{2}|eures)?)(?!\p{L}).*$/iu;
/** A stay by its name, and what it is about behind a dash or a colon. */
const stayLine =
  /^(?:offre\s+de\s+)?(?:stage|alternance|apprentissage|internship)(?:\s+(?:de\s+)?(?:[ML]\s?[123]|master(?:\s[12])?|licence|recherche|fin\s+d['’]études|long|court)){0,2}\s*[–—:-]\s+(\S.{7,110})$/iu;
const leastKnownWords = 2;
/** A first line that names no occupation is a title only where it is as short as one. */
const shortTitle = { length: 60, words: 8 };

/**
 * The title that a text suggests: what it names so itself, else the line with a contract and an occupation, what its
 * sentences look for, the subject of the mail or the first line, each only where it says what is to be done. Null where
 * none is sound: none is better than a wrong one.
 */
export function proposeTitle(written: string): string | null {
  const { text } = withoutMarkup(written);
  const matter = withoutAddresses(withoutMailLines(text));
  const lines = matter
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.slice(0, lookedAtLength))
    .slice(0, lookedAtLines);
  const subject = subjectOf(text);
  const candidates = subject === null ? lines : [subject, ...lines];
  const first = isMail(text) ? subject : lines.find((line) => !isLabel(line));
  const sound = (line: string): readonly string[] => {
    const title = soundTitle(line, true);
    return title === null ? [] : [title];
  };
  return (
    candidates.flatMap((line) => sound(labelled.exec(line)?.[1] ?? ''))[0] ??
    candidates.filter((line) => contract.test(line)).flatMap(sound)[0] ??
    candidates.flatMap((line) => sound(soughtIn(line) ?? ''))[0] ??
    candidates.map(subjectOfStay).find((title) => title !== null) ??
    (first ? soundTitle(first, isMail(text) || !isShort(first) || sentence.test(first)) : null)
  );
}

/** « Stage M2 – Modélisation hydrologique »: what it is about, where it names no occupation. */
function subjectOfStay(line: string): string | null {
  const [, said = ''] = stayLine.exec(line) ?? [];
  const words = prepareText(said).split(' ');
  return words.filter(isKnownWord).length >= leastKnownWords ? soundTitle(said, false) : null;
}

function isShort(line: string): boolean {
  return line.length <= shortTitle.length && line.split(/\s+/).length <= shortTitle.words && !line.includes(',');
}

/** What a sentence looks for; null where it looks for nothing, or for what is nobody’s work. */
function soughtIn(line: string): string | null {
  const inFrench = (search.exec(line) ?? vacant.exec(line))?.[1];
  const bare = searchWithoutArticle.exec(line)?.[1];
  const found = inFrench ?? bare ?? searchInEnglish.exec(line)?.[1];
  if (found === undefined) return null;
  // Remarks in brackets may have commas of their own.
  const named = found.replace(/\((?=[^()]*(?:,|\/|\s\S+\s))[^()]*\)/g, ' ');
  const sought = withoutFrame((named.split(goesOn, 1)[0] ?? '').trim());
  return (inFrench ?? bare) === undefined || beginsWithWork(sought) ? sought : null;
}

/** Whether one of the first two words begins an occupation: « une réponse du responsable » is none. */
function beginsWithWork(sought: string): boolean {
  const words = fold(sought).split(/\s+/);
  const place = occupation.exec(words.join(' '))?.index;
  return place !== undefined && place <= (words[0] ?? '').length + 1;
}

/** A name without who does it and in what frame, where an occupation follows. */
function withoutFrame(named: string): string {
  const rest = named.replace(frame, '');
  const isNamed = occupation.exec(fold(rest))?.index === 0 || frame.test(rest);
  return rest !== named && isNamed ? withoutFrame(rest) : named;
}

/** A line as a title, or null when it is a sentence or says nothing of the work. */
function soundTitle(line: string, mustName: boolean): string | null {
  const bare = tidied(line);
  if (bare.length < 3 || bare.length > maxTitleLength || sentence.test(bare)) return null;
  const words = prepareText(bare).split(' ');
  if (!words.some((word) => hasMatter(word) && !mailWords.has(word) && !/^\d/.test(word))) return null;
  if (mustName && !occupation.test(fold(bare))) return null;
  const title = cleanTitle(bare);
  return title === '' || isLabel(title) ? null : title;
}

/** Without stars, remarks in brackets, terms before and behind the job and the words of a search. */
function tidied(line: string): string {
  const plain = line
    .replace(/[*_#=]{2,}/g, ' ')
    .replace(/\((?=[^()]*(?:,|\s\S+\s))[^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(leading, '')
    .replace(leading, '')
    .trim();
  const named = soughtIn(plain) ?? plain;
  const rest = withoutTermsBehind(headOf(named).replace(terms, '').replace(workingTime, '').trim());
  return occupation.test(fold(rest)) ? rest : withoutTermsBehind(named);
}

/** « Stage automaticien : programmation d’automates » names the job before the colon. */
function headOf(line: string): string {
  const [, head] = /^([^:]{4,70}?)\s*:\s+\S/u.exec(line) ?? [];
  return head !== undefined && contract.test(head) && occupation.test(fold(head.replace(terms, ''))) ? head : line;
}

const genderOrCapitals = /[(\s][HhFf]\s?\/\s?[HhFf]\)?\s*$|^(?=.*\p{Lu}{4})[^\p{Ll}]+$/u;

/** « Vendeur à Lyon », « Marketing intern in Bordeaux ». */
const townBehind = /^(.{3,}\S)\s+(?:à|in|at|near)\s+(\p{Lu}[\p{L}’'-]+(?:\s[\p{L}’'-]+){0,2})$/u;

/** Whether a part names an occupation, and the other has no word of works and subjects. */
function isBesidePlace(head: string, tail: string): boolean {
  const words = prepareText(tail).split(' ');
  return occupation.test(fold(head)) && words.length <= 3 && !words.some(isKnownWord);
}

/** « ASSISTANT RH (H/F) - NANTES »: a last part without any word of works and subjects is a place, a company, a number. */
function withoutPlace(title: string): string {
  const [, head = '', tail = ''] = /^(.{4,}\S)\s+[-–—|]+\s*([^-–—|()]{2,30})$/u.exec(title) ?? [];
  if (genderOrCapitals.test(head) && isBesidePlace(head, tail)) return head;
  const [, before = '', place = ''] = townBehind.exec(title) ?? [];
  return isBesidePlace(before, place) ? before : title;
}

function withoutTermsBehind(title: string): string {
  const rest = withoutPlace(title.replace(termsBehind, '').trim());
  return rest === title || rest === '' ? title : withoutTermsBehind(rest);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
