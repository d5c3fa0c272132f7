import type { ImportKind } from '../../shared/domain/import';

/** What is said of files that universities hand each other, in French. */
export const packagesFr = {
  share: 'Partager avec une autre université…',
  proposeElsewhere: 'Proposer à une autre université',
  title: 'Partager avec une autre université',
  hint: {
    offers:
      'Un seul fichier, à envoyer par le moyen de votre choix. L’autre université l’ouvre par « Importer un fichier » et voit chaque ligne avant de la prendre. Il contient les offres affichées, sans les brouillons.',
    formations:
      'Un seul fichier, à envoyer par le moyen de votre choix. L’autre université l’ouvre par « Importer un fichier » et voit chaque ligne avant de la prendre. Il contient les formations affichées.',
    companies:
      'Un seul fichier, à envoyer par le moyen de votre choix. L’autre université l’ouvre par « Importer un fichier » et voit chaque ligne avant de la prendre. Il contient les entreprises affichées.',
  } satisfies Record<ImportKind, string>,
  withCompanies: 'Joindre les fiches des entreprises de ces offres',
  personalData: 'Joindre les données personnelles',
  personalDataOff:
    'Noms, adresses électroniques et téléphones des contacts sont laissés de côté. Dans les textes, les adresses, les numéros, les signatures et les noms annoncés sont remplacés par […] ; un nom que rien n’annonce peut y rester.',
  personalDataOn:
    'Contacts et textes partent tels quels : assurez-vous que ces personnes en sont informées et que l’autre université a le droit de les recevoir.',
  licence: 'Conditions d’utilisation',
  licenceHint: 'Elles voyagent avec le fichier.',
  licenceNeeded: 'À remplir : l’autre université doit savoir ce qu’elle peut faire de ces lignes.',
  licenceDefault: 'À l’usage du service de l’université qui le reçoit ; ne pas publier.',
  noName: 'Votre université n’a pas encore de nom : l’autre ne saurait pas de qui vient ce fichier.',
  toSettings: 'Lui donner un nom',
  save: 'Enregistrer le fichier',
  receivedFrom: 'Reçu de {{university}}, licence : {{licence}}, paquet du {{day}}',
  from: 'De la part de',
  madeAt: 'Préparé le',
  contents: 'Contenu',
  hasPersonalData: 'Des noms et des moyens de joindre des personnes s’y trouvent.',
  hasNoPersonalData: 'Laissées de côté par l’expéditeur.',
  personal: 'Données personnelles',
  noLicence: 'Non précisées',
  unknownUniversity: 'Université sans nom',
  saysTooLittle:
    'Ce fichier ne dit pas de qui il vient, ou ce que l’on peut faire de ses lignes : demandez-le à l’expéditeur avant de l’importer.',
  checked: 'Le fichier est entier : son contenu est celui que l’expéditeur a enregistré.',
  rows_one: '{{count, number}} ligne',
  rows_other: '{{count, number}} lignes',
  parts: 'Tables du fichier',
  table: 'Table',
  rowCount: 'Lignes',
  takes: 'Prendre : {{kind}}',
  look: 'Examiner',
  lookAt: 'Examiner : {{kind}}',
  formationsHint:
    'Deux universités peuvent donner le même code à deux formations : examinez les formations avant de les prendre.',
  reportTitle: 'Paquet de : {{university}}',
  partOf: 'Paquet de : {{university}}',
  seeWhole: 'voir tout le paquet',
  done_one: 'Le paquet est enregistré : {{count, number}} ligne lue.',
  done_other: 'Le paquet est enregistré : {{count, number}} lignes lues.',
  underWay: 'Les tables du paquet sont enregistrées l’une après l’autre.',
  notWhole:
    'Une table n’a pas été enregistrée : rien n’en est resté. Ouvrez ses lignes pour savoir pourquoi ; ce qui est enregistré peut être défait d’un coup.',
  partlyUndone: 'Une partie du paquet est défaite.',
  undone: 'Le paquet est défait.',
  keptKnown: 'Valeurs gardées',
  seeRows: 'Lignes',
  seeRowsOf: 'Voir les lignes : {{kind}}',
  undoAll: 'Défaire tout le paquet',
  undoTitle: 'Défaire tout le paquet ?',
  undoKeep: 'Garder le paquet',
  redoAll: 'Rétablir tout le paquet',
  back: 'Revenir au fichier partagé',
  take_one: 'Importer la table choisie',
  take_other: 'Importer les {{count, number}} tables choisies',
};
