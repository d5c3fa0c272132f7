import type { Failures, TodoInTerminal } from './failure';
import { fileFailuresFr } from './file-failures-fr';
import { recordFailuresFr } from './record-failures-fr';
import { serviceFailuresFr } from './service-failures-fr';
import { storageFailuresFr } from './storage-failures-fr';

/**
 * In French. Spaces before ; : ! ? » and after « are written plainly here and made unbreakable when the texts are
 * loaded.
 */
export const failuresFr = {
  codes: {
    'invalid-input': {
      what: 'La demande n’a pas été comprise.',
      todo: 'Vérifiez ce que vous avez saisi, puis réessayez.',
    },
    'unknown-procedure': {
      what: 'Cette page et l’application ne sont pas de la même version.',
      todo: 'Rechargez la page.',
    },
    'not-found': {
      what: 'Cet élément n’existe pas, ou n’existe plus.',
      todo: 'Il a peut-être été retiré entre-temps ; revenez à la liste.',
    },
    conflict: {
      what: 'L’opération ne peut pas se faire dans l’état actuel des données.',
      todo: 'Regardez où en sont les choses, puis réessayez.',
    },
    cancelled: { what: 'L’opération a été annulée.', todo: 'Vous pouvez la relancer quand vous voulez.' },
    unavailable: {
      what: 'L’application ne répond pas pour l’instant.',
      todo: 'Réessayez dans un moment ; si cela dure, fermez-la et rouvrez-la.',
    },
    internal: {
      what: 'Une erreur imprévue s’est produite.',
      todo: 'Réessayez ; si elle revient, fermez l’application et rouvrez-la.',
    },
  },
  reasons: {
    ...fileFailuresFr,
    ...serviceFailuresFr,
    ...storageFailuresFr,
    ...recordFailuresFr,
  },
  where: {
    file: 'fichier {{value}}',
    folder: 'dossier {{value}}',
    line: 'ligne {{value}}',
    column: 'colonne « {{value}} »',
    field: 'champ « {{value}} »',
    host: 'poste {{value}}',
    rows: 'lignes annoncées : {{told}}, trouvées : {{found}}',
  },
  incident: 'Donnez à votre support le numéro d’incident {{incident}} : le journal en dit plus.',
  nothingLost: 'Aucune donnée n’a été perdue.',
} as const satisfies Failures;

/** What to do where there is no page to do it on, in French. */
export const todoInTerminalFr: TodoInTerminal = {
  'key-needed':
    'Donnez la phrase de passe par --passphrase-file, ou lancez la commande dans un terminal, qui la demande.',
  'file-missing': 'Vérifiez son nom et son dossier.',
  'file-is-folder': 'Indiquez un fichier CSV.',
  'package-university-missing': 'Ouvrez l’application et donnez-lui un nom dans Réglages.',
  'package-licence-missing': 'Indiquez-les par --licence "…".',
  'column-missing': 'Renommez la colonne qui en tient lieu.',
  'column-mapped-twice': 'Renommez ou retirez l’une des deux dans le fichier.',
  'service-off': 'Ajoutez --on à la commande fetch.',
  'service-keys-missing': 'Donnez-les dans SMART_RECRUITING_KEY_ID et SMART_RECRUITING_KEY_SECRET.',
  'sample-not-empty': 'Défaites les imports en place, ou choisissez un autre dossier (--data-dir).',
  'read-only': 'Vérifiez vos droits, ou choisissez un autre dossier (--data-dir).',
  'database-foreign': 'Choisissez un autre dossier (--data-dir).',
  'database-damaged':
    'Elle n’a pas été modifiée. « doctor --restore » reprend la dernière sauvegarde saine, « doctor --salvage » récupère ce qui se lit encore ; le fichier endommagé est gardé.',
  'database-missing':
    'Rien n’a été créé à sa place. Rebranchez le disque ou le lecteur réseau où elle se trouve ; sinon « doctor --restore » reprend la dernière sauvegarde saine, et l’application ouverte propose une base neuve.',
  'nothing-to-match': 'Il faut des offres et des formations, dont la colonne « title » n’est pas vide.',
};
