import type { ContractType } from '../offer';
import { fold } from './fold';
import { remember } from './remember';

/** The first line that fits wins: "Contrat d'apprentissage en CDD" is work-study, "stage puis CDI" an internship. */
const wordings: readonly (readonly [RegExp, ContractType])[] = [
  [
    /\b(?:alternances?|alternants?|alternante?s?|apprentissage|apprentie?s?|professionnalisation|contrat pro|work study|apprenticeship|dual study)\b/,
    'work-study',
  ],
  [/\b(?:stages?|stagiaires?|internships?|interns?|pfe|placement)\b/, 'internship'],
  [
    /\b(?:jobs? (?:etudiants?|d ete)|student jobs?|emploi etudiant|emplois etudiants|job saisonnier|summer job)\b/,
    'student-job',
  ],
  [/\b(?:cdi|ddi permanent|permanent|duree indeterminee|cdi interimaire)\b/, 'permanent'],
  [
    /\b(?:cdd|mis|interim|interimaire|sai|saisonniere?|duree determinee|travail temporaire|temporary|fixed term|temporaire|tte|cdis|cddi?)\b/,
    'fixed-term',
  ],
  [
    /\b(?:autres?|other|liberale?|lib|franchise|fra|freelance|independante?|cce|din|ddi|vie|via|civique|cifre|these|benevolat|volontariat|fonctionnaire|contractuele?l?|vacations?|vacataire|reprise|statutaire|titulaire|insertion)\b/,
    'other',
  ],
];

/**
 * The kind of contract behind the words of a file, in French or English, France Travail's codes (CDI, CDD, MIS, SAI,
 * LIB…) included. Undefined when the words say nothing of it ("contrat de travail").
 */
export const parseContract = remember((text: string): ContractType | undefined => {
  const words = fold(text);
  return wordings.find(([pattern]) => pattern.test(words))?.[1];
});

const weight: Readonly<Record<ContractType, number>> = {
  'work-study': 5,
  internship: 4,
  'student-job': 3,
  'fixed-term': 2,
  permanent: 2,
  other: 1,
};

/**
 * The kind of contract when several columns speak of it (France Travail has three): the most particular one, so that
 * a "CDD" whose nature is an apprenticeship is work-study.
 */
export function strongestContract(found: readonly ContractType[]): ContractType | null {
  let best: ContractType | null = null;
  for (const contract of found) if (best === null || weight[contract] > weight[best]) best = contract;
  return best;
}
