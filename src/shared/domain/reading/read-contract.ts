import { parseContract } from '../cells/parse-contract';
import type { ContractType } from '../offer';
import { factAt, hitsOf, type Part } from './parts';
import type { ReadFact } from './reading';
import type { Sentence } from './sentences';

/** Words that name a contract, alone or in a phrase. */
const contracts =
  /(?<![\p{L}\d])(?:alternance|alternante?s?|alternant|apprentie?s?|apprentissage|contrats?\s+de\s+professionnalisation|contrats?\s+(?:de\s+)?pro|apprenticeship|stages?|stagiaires?|internship|intern|placement|jobs?\s+(?:étudiants?|d['’]été)|student\s+jobs?|emplois?\s+étudiants?|CDI|durée\s+indéterminée|CDD|durée\s+déterminée|intérim|summer\s+job)(?![\p{L}\d])/giu;

/** What may come afterwards, who was there before, and what only sounds like a contract. */
const otherContracts =
  /\b(?:a l'issue|deboucher|deboucher? sur|embauches?|embauchee?s?|recrutes? chaque|se voient proposer|(?:ont|avons) (?:signe|recu|recrute)|mise en stage|poursui\p{L}*|ensuite|anciens?|anciennes?|derniers?|dernieres?|possibilite de|peut etre propose|encadre(?:r|z)? (?:des|les|un|une) (?:stagiaires?|apprentis?|alternants?)|maitre d'apprentissage|maitre de stage|avez (?:fait|effectue|realise) un|experience (?:en|de|du) stage|expertise comptable est|bureau des stages)\b/u;

/** « deux étudiants pour assurer l’accueil en alternance »: they take turns. */
const takingTurns = /\b(?:deux|trois|plusieurs) .* en alternance[.;]?$/;

/** The kind of contract: what the title names, else the first kind that the text names for this offer. */
export function readContract(parts: readonly Part[]): ReadFact<ContractType> | null {
  for (const { field, confidence } of [
    { field: 'title', confidence: 0.95 },
    { field: 'description', confidence: 0.85 },
  ] as const) {
    const own = parts.filter((part) => part.field === field);
    for (const hit of hitsOf(own, contracts, isAboutOthers)) {
      const value = parseContract(hit.match[0].replace(/contrats?\s+de\s+pro$/iu, 'contrat pro'));
      if (value) return factAt(value, hit, confidence);
    }
  }
  return null;
}

function isAboutOthers({ folded }: Sentence, { field }: Part): boolean {
  return field === 'description' && (otherContracts.test(folded) || takingTurns.test(folded.trim()));
}
