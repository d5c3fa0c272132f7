import type { RowIssueCode } from '../domain/import';

/** What is said of a row of a file, in French. */
export const rowIssuesFr: Readonly<Record<RowIssueCode, string>> = {
  'missing-required': 'Valeur obligatoire absente',
  'too-long': 'Texte trop long',
  'bad-date': 'Date illisible',
  'bad-number': 'Nombre illisible',
  'bad-siret': 'SIRET invalide',
  'siret-of-other': 'SIRET connu sous un autre nom',
  'code-of-other': 'Code porté aussi par une autre composante : prise comme une formation de plus',
  'ambiguous-match': 'Plusieurs fiches correspondent : impossible de savoir laquelle',
  'bad-level': 'Niveau d’études illisible',
  'bad-email': 'Adresse électronique invalide',
  'unknown-word': 'Mot non reconnu',
  'open-place': 'Plusieurs communes de ce nom : ajoutez le code postal ou le département',
  'extra-fields': 'Plus de cellules que de colonnes',
  'missing-fields': 'Moins de cellules que de colonnes',
  'stray-quote': 'Guillemet sans son pendant',
  'torn-line': 'Ligne abîmée, colonnes présentes sur attendues',
  'reference-of-other':
    'Référence, code ou SIRET d’une autre fiche : corrigez-les, choisissez une autre clé ou, pour des offres, donnez une source au fichier',
  'duplicate-key': 'Même clé qu’à la ligne',
  'duplicate-id': 'Référence utilisée aussi à la ligne',
  'merged-into': 'Même formation, année plus récente à la ligne',
  'kept-by-hand': 'Conservé : modifié à la main',
  withdrawn: 'Retirée par sa source : l’offre est close',
  'kept-known': 'Conservé : le fichier dit autre chose',
  'said-later': 'Un import plus récent parle aussi de cette fiche : relisez celui-là',
  'record-gone': 'La fiche a été supprimée depuis',
  'date-as-title': 'Une date à la place de l’intitulé : les cellules ont glissé',
};
