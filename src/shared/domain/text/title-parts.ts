import { isKnownWord, isTelling } from './is-known-word';
import { prepareText } from './prepare-text';

/** An offer's title, taken apart for comparing. */
export interface TitleParts {
  /** Names the work. */
  readonly work: string;
  /** Stands around it: "au sein d’une équipe jeune", "Telmaris". */
  readonly around: string;
}

const edge = { before: '(?<![\\p{L}\\p{N}])', behind: '(?![\\p{L}\\p{N}])' };
const months =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december';

/** On which terms somebody works, and how the offer calls for them: never on what. */
const terms = new RegExp(
  edge.before +
    `(?:${[
      // Réf. A12
      '(?:réf(?:érence)?|ref(?:erence)?|n°|job id)\\s*[.:]?\\s*[\\p{L}\\d./-]*\\d[\\p{L}\\d./-]*',
      // Bac+3 minimum, niveau Bac +2 / +3, niveau master
      '(?:de\\s+)?(?:niveau\\s+)?bac\\s*(?:\\+|plus)?\\s*\\d(?:\\s*(?:à|/|-|ou)\\s*(?:bac\\s*)?\\+?\\s*\\d)*(?:\\s*/\\s*(?:BTS|BUT|DUT|licence|master|ingénieur))?(?:\\s+minimum)?',
      '(?:de\\s+)?niveau\\s+(?:CAP|BEP|BTS|BUT|DUT|DEUST|licence|master|M1|M2|ingénieur)(?:\\s*(?:/|ou)\\s*(?:BTS|BUT|DUT|licence|master|M1|M2))?',
      // débutant accepté, 5 ans d’expérience, première expérience
      'débutante?s?(?:\\(e\\)|·e|\\.e)?s?\\s+acceptée?s?(?:\\(e\\))?s?',
      "(?:minimum\\s+)?\\d{1,2}(?:\\s*(?:à|-)\\s*\\d{1,2})?\\s*(?:ans?|années?|years?)(?:\\s+(?:d[’']|of\\s+)?exp[ée]rience)?(?:\\s+minimum)?",
      '(?:avec\\s+|sans\\s+|première\\s+)expérience(?:\\s+(?:exigée|souhaitée|requise))?',
      // 35 h / semaine, 6 mois, temps partiel
      "(?:de\\s+|d[’'])?\\d{1,3}(?:\\s*(?:à|-)\\s*\\d{1,3})?\\s*(?:mois|semaines?|jours?|heures?|h|months?|weeks?)(?:\\s*(?:/|par)\\s*(?:semaine|mois|jour))?",
      '(?:à\\s+)?(?:temps|mi-temps)\\s+(?:plein|partiel|complet)|(?:à\\s+)?mi-temps|full[ -]time|part[ -]time',
      // 2 100 € brut / mois, 35-40 k€
      '\\d[\\d\\s.,]*(?:\\s*(?:à|-)\\s*\\d[\\d\\s.,]*)?\\s*(?:k?€|k?eur(?:os?)?)(?:\\s*(?:bruts?|nets?))?(?:\\s*(?:/|par)\\s*(?:mois|an|heure|h|jour))?',
      // rentrée septembre 2026, dès janvier, à partir du 5 mars
      `(?:rentrée|début|dès|à\\s+partir\\s+d[eu]|d[eu]|from|starting)?\\s*(?:(?:le\\s+)?\\d{1,2}(?:er)?\\s+)?(?:${months})\\s+20\\d\\d`,
      `(?:rentrée|dès|à\\s+partir\\s+d[eu])\\s+(?:(?:le\\s+)?\\d{1,2}(?:er)?\\s+)?(?:(?:${months})|20\\d\\d|maintenant|que possible)`,
      // télétravail possible
      '(?:en\\s+)?télétravail(?:\\s+(?:partiel|possible|complet|total))?|(?:full[ -]|100\\s*%\\s*)?remote(?!\\s+sensing)|work(?:ing)? from home|home[ -]office',
      'permis\\s+(?:B(?:\\s+(?:exigé|obligatoire|requis|souhaité))?|de\\s+conduire\\s+(?:exigé|obligatoire|requis|souhaité))|véhicule\\s+(?:exigé|obligatoire|personnel|requis)',
      '(?:postes?\\s+)?à\\s+pourvoir(?:\\s+(?:immédiatement|de\\s+suite|rapidement|dès\\s+que\\s+possible|au\\s+plus\\s+vite))?|immédiatement|dès\\s+que\\s+possible|asap',
      "contrats?\\s+(?:d[’']apprentissage|en\\s+alternance|de\\s+professionnalisation|pro|étudiant|saisonnier)",
      "(?:offre|contrat|poste)\\s+(?:de\\s+|d[’']|en\\s+)(?:stage|alternance|apprentissage|emploi|CDI|CDD)",
      "(?:de\\s+)?fin\\s+d[’']études?",
      "(?:nous\\s+)?(?:recherchons|recrutons|embauchons|recrute|embauche)(?:\\s+(?:un(?:e|\\(e\\))?|notre|nos|des|son|sa))?|recherche\\s+(?:un(?:e|\\(e\\))?|notre|nos|son|sa)|we(?:\\s+are|’re|'re)\\s+(?:hiring|looking for)",
      "(?:(?:en|pour)\\s+)?(?:remplacement\\s+)?(?:(?:d[’']un\\s+|de\\s+)?congés?\\s+(?:maternité|parental|maladie|longue\\s+durée))|en\\s+remplacement",
      '(?:motivé|dynamique|passionné|rigoureu)(?:\\(?[·.]?es?\\)?|x|se)?s?(?:\\s+et\\s+(?:motivé|dynamique|passionné|rigoureu)(?:\\(?[·.]?es?\\)?|x|se)?s?)?',
    ].join('|')})` +
    edge.behind,
  'giu',
);
/** A call that begins a title, where it is no work in research. */
const call =
  /^\s*recherche(?!\s+(?:et|&|clinique|en|scientifique|appliquée|médicale|opérationnelle|fondamentale|de)(?!\p{L}))\s+(?=\p{L})/iu;
/** What follows tells of the place of work. */
const circumstances = new RegExp(
  `${edge.before}(?:au\\s+sein|dans\\s+(?:le\\s+cadre|une?|notre)|en\\s+(?:remplacement|vue|renfort)|pour\\s+(?:un\\s+remplacement|remplacement|remplacer|notre|nos|une?|renforcer|accompagner|rejoindre)|suite\\s+à|chez|(?:at|within|for)\\s+(?:our|a|an|the))${edge.behind}`,
  'iu',
);
/** What parts of a title stand between. */
const separator = /\s+[-–—|•*/]+\s*|(?<=\S)[–—|•*]+\s+|(?<=\S)-+\s+|\s*[:;,!]\s+|!+/u;
/** A part in brackets; "infirmier(ère)" has none. */
const bracketed = /(^|\s)[([]([^()[\]]*)[)\]]/gu;

/**
 * Takes the title of an offer apart: terms of work go, and what stands around the name of the work is told from it. A part
 * without any word of a work or a subject ("Telmaris – Comptable") stands around, unless no part has one; so does what
 * follows "au sein de". A title of nothing but terms stays as it is.
 */
export function titleParts(title: string): TitleParts {
  const parts = title
    .replace(call, ' ')
    .replace(terms, ' ')
    .replace(bracketed, '$1 | $2 | ')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  if (parts.length === 0) return { work: title, around: '' };
  const named = parts.filter(namesWork);
  const others = parts.filter((part) => !namesWork(part));
  if (named.length === 0) return { work: parts.join(' '), around: '' };
  const cut = named.map(cutAtCircumstances);
  return {
    work: cut.map(({ work }) => work).join(' '),
    around: [...cut.map(({ around }) => around), ...others].filter((part) => part !== '').join(' '),
  };
}

function cutAtCircumstances(part: string): TitleParts {
  const start = circumstances.exec(part)?.index ?? part.length;
  const work = part.slice(0, start);
  return start > 0 && prepareText(work).split(' ').some(isTelling)
    ? { work, around: part.slice(start) }
    : { work: part, around: '' };
}

function namesWork(part: string): boolean {
  return prepareText(part).split(' ').some(isKnownWord);
}
