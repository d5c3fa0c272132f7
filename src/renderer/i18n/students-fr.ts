/** The pages for students, in French. */
export const studentsFr = {
  title: 'Trouver un stage ou une alternance',
  lead: 'Décrivez avec vos mots ce que vous aimeriez faire et ce que vous savez déjà faire. Rien n’est enregistré.',
  box: 'Ce que vous cherchez',
  placeholder:
    'Exemple : je suis en BUT de chimie et j’aimerais analyser des eaux en laboratoire, sur le terrain aussi, pendant trois mois',
  contract: 'Contrat',
  level: 'Niveau visé',
  department: 'Département',
  from: 'À partir du',
  offers: 'Offres ouvertes',
  offersHint: 'Publiées, et dont la date limite n’est pas passée ; les plus proches d’abord.',
  companies: 'Entreprises qui ont déjà proposé cela',
  companiesHint: 'Toutes années confondues. Pour une candidature spontanée, demandez leur contact au service.',
  companyOffers_one: '{{count, number}} offre proche',
  companyOffers_other: '{{count, number}} offres proches',
  openNow_one: 'dont {{count, number}} ouverte',
  openNow_other: 'dont {{count, number}} ouvertes',
  lastOn: 'la dernière le {{date}}',
  why: {
    words: 'Vos mots s’y trouvent',
    meaning: 'Un travail proche, dit avec d’autres mots',
    both: 'Vos mots s’y trouvent, et le travail est proche',
  },
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
};
