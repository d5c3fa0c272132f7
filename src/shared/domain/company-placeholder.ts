import { foldToWords } from './fold';

/** Says once more what the field is of: « nom de l’entreprise », « raison sociale ». */
const subject = '(?:(?:nom|raison sociale|entreprise|societe|employeur|structure)(?: (?:de|l|la|du))* )?';
/** Folded: nobody says it, nobody knows it yet, it stands elsewhere, it is a client's, or only its kind is said. */
const placeholders = [
  'confidenti(?:el(?:le)?|al)(?: .*)?|anonym(?:e|ise|isee|ous)|masquee?|cachee?|inconnue?|undisclosed|unknown',
  '(?:reste )?a (?:definir|preciser|completer|renseigner|determiner|confirmer|trouver|venir)|to be (?:defined|confirmed|announced)',
  '(?:non|pas|not) (?:communique|precise|renseigne|divulgue|mentionne|indique|defini|connu|specifie|disclose|communicate)(?:e|d)?',
  '(?:voir|cf|see) (?:l |la |le |les |the )?(?:annonces?|offres?|textes?|descripti(?:f|on)|fiches?|plus|ci|piece|pj|site|liens?|ad|offer|below)(?: .*)?',
  '(?:(?:pour )?(?:le|un|notre|our) )?client(?: (?:du|de|d|final|confidentiel)(?: .*)?)?',
  '(?:une |jeune |petite )*(?:pme|tpe|eti|start up|startup)(?: (?:de|d|du|des|en|dans|a|familiale|industrielle|locale|regionale|innovante)(?: .*)?)?',
  'neant|aucune?|none|nc|n c|n a|na|tbd|tba|xx+',
];
const placeholder = new RegExp(`^${subject}${subject}(?:${placeholders.join('|')})$`, 'u');

/** Whether what is given as the name of a company names none: « Confidentiel », « à définir », « voir annonce », « PME de 20 salariés ». */
export function namesNoCompany(name: string): boolean {
  return placeholder.test(foldToWords(name));
}
