import { parseContract } from '../cells/parse-contract';
import type { ContractType } from '../offer';
import { factAt, hitsOf, type Hit, type Part } from './parts';
import type { ReadFact } from './reading';
import type { Sentence } from './sentences';

/** Words that name a contract where nothing else can be meant: in a title. */
const inTitle =
  /(?<![\p{L}\d])(?:alternance|alternante?s?|apprentie?s?|apprentissage|contrats?\s+de\s+professionnalisation|contrats?\s+(?:de\s+)?pro|apprenticeship|stages?|stagiaires?|internship|intern|placement|jobs?\s+(?:étudiants?|d['’]été)|student\s+jobs?|emplois?\s+étudiants?|CDI|durée\s+indéterminée|CDD|durée\s+déterminée|intérim|summer\s+job)(?![\p{L}\d])/giu;

/** The same in a text, where « alternant » is a verb too, and « apprentissage » what pupils do. */
const inText =
  /(?<![\p{L}\d])(?:(?:en|d['’]|l['’]|une|cette|notre|par|contrat)\s?alternance|alternance(?<=(?:^|[\r\n])[ \t*•–-]{0,4}alternance)|alternante|alternant(?=\s?[(·/.-]e)|(?:un|une|d['’]un|l['’]|notre|qu['’])\s?alternant|apprentie?s?(?=\s?[(·/.-]e|\s)|(?:contrats?\s+d['’]|en\s+|par\s+l['’]|voie\s+d['’])apprentissage|contrats?\s+de\s+professionnalisation|contrats?\s+(?:de\s+)?pro|apprenticeship|stages?|stagiaires?|internship|student\s+jobs?|jobs?\s+(?:étudiants?|d['’]été)|emplois?\s+étudiants?|CDI|durée\s+indéterminée|CDD|durée\s+déterminée|(?:en|mission\s+d['’]|contrat\s+d['’])\s?intérim|summer\s+job)(?![\p{L}\d])/giu;

/** What may come afterwards, who was there before, and what only sounds like a contract. */
const otherContracts =
  /\b(?:a l'issue|deboucher|deboucher? sur|embauches?|embauchee?s?|recrutes? chaque|se voient proposer|(?:ont|avons) (?:signe|recu|recrute)|mise en stage|poursui\p{L}*|ensuite|anciens?|anciennes?|derniers?|dernieres?|possibilite de|peut etre propose|encadre(?:r|z)? (?:des|les|un|une) (?:stagiaires?|apprentis?|alternants?)|maitre d'apprentissage|maitre de stage|avez (?:fait|effectue|realise) un|experience (?:en|de|du) stage|expertise comptable est|bureau des stages)\b/u;

/** Where somebody learnt before, or whom they would look after. */
const ofCandidates =
  /\b(?:justifi\p{L}*|experience|stages? compris|stages? ou|connaissance de|(?:accueil|accueillir|encadrement|encadrer|suivi|formation|evaluation|tuteur|tutorat) (?:et \p{L}+ )?(?:de |des |d'|l'|un |une )*(?:\p{L}+ )?(?:stagiaires?|apprentis?|alternants?)|recherche de stages?|stagiaires? de la formation|(?:equipe|constituee?|composee?) d)\b/u;
const learning: ReadonlySet<ContractType> = new Set(['internship', 'work-study']);

/** « deux étudiants pour assurer l’accueil en alternance »: they take turns. */
const takingTurns = /\b(?:deux|trois|plusieurs) .* en alternance[.;]?$/;

/** The kind of contract: what the title names, else the first kind that the text names for this offer. */
export function readContract(parts: readonly Part[]): ReadFact<ContractType> | null {
  for (const { field, pattern, confidence } of [
    { field: 'title', pattern: inTitle, confidence: 0.95 },
    { field: 'description', pattern: inText, confidence: 0.85 },
  ] as const) {
    const own = parts.filter((part) => part.field === field);
    for (const hit of hitsOf(own, pattern, isAboutOthers)) {
      const value = parseContract(hit.match[0].replace(/contrats?\s+de\s+pro$/iu, 'contrat pro'));
      if (value && !isElsewhere(hit, value)) return factAt(value, hit, confidence);
    }
  }
  return null;
}

function isAboutOthers({ folded }: Sentence, { field }: Part): boolean {
  return field === 'description' && (otherContracts.test(folded) || takingTurns.test(folded.trim()));
}

function isElsewhere({ part, sentence }: Hit, value: ContractType): boolean {
  if (part.field === 'title') return false;
  if (learning.has(value)) return ofCandidates.test(sentence.folded);
  // « en CDD ou CDI » leaves it open.
  return /\bcdd\b/.test(sentence.folded) && /\bcdi\b/.test(sentence.folded);
}
