import type { LegalRuleCode } from './legal-finding';

/** A place in a text that takes the sting out of what stands near it in the same sentence. */
export interface Exemption {
  /** Null for all that refer to people. */
  readonly codes: readonly LegalRuleCode[] | null;
  /** What stands before the wording, from the beginning of its sentence. */
  readonly before: RegExp;
}

/** From here on somebody is asked for, so that a promise or a public ends. */
const request =
  '(?:nous|vous|recherch\\p{L}*|recrut\\p{L}*|embauch\\p{L}*|souhait\\p{L}*|exig\\p{L}*|mais|uniquement|exclusivement|seulement|r[ée]serv[ée]\\p{L}*|maximum)';
/** Whether a wording begins by asking for somebody, which no promise before it takes back. */
export const asksForSomebody = new RegExp(`^${request}(?!\\p{L})`, 'iu');
const untilRequest = `(?:(?!(?<!\\p{L})${request}(?!\\p{L})).)*$`;
/** The same, ending at a comma too: whom somebody works for is said in one breath. */
const inOneBreath = `(?:(?!(?<!\\p{L})${request}(?!\\p{L}))[^,:]){0,80}$`;
const things =
  '(?:logiciel|application|outil|syst[èe]me|machine|[ée]quipement|b[âa]timent|immeuble|ouvrage|installation|entreprise|soci[ée]t[ée]|association|structure|groupe|cabinet|agence|maison|marque|site|parc|v[ée]hicule|code|projet|arbre|produit|mat[ée]riel|archive|base|pont)s?';

/** Wordings that exclude nobody where they stand. */
export const exemptions: readonly Exemption[] = [
  // "sans distinction d’âge ni de situation de famille, célibataires ou non": a promise names what others exclude.
  {
    codes: null,
    before: new RegExp(
      `(?<!\\p{L})(?:sans\\s+(?:aucune\\s+)?(?:distinction|discrimination|consid[ée]ration|condition)s?(?:\\s+aucune)?\\s+(?:d[’']|de|du|des|li[ée]e|fond[ée]e)|discriminations?\\s+(?:li[ée]es?|fond[ée]es?|en\\s+raison)|quel(?:le)?s?\\s+que\\s+soi(?:en)?t|ouverte?s?\\s+[àa]\\s+tou(?:te)?s)${untilRequest}`,
      'isu',
    ),
  },
  // Whom the work is for: "accompagnement de mères de famille", "soins aux personnes âgées de 60 ans".
  {
    codes: ['wording-age', 'wording-sex', 'wording-family', 'wording-health', 'wording-residence'],
    before: new RegExp(
      `(?<!\\p{L})(?:accompagn\\p{L}*|aupr[èe]s|accueil\\p{L}*|encadr\\p{L}*|soins?|soign\\p{L}*|prises?\\s+en\\s+charge|suivi|aides?|insertion|public|usag[eè]re?s|r[ée]sidente?s|patiente?s|b[ée]n[ée]ficiaires?)\\s+${inOneBreath}`,
      'isu',
    ),
  },
  {
    codes: ['wording-age'],
    before: new RegExp(`(?<!\\p{L})${things}(?:\\s+[\\p{L}’'-]+){0,2}\\s+$`, 'iu'),
  },
  {
    codes: ['internship-replaces'],
    before:
      /(?<!\p{L})(?:[ée]tude|analyse|planification|statistiques?|recensement|suivi|organisation)s?\s+(?:d[eu]s?\s+|sur\s+|d[’'])(?:l[ea]s?\s+)?$/iu,
  },
];

/** "Contrat d’apprentissage : jusqu’à 29 ans révolus" says what the law says. */
export const workStudyBefore =
  /(?<!\p{L})(?:contrats?\s+(?:d[’']\s*apprentissage|de\s+professionnalisation)|apprentissage|contrat\s+pro)(?!\p{L})[^.!?\n]{0,80}$/iu;

/** From sixteen to twenty-five or twenty-nine, both included (L6325-1, L6222-1 of the labour code), in the ways that people write it. */
const agesOfWorkStudy = new Set(['15', '16', '17', '18', '25', '26', '29', '30']);

/** Whether a wording on age has no other limit than those that the law itself sets for work-study. */
export function isAgeOfWorkStudy(code: LegalRuleCode, words: string): boolean {
  return code === 'wording-age' && (words.match(/\d+/g) ?? []).every((number) => agesOfWorkStudy.has(number));
}
