import { hasMatter, offerMatchText } from '../../../shared/domain/text/match-text';
import { prepareText } from '../../../shared/domain/text/prepare-text';
import type { WordCounts } from './topic-words';

/** What is read of an offer to name its topic. */
export interface OfferText {
  readonly title: string;
  /** Its beginning is enough. */
  readonly description: string;
  readonly company: string | null;
  readonly city: string | null;
}

/** A title says what it is about; a description much besides. */
const titleWeight = 3;

/** Words of any offer that say nothing of its topic, prepared as they are compared. */
const adWords = new Set(
  `activite afin ainsi appelez aurait avait avant cette cinq dix faut ist ouvre place quatre tes ton trois ambiance annonce assurer autonome autonomie autour autre avoir base beaucoup besoin bien bon bonne
  bonnes bonjour cadre candidat candidature car charge chaque comme compris cordialement cv date debut debutant depuis deux
  devez disponible doit dont dynamique egalement entreprise environ equipe est etes etre etudiant experience faire fin
  grand groupe heure heures ici idealement immediat interne jour jours jusque lettre lieu lundi mail mars merci mise
  mission missions moins motivation niveau nouveau nouvelle partir periode permis personne peut plusieurs possible pouvez
  premier prenez prevu principal rejoindre rejoignez responsable rigoureux sera serez selon service seul si societe soit
  souhaite suivi suivre sein sera tous tout toute toutes travail travailler travaux tres type venez vers vie votre candidater
  ein eine einen einer und auf der die das den dem mit bei oder sowie jahr befristet el los las del con por para
  euse rice trice iere acceptes bienvenus join team work company will your you our are we is be as on at by from have this that job role looking internship`.split(
    /\s+/,
  ),
);

/**
 * Prepared words of offers with their number, and for each prepared word the spellings that stand for it. Names of the
 * company and the town are left out, as where offers are compared.
 */
export function createWordReader() {
  const spellings = new Map<string, Map<string, number>>();
  const wordsBehind = new Map<string, readonly string[]>();
  const learn = (text: string): void => {
    for (const [spelling] of text.matchAll(/[\p{L}][\p{L}\d+#’'-]*/gu)) {
      const shown = spelling.toLowerCase();
      const words = wordsBehind.get(shown) ?? prepareText(shown).split(' ');
      wordsBehind.set(shown, words);
      for (const word of words) {
        // Of "l’atelier" only "atelier" stands for the word.
        if (shown.length > word.length + 1) continue;
        const known = spellings.get(word) ?? new Map<string, number>();
        spellings.set(word, known.set(shown, (known.get(shown) ?? 0) + 1));
      }
    }
  };
  return {
    read({ title, description, company, city }: OfferText): WordCounts {
      learn(title);
      learn(description);
      const text = offerMatchText({ title, description, skills: [] }, { company, city, contact: null });
      const counts = new Map<string, number>();
      const add = (words: string, weight: number): void => {
        for (const word of words.split(' ')) {
          if (word.length < 3 || /\d/.test(word) || !hasMatter(word) || adWords.has(word)) continue;
          counts.set(word, (counts.get(word) ?? 0) + weight);
        }
      };
      add(text.title, titleWeight);
      add(text.body, 1);
      return counts;
    },
    /** The spelling that was met most of a prepared word. */
    spellingOf(word: string): string {
      const [most] = [...(spellings.get(word) ?? [])].sort(
        ([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1),
      );
      return most?.[0] ?? word;
    },
  };
}
