import type { OfferService } from '../../shared/domain/import';
import type { AskedContract } from '../../shared/domain/service-question';

/** Services that are asked for offers, in French. */
export const connectorsFr = {
  title: 'Services d’offres en ligne',
  intro:
    'L’application n’a besoin d’aucun réseau et ne se connecte jamais d’elle-même. Activé ici, un service n’est interrogé que lorsque vous le demandez, à la page d’import. Rien de vos données ne lui est envoyé : seulement la question.',
  forbidden: 'Qui administre ce PC n’autorise aucune connexion : ces services ne peuvent pas être activés.',
  turnOn: 'Interroger {{service}}',
  turnOnHint: 'Désactivé tant que vous ne l’activez pas.',
  turnedOn: '{{service}} est activé : « Importer » propose maintenant d’y chercher.',
  turnedOff: '{{service}} est désactivé.',
  keys: 'Clés d’accès',
  keysHint: {
    'france-travail':
      'Gratuites, sur francetravail.io : créez une application et ajoutez-lui l’interface « Offres d’emploi ».',
    adzuna:
      'Sur developer.adzuna.com. Un organisme universitaire y a droit à 14 jours d’essai ; au-delà, Adzuna demande un accord écrit.',
  } satisfies Record<OfferService, string>,
  keyNames: {
    'france-travail': { id: 'Identifiant client', secret: 'Clé secrète' },
    adzuna: { id: 'Application ID', secret: 'Application Key' },
  } satisfies Record<OfferService, { id: string; secret: string }>,
  keysWhere: {
    none: 'Aucune clé.',
    system: 'Clés confiées au système de ce PC, pour votre session seulement.',
    run: 'Clés gardées en mémoire jusqu’à la fermeture de l’application : ce PC, ou le mode navigateur, n’a pas de coffre où les ranger.',
  },
  saveKeys: 'Enregistrer les clés',
  keysSaved: 'Clés de {{service}} enregistrées.',
  forgetKeys: 'Oublier les clés',
  keysForgotten: 'Clés de {{service}} oubliées.',
  asked: 'Demandes',
  askedToday_one: '{{count, number}} demande aujourd’hui, sur {{limit}} permises',
  askedToday_other: '{{count, number}} demandes aujourd’hui, sur {{limit}} permises',
  mention: 'Mention',
  mentions: {
    'france-travail':
      'Source : France Travail. Les offres restent celles de leurs auteurs ; une offre retirée du site est à retirer ici : « Actualiser » s’en charge, chaque jour où vous les montrez.',
    adzuna: 'Jobs by Adzuna – www.adzuna.fr. Chaque offre montrée porte cette mention.',
  } satisfies Record<OfferService, string>,
  offerMentions: { 'france-travail': 'Source : France Travail', adzuna: 'Jobs by Adzuna – www.adzuna.fr' },
  ask: 'Chercher en ligne',
  from: 'Service',
  words: 'Mots',
  wordsHint: 'Métier ou compétence ; une virgule entre deux expressions.',
  place: 'Lieu',
  placeHint: 'Commune, département ou région. Vide : toute la France.',
  contract: 'Contrat',
  anyContract: 'Tous',
  contracts: {
    internship: 'Stage',
    'work-study': 'Alternance',
    'fixed-term': 'CDD',
    permanent: 'CDI',
  } satisfies Record<AskedContract, string>,
  days: 'Parues depuis',
  anyDays: 'Peu importe',
  lastDays_one: '{{count, number}} jour',
  lastDays_other: '{{count, number}} jours',
  search: 'Chercher',
  refresh_one: 'Actualiser l’offre ouverte',
  refresh_other: 'Actualiser les {{count, number}} offres ouvertes',
  refreshHint:
    'Actualiser redemande au service ce que sont devenues les offres déjà prises : celles qu’il n’a plus sont closes par l’import, que vous pouvez défaire.',
  needsKeys: 'Les clés de ce service manquent.',
  toSettings: 'Les saisir dans Réglages',
  stop: 'Arrêter',
  asking: '{{service}} est interrogé…',
  askingPage: '{{service}} est interrogé : {{done, number}} sur {{total, number}}.',
  nothing: '{{service}} n’a rien pour cette question.',
  nothingToRefresh: 'Aucune offre ouverte ne vient de {{service}}.',
  partly:
    '{{service}} a {{found}} offres pour cette question ; une même question en rapporte {{taken}} au plus. Précisez-la pour avoir les autres, ou continuez avec les plus récentes.',
  goOn_one: 'Continuer avec {{count, number}} offre',
  goOn_other: 'Continuer avec {{count, number}} offres',
  gone_one: '{{count, number}} offre n’est plus proposée par {{service}} : l’import la clora.',
  left_one:
    '{{count, number}} offre n’a pas été redemandée : la limite du jour est atteinte, ou le service ne répondait plus. Actualisez plus tard : elle passera d’abord.',
  left_other:
    '{{count, number}} offres n’ont pas été redemandées : la limite du jour est atteinte, ou le service ne répondait plus. Actualisez plus tard : elles passeront d’abord.',
  damagedFile:
    'Les réglages de ces services étaient illisibles et ont été mis de côté ({{file}}, dans le dossier des données) : services éteints, clés oubliées, demandes comptées à partir de zéro. Vos offres n’ont pas été touchées. Activez les services de nouveau et redonnez leurs clés.',
  gone_other: '{{count, number}} offres ne sont plus proposées par {{service}} : l’import les clora.',
} as const;
