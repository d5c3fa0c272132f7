import type { BackupReason } from '../../shared/domain/backup';

/** Words of the backups. */
export const backupsFr = {
  title: 'Sauvegardes',
  intro:
    'La base est sauvegardée avant chaque import, avant son retrait et toutes les demi-heures quand quelque chose a changé. Chaque sauvegarde est relue et vérifiée avant d’en remplacer une autre ; restent les dernières de 12 jours, 10 semaines et 9 mois et, pendant 30 jours, celles d’avant une mise à jour ou une restauration. Après neuf mois, il ne reste que la plus récente : qui a été effacé ne reste pas plus longtemps dans les autres.',
  last: 'Dernière sauvegarde',
  none: 'Aucune pour l’instant',
  folder: 'Dossier',
  folderHint: 'Un dossier du réseau protège aussi d’une panne de ce PC. Vide : celui des données.',
  folderPlaceholder: 'Celui des données',
  saveFolder: 'Utiliser ce dossier',
  folderSaved: 'Les prochaines sauvegardes iront dans ce dossier.',
  make: 'Sauvegarder maintenant',
  list: 'Sauvegardes, de la plus récente à la plus ancienne',
  columns: { at: 'Faite le', reason: 'Occasion', size: 'Taille', action: 'Action' },
  reasons: {
    asked: 'À la demande',
    regular: 'Régulière',
    import: 'Avant un import',
    undo: 'Avant un retrait',
    restore: 'Avant une restauration',
    migration: 'Avant une mise à jour',
    salvage: 'Retrouvée dans une base endommagée',
  } satisfies Record<BackupReason, string>,
  other: 'autre base',
  former: 'base d’avant une restauration',
  encrypted: 'chiffrée',
  inDataFolder: 'dans le dossier des données',
  restore: 'Restaurer',
  restoreOf: 'Restaurer la sauvegarde du {{date}}',
  restoreTitle: 'Restaurer la sauvegarde du {{date}} ?',
  restoreThis: 'Restaurer au prochain démarrage',
  nothingLost:
    'Rien de ce qui est dans la base d’aujourd’hui ne manque dans cette sauvegarde, sauf ce qui a été modifié depuis.',
  lost: 'Ce qui a été fait depuis cette sauvegarde ne sera plus dans la base, et ce qui a été modifié redeviendra comme avant\u00a0:',
  allLost:
    'Cette sauvegarde est celle d’une autre base. Tout ce qui est dans la base d’aujourd’hui sera remplacé\u00a0:',
  formerLost:
    'Cette sauvegarde est celle de votre base d’avant une restauration, qui redeviendra ce qu’elle était alors. Elle remplacera ce qui est dans la base d’aujourd’hui\u00a0:',
  profilesLost_one: 'Un profil d’étudiant sera perdu pour de bon\u00a0: les sauvegardes n’en gardent aucun.',
  profilesLost_other:
    '{{count, number}} profils d’étudiants seront perdus pour de bon\u00a0: les sauvegardes n’en gardent aucun.',
  reversible:
    'La base d’aujourd’hui sera gardée parmi les sauvegardes\u00a0: vous pourrez revenir en arrière en la restaurant à son tour.',
  kinds: {
    offer: 'Offres',
    company: 'Entreprises',
    formation: 'Formations',
    decision: 'Décisions',
    transmission: 'Transmissions',
    import: 'Imports',
    candidate: 'Profils d’étudiants',
    hand_edit: 'Champs corrigés à la main',
  },
  requested:
    'La sauvegarde du {{date}} prendra la place de la base au prochain démarrage. La base d’aujourd’hui sera gardée parmi les sauvegardes.',
  requestedOther: 'Une sauvegarde prendra la place de la base au prochain démarrage.',
  closeAndOpen: 'Fermez puis rouvrez l’application.',
  stopAndStart:
    'Fermer la page ne suffit pas : arrêtez le programme qui l’affiche (Ctrl+C dans sa fenêtre), puis relancez-le.',
  restartNow: 'Redémarrer maintenant',
  restoreAndRestart: 'Restaurer et redémarrer',
  cancel: 'Ne pas restaurer',
  failed: 'Les sauvegardes échouent depuis le {{date}}.',
  outcomes: {
    restored:
      'La sauvegarde du {{date}} a pris la place de la base. Ce qui était là avant est gardé parmi les sauvegardes.',
    refused: 'La sauvegarde du {{date}} n’a pas été restaurée : la base est restée comme elle était.',
    postponed:
      'La sauvegarde du {{date}} n’a pas encore pu prendre la place de la base, qui est restée comme elle était. Le prochain démarrage essaiera à nouveau.',
  },
};
