import { refusedFolder, takenFolder, type WaitingReason } from '../../shared/domain/watched-folder';

/** The watched folder, in French. */
export const watchedFolderFr = {
  title: 'Dossier surveillé',
  intro: `Les fichiers déposés dans ce dossier sont importés comme le dernier qui avait les mêmes titres de colonnes. Un fichier jamais vu attend que quelqu’un le vérifie une fois. Rien n’est supprimé : ce qui est importé est rangé dans « ${takenFolder} », ce qui ne peut pas l’être dans « ${refusedFolder} », avec la raison.`,
  folder: 'Dossier',
  folderHint: 'Du PC ou du réseau. Vide : rien n’est surveillé.',
  folderPlaceholder: 'S:\\Stages\\À importer',
  save: 'Enregistrer',
  watching: 'Ce dossier est maintenant surveillé.',
  stopped: 'Plus aucun dossier n’est surveillé.',
  away: 'Le dossier surveillé {{folder}} n’est pas accessible pour l’instant. Il sera repris dès qu’il le sera.',
  subfolders_one: 'Les fichiers d’un sous-dossier ne sont pas regardés : {{names}}.',
  subfolders_other: 'Les fichiers de {{count, number}} sous-dossiers ne sont pas regardés : {{names}}{{more}}.',
  waiting_one: '{{count, number}} fichier attend',
  waiting_other: '{{count, number}} fichiers attendent',
  none: 'Aucun fichier n’attend.',
  byFolder: 'par le dossier surveillé',
  settings: 'Réglage du dossier',
  check: 'Vérifier et importer',
  checkNamed: 'Vérifier et importer : {{name}}',
  reasons: {
    arriving: 'Encore en cours d’écriture, ou tout juste arrivé.',
    locked: 'Ouvert dans un autre programme, ou illisible pour l’instant : il sera pris dès qu’il pourra être lu.',
    'not-copied': 'N’a pas pu être copié sur ce PC : un nouvel essai est fait toutes les quelques secondes.',
    'unknown-header':
      'Aucun fichier avec ces colonnes n’a encore été importé : vérifiez-le une fois, les suivants seront pris seuls.',
    'several-kinds':
      'Des fichiers avec ces colonnes ont été importés comme des contenus différents : à vous de choisir.',
    doubtful: 'Plus d’une ligne sur dix serait rejetée : vérifiez-le d’abord.',
    package: 'Paquet d’une autre université : importez-le, puis retirez-le du dossier.',
    'being-imported': 'Import en cours.',
    'not-imported': 'L’import a échoué, ou a été annulé ou défait : il ne sera pas repris seul.',
    'not-moved': 'Importé, mais ouvert dans un autre programme : il sera rangé une fois fermé.',
  } satisfies Record<WaitingReason, string>,
};
