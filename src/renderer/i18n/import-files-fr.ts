import type { DayOrder, DecimalSign, QuoteMark } from '../../shared/domain/file-notation';
import type { ConflictRule, EmptyCellRule, OfferService } from '../../shared/domain/import';

/** What the import says of files, their origins and what was kept, in French. */
export const importFilesFr = {
  takeFile: 'Prendre la valeur du fichier',
  keepOwn: 'Remettre notre valeur',
  ofColumn: '{{label}} : « {{column}} », ligne {{line}}',
  profile: 'Les colonnes sont placées comme pour « {{name}} », importé le {{day}}.',
  ignoreProfile: 'Ne pas en tenir compte',
  profiles: {
    title: 'Correspondances mémorisées',
    hint: 'Le prochain fichier qui a les mêmes titres de colonnes sera proposé ainsi.',
    used: '{{kind}} – utilisée le {{day}}',
    columns_one: '{{count, number}} colonne placée',
    columns_other: '{{count, number}} colonnes placées',
    name: 'Nom de la source',
    rename: 'Renommer : {{name}}',
    remove: 'Supprimer : {{name}}',
    renamed: 'Correspondance renommée : {{name}}.',
    removed: 'Correspondance « {{name}} » supprimée.',
    restored: 'Correspondance « {{name}} » rétablie.',
  },
  emptyCells: 'Cellules vides',
  emptyCellsHint: 'Pour ce qui est déjà connu. Références, noms, entreprises et contacts ne sont jamais effacés.',
  emptyCellRules: {
    leave: 'Une cellule vide ne change rien',
    clear: 'Une cellule vide efface ce qui était connu',
  } satisfies Record<EmptyCellRule, string>,
  conflicts: 'Désaccords',
  conflictsHint: 'Pour ce qui est déjà connu et que le fichier dit autrement. Le compte rendu montre chaque désaccord.',
  conflictRules: {
    theirs: 'Prendre ce que dit le fichier',
    ours: 'Garder ce que nous avons, et seulement compléter',
  } satisfies Record<ConflictRule, string>,
  notation: {
    found: 'Trouvé dans le fichier',
    said: 'Corrigé',
    example: '« {{text}} » est lu : {{value}}',
    quoteMark: 'Guillemets autour des cellules',
    quoteMarks: {
      double: 'Guillemets droits (")',
      single: 'Apostrophes',
      none: 'Aucun',
    } satisfies Record<QuoteMark, string>,
    headerLine: 'Ligne des titres',
    noHeader: 'Aucune',
    dayOrder: 'Dates',
    dayOrders: {
      'day-first': 'Jour puis mois (31/12/2026)',
      'month-first': 'Mois puis jour (12/31/2026)',
    } satisfies Record<DayOrder, string>,
    decimal: 'Décimales',
    decimals: {
      comma: 'Après une virgule (1.234,5)',
      point: 'Après un point (1,234.5)',
      either: 'Selon chaque nombre',
    } satisfies Record<DecimalSign, string>,
  },
  rejectedRows: 'Lignes rejetées, avec leur motif',
  origin: 'D’où viennent ces valeurs ?',
  originRow: '{{name}}, ligne {{line}}, importé le {{day}}',
  originFound: 'Colonnes reconnues d’elles-mêmes, règles de lecture version {{version}}.',
  originProfile: 'Lu avec la correspondance « {{name}} », règles de lecture version {{version}}.',
  originField: '{{column}} → {{field}}',
  notes: 'Autres colonnes du fichier',
  services: { 'france-travail': 'France Travail', adzuna: 'Adzuna' } satisfies Record<OfferService, string>,
  pages: 'Résultats de recherche de {{service}}',
  pagesHint:
    'Chaque offre garde {{service}} comme source, avec sa référence : la même offre, reprise plus tard, sera mise à jour et non doublée.',
  joined_one: '{{count, number}} page de résultats.json',
  joined_other: '{{count, number}} pages de résultats.json',
  workbook: 'Classeur',
  sheets_one: 'Ce classeur a une seule feuille visible.',
  sheets_other:
    'Ce classeur a {{count, number}} feuilles visibles. Choisissez celle qui contient les lignes à importer.',
  sheet: 'Feuille',
  hiddenRows_one: '{{count, number}} ligne masquée dans Excel sera lue comme les autres.',
  hiddenRows_other: '{{count, number}} lignes masquées dans Excel seront lues comme les autres.',
  mergedCells_one:
    '{{count, number}} groupe de cellules fusionnées : seule la première cellule porte la valeur, les autres sont vides.',
  mergedCells_other:
    '{{count, number}} groupes de cellules fusionnées : seule la première cellule de chacun porte la valeur, les autres sont vides.',
};
