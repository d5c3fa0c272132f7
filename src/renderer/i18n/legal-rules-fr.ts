import type { LegalRuleCode } from '../../shared/domain/legal/legal-finding';

/** A remark of the law: what it is about, what was found, and what to write or do in its place. */
export interface LegalText {
  readonly title: string;
  readonly text: string;
  readonly proposal: string;
}

/** What the editor says of the law, in French. */
export const legalRulesFr = {
  'wording-age': {
    title: 'Mention de l’âge',
    text: 'Une offre ne peut pas fixer de limite d’âge.',
    proposal: 'Écrivez le niveau d’études ou l’expérience attendue.',
  },
  'wording-sex': {
    title: 'Mention du sexe',
    text: 'Une offre ne peut pas s’adresser aux femmes ou aux hommes seulement.',
    proposal: 'Écrivez l’intitulé au féminin et au masculin, ou « F/H ».',
  },
  'wording-family': {
    title: 'Situation de famille',
    text: 'La situation de famille ou une grossesse ne peuvent pas être un critère.',
    proposal: 'Décrivez les horaires ou les déplacements que le poste demande.',
  },
  'wording-origin': {
    title: 'Origine ou nationalité',
    text: 'L’origine et la nationalité ne peuvent pas être un critère ; pour certains emplois de souveraineté (défense, justice…), un texte peut pourtant imposer la nationalité.',
    proposal: 'Écrivez la langue à maîtriser, ou citez le texte qui impose cette condition.',
  },
  'wording-mother-tongue': {
    title: 'Langue maternelle',
    text: 'Demander une langue maternelle revient à choisir par l’origine.',
    proposal: 'Écrivez le niveau attendu : « anglais courant », « espagnol C1 ».',
  },
  'wording-appearance': {
    title: 'Apparence physique',
    text: 'L’apparence ne peut pas être un critère, et une photo ne peut pas être exigée.',
    proposal: 'Décrivez ce qui compte : l’accueil du public, la tenue de travail prévue.',
  },
  'wording-health': {
    title: 'État de santé ou handicap',
    text: 'La santé et le handicap ne peuvent pas être un critère ; l’aptitude relève du médecin du travail.',
    proposal: 'Décrivez les gestes et les contraintes du poste.',
  },
  'wording-belief': {
    title: 'Convictions',
    text: 'La religion, les opinions et l’appartenance syndicale ne peuvent pas être un critère.',
    proposal: 'Retirez cette mention.',
  },
  'wording-residence': {
    title: 'Lieu de résidence',
    text: 'Le lieu de résidence ne peut pas être un critère.',
    proposal: 'Écrivez le lieu de travail et les horaires : « prise de poste à 6 h ».',
  },
  'employer-missing': {
    title: 'Employeur non nommé',
    text: 'Qui diffuse une offre anonyme doit connaître le nom et l’adresse de l’employeur.',
    proposal: 'Renseignez l’entreprise.',
  },
  'date-missing': {
    title: 'Offre non datée',
    text: 'Une offre diffusée doit porter une date.',
    proposal: 'La date du jour lui sera donnée quand vous la publierez.',
  },
  'not-in-french': {
    title: 'Texte non rédigé en français',
    text: 'Ce texte semble écrit en {{language}} ; une offre diffusée en France doit l’être en français.',
    proposal: 'Ajoutez une version française ; la langue étrangère peut rester à côté.',
  },
  'internship-too-long': {
    title: 'Stage trop long',
    text: '{{hours}} heures dépassent les 6 mois ({{limit}} heures) permis par année d’études.',
    proposal: 'Raccourcissez le stage, ou proposez une alternance ou un CDD.',
  },
  'internship-replaces': {
    title: 'Stage tenant lieu d’emploi',
    text: 'Un stage ne peut ni remplacer un salarié absent, ni répondre à un surcroît d’activité ou à un besoin saisonnier.',
    proposal: 'Proposez un CDD ou de l’intérim, ou décrivez ce que le stagiaire apprendra aux côtés de l’équipe.',
  },
  'internship-trial': {
    title: 'Période d’essai dans un stage',
    text: 'Un stage n’est pas un contrat de travail : il n’a pas de période d’essai.',
    proposal: 'Retirez cette mention ; la convention prévoit comment le stage peut être interrompu.',
  },
  'gratification-refused': {
    title: 'Stage annoncé sans gratification',
    text: 'Au-delà de 2 mois (308 heures), un stage est gratifié dès le premier jour : ici {{hours}} heures.',
    proposal: 'Indiquez la gratification : au moins {{floor}} par heure, du premier au dernier mois.',
  },
  'gratification-to-check': {
    title: 'Stage annoncé sans gratification, durée non indiquée',
    text: 'Au-delà de 2 mois (308 heures), un stage est gratifié dès le premier jour.',
    proposal: 'Indiquez la durée ; au-delà de 2 mois, la gratification est d’au moins {{floor}} par heure.',
  },
  'gratification-missing': {
    title: 'Gratification non indiquée',
    text: 'Au-delà de 2 mois (308 heures), un stage est gratifié : ici {{hours}} heures.',
    proposal: 'Indiquez la gratification : au moins {{floor}} par heure.',
  },
  'gratification-in-words': {
    title: 'Gratification non chiffrée',
    text: 'Au-delà de 2 mois (308 heures), un stage est gratifié : ici {{hours}} heures, sans montant chiffré.',
    proposal: 'Chiffrez la gratification : au moins {{floor}} par heure de présence.',
  },
  'gratification-below-floor': {
    title: 'Gratification inférieure au minimum',
    text: '{{paid}} par heure, pour un minimum de {{floor}}.',
    proposal: 'Indiquez au moins {{floor}} par heure de présence.',
  },
  'waiting-time': {
    title: 'Délai entre deux stagiaires',
    text: 'Un stage du même intitulé finit le {{formerEnd}} ; un tiers de sa durée doit s’écouler avant le suivant.',
    proposal: 'Faites débuter ce stage le {{earliest}} au plus tôt, sauf si le précédent a été interrompu.',
  },
  'trainee-quota': {
    title: 'Trop de stagiaires à la fois',
    text: 'Places de cette offre et des autres stages de l’entreprise aux mêmes dates : {{places}}, pour {{limit}} stagiaires au plus dans une entreprise de cette taille.',
    proposal: 'Réduisez le nombre de places, ou étalez les stages dans l’année.',
  },
  'trainee-quota-possible': {
    title: 'Nombre de stagiaires à vérifier',
    text: 'Places de cette offre et des autres stages de l’entreprise aux mêmes dates : {{places}}. Selon son effectif exact, l’entreprise peut n’avoir droit qu’à {{limit}} stagiaires.',
    proposal: 'Vérifiez l’effectif : 15 % au plus à partir de 20 personnes, 3 stagiaires au-dessous.',
  },
} satisfies Record<LegalRuleCode, LegalText>;
