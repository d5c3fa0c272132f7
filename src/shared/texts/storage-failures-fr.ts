import type { FailuresOf } from './failure';

/** What is wrong with the data on the disk, their keys and backups, and what the application runs on, in French. */
export const storageFailuresFr = {
  'sample-not-empty': {
    what: 'L’université d’exemple demande une base vide.',
    todo: 'Défaites d’abord les imports en place, ou ouvrez l’application sur un autre dossier de données.',
  },
  'job-running': { what: 'Une tâche est déjà en cours.', todo: 'Attendez qu’elle se termine, ou annulez-la.' },
  'disk-full': { what: 'Le disque est plein.', todo: 'Libérez de la place, puis réessayez.' },
  'read-only': {
    what: 'Il est impossible d’écrire à cet endroit.',
    todo: 'Demandez le droit d’écrire dans le dossier des données, puis réessayez.',
  },
  'database-locked': {
    what: 'Smart Recruiting est déjà ouvert sur ces données.',
    todo: 'Fermez l’autre fenêtre ou l’autre commande, puis réessayez.',
  },
  'key-needed': {
    what: 'Ce fichier est chiffré.',
    todo: 'Donnez la phrase de passe, ou la clé de secours de la feuille imprimée.',
  },
  'key-wrong': {
    what: 'Ce n’est ni la phrase de passe ni la clé de secours.',
    todo: 'Vérifiez les majuscules et la disposition du clavier, puis recommencez. Si la phrase est perdue, prenez la clé de la feuille de secours.',
  },
  'key-file-missing': {
    what: 'Le fichier de clé manque ou ne se lit plus : sans lui, rien n’ouvre les données chiffrées.',
    todo: 'Une copie se trouve à côté de chaque sauvegarde, sous le même nom (smart-recruiting-….key) : remettez-la dans le dossier des données, puis réessayez.',
  },
  'recovery-key-wrong': {
    what: 'Ce n’est pas la fin de la clé de secours.',
    todo: 'Recopiez les deux derniers groupes depuis la feuille imprimée.',
  },
  'opener-missing': {
    what: 'Rien n’ouvrirait les données à part la feuille de secours.',
    todo: 'Choisissez une phrase de passe, ou l’ouverture par la session de ce PC.',
  },
  'encryption-changed': {
    what: 'Le chiffrement n’est plus dans l’état que montrait la page.',
    todo: 'Rechargez la page, puis recommencez.',
  },
  'encryption-failed': {
    what: 'Le chiffrement des données n’a pas pu être changé : elles sont restées telles quelles, et rien n’est perdu.',
    todo: 'Fermez les autres programmes qui utilisent le dossier des données, puis rouvrez l’application. Si cela se répète, annulez la demande à la page du chiffrement, et prévenez votre support.',
  },
  'backup-gone': {
    what: 'Cette sauvegarde n’existe plus.',
    todo: 'Choisissez-en une autre dans la liste.',
  },
  'backup-damaged': {
    what: 'Cette sauvegarde est endommagée : elle ne se lit plus telle qu’elle a été écrite. Vos données n’ont pas été touchées.',
    todo: 'Choisissez-en une autre dans la liste.',
  },
  'folder-away': {
    what: 'Le dossier des sauvegardes est hors d’atteinte.',
    todo: 'Les sauvegardes sont gardées dans le dossier des données de l’application en attendant. Vérifiez le réseau et que le dossier s’ouvre dans l’explorateur, ou choisissez un autre dossier dans les réglages.',
  },
  'folder-unusable': {
    what: 'Rien ne peut être écrit dans ce dossier.',
    todo: 'Donnez le chemin complet d’un dossier où vous avez le droit d’écrire, par exemple S:\\Stages\\Sauvegardes.',
  },
  'folder-silent': {
    what: 'Le dossier des sauvegardes ne répond pas.',
    todo: 'L’application continue, et les sauvegardes sont gardées dans son dossier des données en attendant. Vérifiez le réseau et que le dossier s’ouvre dans l’explorateur, ou choisissez un autre dossier dans les réglages.',
  },
  'folder-unwatchable': {
    what: 'Ce dossier ne peut pas être surveillé : il n’existe pas, ou vous n’avez pas le droit d’y écrire.',
    todo: 'Donnez le chemin complet d’un dossier existant où vous pouvez créer des dossiers, par exemple S:\\Stages\\À importer.',
  },
  'watched-folder-silent': {
    what: 'Le dossier surveillé ne répond pas.',
    todo: 'L’application continue sans lui et le regarde à nouveau toutes les minutes. Vérifiez le réseau et que le dossier s’ouvre dans l’explorateur, ou choisissez un autre dossier dans les réglages.',
  },
  'watched-folder-away': {
    what: 'Le dossier surveillé est hors d’atteinte.',
    todo: 'Il sera repris dès qu’il pourra être atteint. Vérifiez le réseau et que le dossier s’ouvre dans l’explorateur, ou choisissez un autre dossier dans les réglages.',
  },
  'database-newer': {
    what: 'La base vient d’une version plus récente de Smart Recruiting.',
    todo: 'Installez cette version plus récente.',
  },
  'database-foreign': {
    what: 'Ce fichier n’est pas une base de Smart Recruiting.',
    todo: 'Choisissez un autre dossier de données.',
  },
  'database-damaged': {
    what: 'La base est endommagée.',
    todo: 'Plus rien n’y est écrit. Fermez l’application et rouvrez-la : elle propose la dernière sauvegarde saine, ou de récupérer ce qui se lit encore.',
  },
  'database-missing': {
    what: 'La base de données n’est plus là, ou le fichier est vide, alors que ce dossier en avait une.',
    todo: 'Rien n’a été créé à sa place. Rebranchez le disque ou le lecteur réseau où elle se trouve, ou rouvrez l’application : elle propose de reprendre la dernière sauvegarde ou de commencer une base neuve.',
  },
  'model-missing': {
    what: 'Le modèle de langue est absent.',
    todo: 'Réinstallez l’application : sans lui, les offres ne peuvent pas être comparées.',
  },
  'model-damaged': {
    what: 'Le modèle de langue est endommagé.',
    todo: 'Réinstallez l’application : un fichier du modèle a été modifié.',
  },
  'worker-stopped': {
    what: 'Un programme de l’application s’est arrêté.',
    todo: 'Réessayez : il redémarre tout seul, et le journal dit pourquoi.',
  },
  'nothing-to-match': { what: 'Il n’y a rien à comparer.', todo: 'Importez des offres et des formations.' },
  'output-unwritable': {
    what: 'Le fichier ne peut pas être écrit.',
    todo: 'Vérifiez la place et vos droits, ou fermez le logiciel qui l’utilise, puis réessayez.',
  },
  'output-is-input': {
    what: 'Le fichier de sortie est l’un des fichiers à lire, qui serait remplacé.',
    todo: 'Donnez un autre nom à la sortie.',
  },
} as const satisfies FailuresOf;
