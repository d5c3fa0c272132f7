import type { SheetWords } from './sheet-words';

/** In French. Spaces before ; : ! ? » and after « are written plainly and made unbreakable where they are used. */
export const sheetWordsFr: SheetWords = {
  locale: 'fr-FR',
  offers: (count) => (count > 1 ? 'Offres jointes :' : 'Offre jointe :'),
  formations: (count) => (count > 1 ? 'Formations concernées :' : 'Formation concernée :'),
  contractTypes: {
    internship: 'Stage',
    'work-study': 'Alternance',
    'fixed-term': 'CDD',
    permanent: 'CDI',
    'student-job': 'Job étudiant',
    other: 'Autre',
  },
  remote: { none: 'Sur place', partial: 'Partiel', full: 'Complet' },
  labels: {
    contract: 'Contrat',
    start: 'Début',
    duration: 'Durée',
    hours: 'Temps de travail',
    pay: 'Gratification ou salaire',
    levels: 'Niveau visé',
    remote: 'Télétravail',
    places: 'Postes à pourvoir',
    domain: 'Domaine',
    reference: 'Référence',
    expires: 'Candidater avant le',
    contact: 'Contact',
  },
  soon: 'Dès que possible',
  between: (from, to) => `Entre le ${from} et le ${to}`,
  duration: (unit, min, max, isOne) => {
    const noun = unit === 'month' ? 'mois' : isOne ? 'semaine' : 'semaines';
    return min === max ? `${max} ${noun}` : `de ${min} à ${max} ${noun}`;
  },
  hours: (hours) => `${hours} h par semaine`,
  pay: (amount, per) => `${amount} par ${{ hour: 'heure', month: 'mois', year: 'an' }[per]}`,
  level: (years) => (years === 0 ? 'Bac' : `Bac+${years}`),
  skills: 'Compétences',
  text: 'L’offre',
  noText: 'L’offre n’a pas d’autre texte.',
  cutHint: 'La fiche s’arrête ici, mais le texte de l’offre continue : demandez la suite à qui vous l’a transmise.',
  leftOut: '[coordonnées retirées]',
  personalData:
    'Le nom et les coordonnées du contact sont des données personnelles : ils servent à répondre à cette offre, et à rien d’autre.',
  footer: (university, day) => `${university} · fiche établie le ${day}`,
  noUniversity: 'Bureau des stages',
  digestName: (count) => `${count} offres`,
  reminderName: (about) => `Relance - ${about}`,
};
