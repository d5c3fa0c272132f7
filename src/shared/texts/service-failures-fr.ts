import type { FailuresOf } from './failure';

/** What goes wrong when a service is asked for offers, in French. */
export const serviceFailuresFr = {
  'service-forbidden': {
    what: 'Ce PC n’est pas autorisé à interroger des services en ligne.',
    todo: 'C’est un choix de qui administre ce PC. Vous pouvez toujours importer des fichiers.',
  },
  'service-off': {
    what: 'Ce service n’est pas activé.',
    todo: 'Activez-le dans Réglages, sous « Services d’offres en ligne ».',
  },
  'service-keys-missing': {
    what: 'Les clés de ce service ne sont pas connues, ou ne peuvent plus être lues sur ce PC.',
    todo: 'Saisissez-les dans Réglages, sous « Services d’offres en ligne ».',
  },
  'service-keys-refused': {
    what: 'Le service n’a pas reconnu les clés. Rien n’a été importé.',
    todo: 'Vérifiez-les sur le site du service, puis saisissez-les à nouveau dans Réglages.',
  },
  'service-access-refused': {
    what: 'Le service refuse l’accès avec ces clés. Rien n’a été importé.',
    todo: 'Vérifiez sur son site que votre application a droit à cette interface, et que ce droit n’a pas expiré.',
  },
  'service-question-empty': {
    what: 'Il n’y a rien à chercher.',
    todo: 'Saisissez des mots ou un lieu.',
  },
  'service-question-refused': {
    what: 'Le service n’a pas compris la question. Rien n’a été importé.',
    todo: 'Simplifiez les mots et le lieu, puis réessayez.',
  },
  'service-place-unknown': {
    what: 'Ce lieu n’est ni une commune, ni un département, ni une région.',
    todo: 'Écrivez par exemple « Grenoble », « 38 », « Isère » ou « Bretagne ». S’il y a plusieurs communes de ce nom, ajoutez le département : « Saint-Denis (93) ».',
  },
  'service-limit': {
    what: 'Il faudrait plus de demandes que ce service n’en permet pour l’instant. Rien n’a été importé.',
    todo: 'Précisez la question, ou revenez demain : le décompte est dans Réglages.',
  },
  'service-busy': {
    what: 'Le service demande d’attendre avant une nouvelle question. Rien n’a été importé.',
    todo: 'Réessayez dans quelques minutes.',
  },
  'service-failing': {
    what: 'Le service est en panne ou en maintenance. Rien n’a été importé.',
    todo: 'Réessayez plus tard. Vos données ne sont pas touchées.',
  },
  'service-answer-bad': {
    what: 'La réponse du service est illisible. Rien n’a été importé.',
    todo: 'Réessayez plus tard. Si cela dure, le service a peut-être changé : voyez s’il existe une version plus récente de l’application.',
  },
  'service-answer-cut': {
    what: 'La réponse du service s’est interrompue en route. Rien n’a été importé.',
    todo: 'Vérifiez la connexion, puis réessayez.',
  },
  'service-timeout': {
    what: 'Le service n’a pas répondu à temps. Rien n’a été importé.',
    todo: 'Réessayez dans un moment.',
  },
  'service-offline': {
    what: 'Le service n’a pas pu être joint : pas de réseau, ou un proxy qui ne le laisse pas passer. Rien n’a été importé.',
    todo: 'Vérifiez la connexion, puis réessayez. Le reste de l’application n’a pas besoin du réseau.',
  },
} as const satisfies FailuresOf;
