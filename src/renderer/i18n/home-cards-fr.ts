/** What the first page says of news, of the year and to newcomers, in French. */
export const newsFr = {
  title: 'Depuis votre dernière visite',
  since: 'le {{date}}',
  nothing: 'Rien de nouveau.',
  markSeen: 'Tout est vu',
  offers_one: '{{count, number}} nouvelle offre',
  offers_other: '{{count, number}} nouvelles offres',
  companies_one: '{{count, number}} nouvelle entreprise',
  companies_other: '{{count, number}} nouvelles entreprises',
  answers_one: '{{count, number}} réponse d’un gestionnaire',
  answers_other: '{{count, number}} réponses de gestionnaires',
  companiesSince: 'Arrivées depuis le {{date}}',
  answersSince: 'Réponse reçue depuis le {{date}}',
};

export const yearFr = {
  title: 'L’année en bref',
  until: '{{year}}, jusqu’au {{date}}',
  whole: '{{year}}, année entière',
  more: 'Tableaux de bord',
  offers_one: 'offre déposée',
  offers_other: 'offres déposées',
  companies_one: 'entreprise',
  companies_other: 'entreprises',
  sent_one: 'offre transmise',
  sent_other: 'offres transmises',
  answered_one: 'offre avec une réponse',
  answered_other: 'offres avec une réponse',
  filled_one: 'offre pourvue',
  filled_other: 'offres pourvues',
  before: '{{figure}} l’an dernier à la même date',
  beforeWhole: '{{figure}} l’année précédente',
};

export const tourFr = {
  title: 'Le bureau en quatre étapes',
  show: 'Voir les étapes',
  close: 'Fermer les étapes',
  step: '{{number}}. {{name}}',
  bring: {
    name: 'Faire entrer les offres',
    text: 'Un fichier, un courriel ou un texte collé : rien n’est enregistré sans que vous l’ayez vu.',
    way: 'Ouvrir l’import',
  },
  read: {
    name: 'Lire les correspondances',
    text: 'Chaque offre montre les formations qui lui conviennent, et pourquoi. C’est vous qui décidez.',
    way: 'Ouvrir les offres',
  },
  send: {
    name: 'Transmettre',
    text: 'Les messages aux gestionnaires sont préparés ; réponses et relances sont suivies.',
    way: 'Ouvrir les offres à transmettre',
  },
  advise: {
    name: 'Conseiller un étudiant',
    text: 'Avec ses propres mots : les offres encore à prendre, ou les formations qui mènent au métier.',
    way: 'Ouvrir la page des étudiants',
  },
};
