/** The pages for students, in French. */
export const studentsFr = {
  tabs: 'Que chercher',
  tab: { internship: 'Stage ou alternance', formation: 'Formation' },
  title: 'Trouver un stage ou une alternance',
  lead: 'Décrivez avec vos mots ce que vous aimeriez faire et ce que vous savez déjà faire. Rien n’est enregistré.',
  box: 'Ce que vous cherchez',
  placeholder:
    'Exemple : je suis en BUT de chimie et j’aimerais analyser des eaux en laboratoire, sur le terrain aussi, pendant trois mois',
  contract: 'Contrat',
  level: 'Niveau visé',
  availableFrom: 'Disponible du',
  availableTo: 'au',
  named: {
    internship: 'Vous parlez d’un stage : seuls sont montrés les stages et les offres qui ne disent pas leur contrat.',
    'work-study':
      'Vous parlez d’une alternance : seules sont montrées les alternances et les offres qui ne disent pas leur contrat.',
  },
  leftOut: {
    past_one:
      '{{count, number}} offre encore ouverte n’est pas montrée : elle devait déjà avoir commencé, ou a été publiée il y a longtemps.',
    past_other:
      '{{count, number}} offres encore ouvertes ne sont pas montrées : elles devaient déjà avoir commencé, ou ont été publiées il y a longtemps.',
    contracts_one: '{{count, number}} offre d’un autre contrat (CDI, CDD…) n’est pas montrée.',
    contracts_other: '{{count, number}} offres d’un autre contrat (CDI, CDD…) ne sont pas montrées.',
    levels_one: '{{count, number}} offre qui demande un autre niveau n’est pas montrée.',
    levels_other: '{{count, number}} offres qui demandent un autre niveau ne sont pas montrées.',
    places_one: '{{count, number}} offre d’un autre lieu n’est pas montrée.',
    places_other: '{{count, number}} offres d’un autre lieu ne sont pas montrées.',
    dates_one:
      '{{count, number}} offre n’est pas montrée : son début ou sa durée sort des dates de disponibilité, à deux semaines près.',
    dates_other:
      '{{count, number}} offres ne sont pas montrées : leur début ou leur durée sort des dates de disponibilité, à deux semaines près.',
  },
  showThem: 'Montrer aussi',
  copies_one: 'Publiée {{count, number}} fois',
  copies_other: 'Publiée {{count, number}} fois',
  everyContract: 'Montrer tous les contrats',
  offers: 'Offres ouvertes',
  offersHint: 'Celles que l’on peut encore prendre, les plus proches d’abord.',
  new: 'Nouvelle',
  onlyNear: 'Rien ne correspond vraiment ; voici le plus proche parmi les offres ouvertes.',
  companies: 'Entreprises qui ont déjà proposé cela',
  companiesHint:
    'Toutes années confondues. Pour une candidature spontanée, demandez au service le contact de celles qui n’en montrent pas.',
  apply: 'Candidature spontanée',
  byPost: 'Par courrier : {{address}}',
  companyOffers_one: '{{count, number}} offre proche',
  companyOffers_other: '{{count, number}} offres proches',
  openNow_one: 'dont {{count, number}} ouverte',
  openNow_other: 'dont {{count, number}} ouvertes',
  lastOn: 'la dernière le {{date}}',
  lastContactOn: 'dernier échange le {{date}}',
  why: {
    words: 'Vos mots s’y trouvent',
    meaning: 'Un travail proche, dit avec d’autres mots',
    both: 'Vos mots s’y trouvent, et le travail est proche',
  },
  nearestPassage: 'Passage le plus proche : « {{passage}} »',
  sharedSkills: 'En commun : {{skills}}',
  sameLevel: 'Niveau visé : {{level}}',
  answer: 'Pour y répondre',
  answerAtOffice: 'Pour y répondre, demandez au service.',
  postedOn: 'publiée le {{date}}',
  emptyTitle: 'Décrivez ce que vous cherchez',
  emptyText:
    'Les offres ouvertes et les entreprises qui ont déjà proposé ce genre de travail apparaissent au fil du texte.',
  noneTitle: 'Aucune offre ouverte ne s’en approche',
  noneText:
    'Retirez un critère, ou regardez les entreprises qui ont déjà proposé ce travail : elles le referont peut-être.',
  pastOffers: 'Voir aussi les offres passées',
  noCompanies: 'Aucune entreprise n’a encore proposé cela.',
  toFormations: 'Chercher plutôt une formation',
  formationTitle: 'Trouver une formation',
  formationLead:
    'Décrivez avec vos mots ce que vous aimeriez étudier ou devenir. Rien n’est enregistré ; nom, âge et adresse ne comptent pas.',
  formationBox: 'Ce que vous aimeriez étudier ou devenir',
  formationPlaceholder:
    'Exemple : j’aime les sciences et le travail au contact des gens, je voudrais devenir infirmière ou travailler en laboratoire',
  formationHint:
    'Les formations qui s’en approchent apparaissent au fil du texte, avec leurs raisons et les métiers que les offres montrent.',
  notUnderstood:
    'Ce texte n’a presque aucun mot que l’application connaisse : rien ne peut en être rapproché honnêtement. Écrivez en français, ou citez une matière, un métier ou ce que vous aimeriez faire de vos journées.',
  tooLittle: 'Citez une matière qui vous plaît, un métier ou ce que vous aimeriez faire de vos journées.',
  formations: 'Formations qui s’en approchent',
  diplomaLevel: 'Niveau du diplôme',
  place: 'Lieu',
  capacity: 'Effectif',
  prerequisites: 'Prérequis',
  leadsTo: 'Débouchés annoncés',
  offeredJobs: 'Dans les offres',
  noOfferedJobs: 'En tête d’aucune offre jusqu’ici.',
  firstIn_one: 'En tête d’une offre :',
  firstIn_other: 'En tête de {{count, number}} offres, dont :',
  times_one: '(une fois)',
  times_other: '({{count, number}} fois)',
};
