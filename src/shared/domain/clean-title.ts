import { withLineBreaks } from './cells/line-breaks';
import { withoutControls } from './cells/without-controls';
import { fold } from './fold';

/** One letter or word of such a mark, and what stands between two. */
const gender = { sign: '(?:nb|autre|[hfmwxdni])', word: '(?:hommes?|femmes?)', between: '\\s*[/\\\\\\-–.,|]\\s*' };
const marks = {
  letters: `${gender.sign}(?:(?:${gender.between}|\\s+ou\\s+)${gender.sign})+`,
  words: `${gender.word}\\s*(?:[/\\-–]|ou|et)\\s*${gender.word}`,
  /** Without brackets only what is nothing else. */
  bare: '(?:[hf]\\s*/\\s*[hf](?:\\s*/\\s*(?:x|nb))?|[mf]/[mf]|[hmf]/[fwh]/[dx]|h-f|f-h)',
};
/**
 * Marks that an offer is open to everyone, with the dash or slash before them: (H/F), F-H, [h/f/x], (m/w/d), (homme / femme),
 * "-H/F". Written out without brackets they may be of the work ("coiffeur homme/femme"), so that a dash must part them.
 */
const genderMark = new RegExp(
  `[([]\\s*(?:${marks.letters}|${marks.words})\\s*(?:[)\\]]|$)|\\s+[-–—|,]+\\s*${marks.words}(?=\\s*(?:$|[-–—|,]))|(?:\\s*[-–—/]\\s*)?(?<![\\p{L}\\p{N}])${marks.bare}(?![\\p{L}\\p{N}/\\-–])`,
  'giu',
);

const bracketed = /[([]([^()[\]]*)[)\]]/g;

/** A dash or bar with a space on one side at least, or a colon followed by one: what parts a title from its labels. */
const separator = /\s+[-–—|•*]+\s*|\s+\/\s+|(?<=\S)[–—|•*]+\s+|(?<=\S)-+\s+|\s*:\s+/u;

/** One of these makes a piece of a title a label for the kind of contract. */
const contractWords = new Set(
  `stage stages stagiaire alternance alternant alternante apprentissage apprenti apprentie professionnalisation cdi cdd
  cdic interim interimaire internship apprenticeship pfe vie vacation vacations saisonnier saisonniere urgent offre
  mois semaine semaines`.split(/\s+/),
);

/** A title without any of this has nothing that could be cleaned; most titles of most files are such. */
const suspicious = /[()[\]\-–—|•*:,;./]|\p{Lu}{2}/u;

/** White space or punctuation that `trimmed` would touch. */
const untidy = /\s\s|\s[,.)\]]|^[\s\-–—:|•*,;./]|[\s\-–—:|•*,;./([]$/u;

/** These may stand beside them without saying anything of the job. */
const fillerWords = new Set(
  `de d du des en le la un une ou et a au pour l offre contrat emploi job poste mission temps plein partiel complet fin
  etudes etude an ans annee jour jours h semaine mois duree remunere remuneree long longue court courte
  recherche recherchons debut immediat asap janvier fevrier mars avril mai juin juillet aout septembre octobre novembre
  decembre work study full time part month months end`.split(/\s+/),
);

/** Words that stay in capitals when a title in capitals is written as a sentence; those without a vowel all do. */
const acronyms = new Set(
  `RH SI IT CAO DAO FAO API ERP SAP SEO SEA SEM SMO UX UI IA BI GPAO GMAO PAO IDE IADE IBODE IPDE AESH AED CPE ATSEM DAF RAF
  DSI RSSI DPO R&D M&A FP&A MOE MOA AMO OPC TPE ETI GE ADV B2B B2C CAP BEP BUT DUT DEUST IUT VAE QSE QHSE HSE AQ QA SRE SOC
  SIEM NOC RGPD CSS C++ C# JEE ETL IOT AWS VOIP IP LAN WAN  FPGA ECG EHPAD CHU IRM ONG ESS RSE ESG ISR CSRD PMO
  CFO CEO CTO VBA 2D 3D 4D TVA IFRS HACCP SAV ISO MCO NDRC N1 N2 N3 III II IV ICPE EPI BIM DBA GTB HTA ENR OPCO GPEC GEPP
  SIRH IRP CSE IARD ADN ORL AMM GMP MIG TIG ARC IME ITEP ESAT MECS SESSAD USLD TISF AMP AES SSIAP CACES LEA FLE EPS NSI`.split(
    /\s+/,
  ),
);

/**
 * The title of an offer as it is shown: without "(H/F)", contract labels, shouting and stray punctuation. Words of the
 * job itself are never taken away, and a title that would be left empty stays as it is. Idempotent.
 */
export function cleanTitle(raw: string): string {
  const plain = withLineBreaks(withoutControls(raw.normalize('NFC')))
    .replace(/\s+/g, ' ')
    .trim();
  let title = unquoted(plain);
  // Taking one label away can lay the next one bare; three rounds are enough for what people write, the rest is safety.
  for (let round = 0; round < 8 && suspicious.test(title); round += 1) {
    const next = unquoted(cleanOnce(title));
    if (next === title) break;
    title = next;
  }
  return capitalised(title === '' ? plain : title);
}

/** Quotation marks around the whole, and one whose other half was lost on the way. */
const aroundAll = /^(?:"([^"]*)"|“([^“”]*)”|«([^«»]*)»|‘([^‘’]*)’|'([^']*)')$|^"([^"]+)$|^([^"]+)"$/u;

/** A title without the marks that a file put around it; those around a part of it are its author's. */
function unquoted(title: string): string {
  const inside = aroundAll
    .exec(title)
    ?.slice(1)
    .find((part) => part !== undefined);
  // The sign of an inch ends a title, too.
  if (inside === undefined || inside.trim() === '' || /\d"$/.test(title)) return title;
  return unquoted(inside.trim());
}

/** What stood behind a label often begins small; a first word with a capital of its own (iOS) stays as it is. */
function capitalised(title: string): string {
  const [firstWord = ''] = title.split(/[\s'’.-]/, 1);
  const capital = title.charAt(0).toUpperCase();
  // Some letters have no capital of one sign (ß, ΰ) and stay as they are.
  return firstWord === firstWord.toLowerCase() && capital.length === 1 ? capital + title.slice(1) : title;
}

function cleanOnce(title: string): string {
  const ungendered = /[/\\]|[hfm]\s*[-–.,|]|[hf] ou |femme/i.test(title) ? title.replace(genderMark, ' ') : title;
  const unlabelled = ungendered.replace(bracketed, (whole, inside: string) =>
    inside.trim() === '' || isContractLabel(inside) ? ' ' : whole,
  );
  return trimmed(asSentence(withoutLabels(trimmed(unlabelled))));
}

function withoutLabels(title: string): string {
  const first = separator.exec(title);
  if (!first) return title;
  const head = title.slice(0, first.index);
  const rest = title.slice(first.index + first[0].length);
  if (rest !== '' && isContractLabel(head)) return isLabel(rest) ? title : rest;
  const last = lastSeparator(title);
  const tail = title.slice(last.end);
  const before = title.slice(0, last.start);
  return last.start > 0 && isContractLabel(tail) && !isLabel(before) ? before : title;
}

/** Whether a piece says nothing of the job: "6 mois", "mars 2027", "CDI", "Job étudiant". */
export function isLabel(piece: string): boolean {
  const words = wordsOf(piece);
  return jobLabel.test(words.join(' ')) || words.every(isLabelWord);
}

function lastSeparator(title: string): { readonly start: number; readonly end: number } {
  let last = { start: 0, end: 0 };
  for (const match of title.matchAll(new RegExp(separator, 'gu'))) {
    last = { start: match.index, end: match.index + match[0].length };
  }
  return last;
}

const jobLabel = /^(?:jobs?|emplois?) (?:etudiants?|d ete)$/;

function isContractLabel(piece: string): boolean {
  const words = wordsOf(piece);
  if (jobLabel.test(words.join(' '))) return true;
  return words.some((word) => contractWords.has(word)) && words.every(isLabelWord);
}

function isLabelWord(word: string): boolean {
  return contractWords.has(word) || fillerWords.has(word) || /^\d+(?:er)?$/.test(word);
}

function wordsOf(piece: string): readonly string[] {
  return fold(piece)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** .NET and a word, with what may stand in a term. */
const termOrWord = /\.NET(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}&+#]*/gu;
/** SQL, CVC, BTP: no word of French; but for abbreviations of one. */
const noVowel = /^(?!(?:ST|DR|PR|MR|MME|MGR|NB|VS)$)[BCDFGHJKLMNPQRSTVWXZ]{2,6}$|^\.NET$/u;

/** Writes a title in capitals as a sentence; one with a few words in capitals is left to its author. */
function asSentence(title: string): string {
  if (!/\p{Lu}{2}/u.test(title)) return title;
  const capitals = title.match(/\p{Lu}/gu)?.length ?? 0;
  const small = title.match(/\p{Ll}/gu)?.length ?? 0;
  if (capitals < 5 || capitals < 4 * small) return title;
  const lowered = title.replace(termOrWord, (word, at: number) => {
    const isTerm = acronyms.has(word) || noVowel.test(word) || /\p{N}/u.test(word) || /\p{Ll}/u.test(word);
    // A preposition ends no name: « INFIRMIER DE » has the State diploma.
    const isDiploma = word === 'DE' && at > 0 && /^\s*(?:$|[-–—|,;:/()])/u.test(title.slice(at + word.length));
    return isTerm || isDiploma ? word : word.toLowerCase();
  });
  return lowered.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

function trimmed(title: string): string {
  if (!untidy.test(title)) return title;
  return title
    .replace(/\s+/g, ' ')
    .replace(/\s+([,)\]]|\.(?![\p{L}\p{N}]))/gu, '$1')
    .replace(/^(?:[\s\-–—:|•*,;/]|\.(?!net))+/iu, '')
    .replace(/[\s\-–—:|•*,;/([]+$/u, '')
    .replace(/(?<=[^.])\.$/u, '')
    .trim();
}
