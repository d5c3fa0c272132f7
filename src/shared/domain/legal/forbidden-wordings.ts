import type { LegalRuleCode } from './legal-finding';

/** A way of writing that refers to something on which nobody may be chosen. */
export interface ForbiddenWording {
  readonly code: LegalRuleCode;
  readonly pattern: RegExp;
  /** Age limits that the law itself sets for work-study (L6222-1, L6325-1 of the labour code) may be written. */
  readonly isAllowedInWorkStudy?: boolean;
  /** What only an internship may not be: an employee’s post, with a trial, without pay. */
  readonly isOfInternships?: boolean;
}

/** A number of years that somebody can be old. */
const age = '(?:1[6-9]|[2-6]\\d)';
/** "10 ans d’expérience", "35 ans d’existence" and the like count something else than age. */
const notOfAge =
  "(?!\\s*(?:d[’']|de\\s+)(?:exp[ée]rience|anciennet[ée]|existence|m[ée]tier|savoir|pratique|pr[ée]sence|innovation|histoire|activit[ée]|carri[èe]re))";

const wordings: readonly (readonly [LegalRuleCode, readonly string[]])[] = [
  [
    'wording-age',
    [
      `(?:(?:avoir|ayant|[âa]g[ée]e?s?\\s+de)\\s+)(?:plus\\s+de\\s+|moins\\s+de\\s+)?${age}\\s+ans${notOfAge}`,
      `(?:moins|maximum|max\\.?|jusqu[’']\\s*[àa])\\s+(?:de\\s+)?${age}\\s+ans${notOfAge}`,
      `${age}\\s+ans\\s+(?:maximum|max(?![a-z])|au\\s+plus|r[ée]volus\\s+maximum)`,
      `(?:entre\\s+)?${age}\\s*(?:[àa/–-]|et)\\s*${age}\\s+ans${notOfAge}`,
      "limite\\s+d[’']\\s*[âa]ge",
      'n[ée]e?s?\\s+apr[èe]s\\s+(?:19|20)\\d\\d',
      'jeunes?\\s+(?:homme|femme|fille|gar[çc]on|collaborateur|collaboratrice|candidate?|recrue|retrait[ée]e?)s?',
      '(?:candidate?|profil|personne)s?\\s+jeunes?(?!\\s+dipl)',
    ],
  ],
  [
    'wording-sex',
    [
      '(?:recherch\\p{L}+|recrut\\p{L}+|souhait\\p{L}+|embauch\\p{L}+)\\s+(?:une?|des?|plut[ôo]t\\s+une?)\\s+(?:jeunes?\\s+)?(?:homme|femme|fille|gar[çc]on|dame|monsieur)s?(?!\\s*(?:/|ou\\s+une?\\s+(?:homme|femme)))',
      '(?:r[ée]serv[ée]e?s?|destin[ée]e?s?)\\s+(?:exclusivement\\s+|uniquement\\s+)?(?:aux?|[àa]\\s+des?)\\s+(?:hommes?|femmes?|filles?|gar[çc]ons?)(?!\\s+et)',
      '(?:hommes?|femmes?)\\s+(?:uniquement|exclusivement|seulement|de\\s+pr[ée]f[ée]rence)',
      'jeune\\s+(?:homme|femme|fille|gar[çc]on)(?!\\s*(?:/|ou\\s+(?:une?\\s+)?(?:jeune\\s+)?(?:homme|femme)))',
      '(?:de\\s+)?pr[ée]f[ée]rence\\s+(?:pour\\s+)?(?:une?\\s+)?(?:homme|femme)s?',
    ],
  ],
  [
    'wording-family',
    [
      'c[ée]libataires?',
      'sans\\s+(?:enfants?|charges?\\s+(?:de\\s+famille|familiales?))',
      '(?:m[èe]re|p[èe]re)s?\\s+de\\s+famille',
      '(?:non|pas)\\s+enceintes?',
      'projets?\\s+de\\s+(?:grossesse|maternit[ée])',
    ],
  ],
  [
    'wording-origin',
    [
      '(?:de\\s+)?nationalit[ée]\\s+(?:fran[çc]aise|europ[ée]enne)(?:\\s+(?:exig|requis|obligatoire|uniquement|imp[ée]rativ)\\p{L}*)?',
      '(?:fran[çc]aise?s?|europ[ée]ene?ne?s?)\\s+(?:uniquement|exclusivement|de\\s+souche)',
      "(?:d[’']\\s*)?origine\\s+(?:fran[çc]aise|europ[ée]enne|caucasienne)",
      'de\\s+type\\s+(?:europ[ée]en|caucasien|africain|asiatique)',
      'sans\\s+accent(?!\\s+(?:dans|sur))',
    ],
  ],
  [
    'wording-mother-tongue',
    [
      'langues?\\s+maternelles?',
      '(?:native|natif)s?\\s+(?:speakers?|fran[çc]aise?|english)',
      '(?:anglais|fran[çc]ais|espagnol|allemand|italien)\\s+natifs?',
    ],
  ],
  [
    'wording-appearance',
    [
      '(?<!(?:la|leur|sa|cette)\\s)(?:tr[èe]s\\s+)?(?:bonne|excellente|belle|parfaite)\\s+pr[ée]sentation(?!\\s+(?:de|des|du|orale|[ée]crite|powerpoint))',
      'physique\\s+(?:agr[ée]able|avantageux|soign[ée])',
      '(?:cv|candidature)\\s+avec\\s+(?:une\\s+)?photo',
      'photo(?:graphie)?\\s+(?:obligatoire|exig[ée]e|requise)',
    ],
  ],
  [
    'wording-health',
    [
      "(?:[êe]tre\\s+en|jouir\\s+d[’']\\s*une)\\s+(?:bonne|parfaite|excellente)\\s+sant[ée](?!\\s+(?:financi[èe]re|[ée]conomique))",
      '(?:bonne|parfaite|excellente)\\s+sant[ée]\\s+(?:physique|exig|requis|indispensable|obligatoire)\\p{L}*',
      'sans\\s+(?:handicap|probl[èe]mes?\\s+de\\s+sant[ée])',
      '(?:personnes?\\s+)?non[\\s-]+handicap[ée]e?s?',
      '(?:candidate?|personne)s?\\s+valides?(?!\\s+(?:le|la|les|un|une))',
    ],
  ],
  [
    'wording-belief',
    [
      'de\\s+(?:confession|religion)\\s+\\p{L}+',
      '(?:sans|pas\\s+de|aucun)\\s+(?:voile|signe\\s+religieux|engagement\\s+(?:syndical|politique))',
      'non[\\s-]+syndiqu[ée]e?s?',
    ],
  ],
  [
    'wording-residence',
    [
      '(?:habitant|r[ée]sidant|domicili[ée]e?|habiter|r[ée]sider)\\s+(?:imp[ée]rativement\\s+|obligatoirement\\s+|d[ée]j[àa]\\s+)?(?:[àa]|dans|sur|en|pr[èe]s|[àa]\\s+proximit[ée])',
    ],
  ],
];

const ofInternships: readonly (readonly [LegalRuleCode, readonly string[]])[] = [
  [
    'internship-replaces',
    [
      "remplac\\p{L}*\\s+(?:(?:d[’']|de|du|des|une?|la|le|les|l[’']|notre|nos)\\s*)*(?:salari|coll[èe]gue|titulaire|agente?|collaborat|employ[ée]|assistante?|secr[ée]taire|comptable|absente?)\\p{L}*",
      'remplac\\p{L}*[^.!?\\n]{0,60}?(?:cong[ée]s?(?:\\s+(?:de\\s+)?maternit[ée])?|absences?|arr[êe]t\\s+(?:de\\s+)?(?:maladie|travail)|maternit[ée])',
      "(?:accroissement\\s+(?:temporaire\\s+)?|surcro[îi]t\\s+)(?:d[’']|de\\s+l[’'])\\s*activit[ée]",
      '(?:emploi|poste|renfort|travail|travaux)\\s+saisonniers?',
    ],
  ],
  ['internship-trial', ["p[ée]riode\\s+d[’']\\s*essai"]],
];

/** Words by which an offer says that it pays nothing. */
export const unpaid =
  /(?<![\p{L}\p{N}])(?:(?:non|pas|ni)\s+(?:r[ée]mun[ée]r|gratifi|indemnis|pay)[ée]e?s?|sans\s+(?:r[ée]mun[ée]ration|gratification|indemnit[ée]s?|salaire)|aucune\s+(?:r[ée]mun[ée]ration|gratification|indemnit[ée])|unpaid)(?![\p{L}\p{N}])/giu;

/** Long patterns read better in parts; each stands between letters that are none of its own. */
export const forbiddenWordings: readonly ForbiddenWording[] = [
  ...wordings.map(([code, parts]) => ({ code, pattern: anyOf(parts), isAllowedInWorkStudy: code === 'wording-age' })),
  ...ofInternships.map(([code, parts]) => ({ code, pattern: anyOf(parts), isOfInternships: true })),
];

function anyOf(parts: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Sentences that promise not to discriminate name the very things that others exclude. */
export const promisesEquality =
  /[ée]galit[ée]|diversit[ée]|discrimin|distinction|inclusi|sans\s+(?:consid[ée]ration|condition)\s+d|quels?\s+que\s+soi|quelles?\s+que\s+soi|ouverte?s?\s+[àa]\s+tou/iu;
