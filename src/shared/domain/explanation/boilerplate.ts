import { createAnyRule } from '../text/any-rule';
import type { Segment } from './segments';

// What every offer and every formation can say of itself. It stands in prepared words, as the segments do.

/** Headings of a section that says nothing of the work. */
const idleHeading =
  /^(?:qui sommes nous|(?:notre |votre |la |le )?(?:entreprise|societe|groupe|employeur|futur employeur)|a propos(?: de .{1,40})?|presentation(?: de .{1,40})?|nos valeurs|avantages?|(?:nos |vos |les )?avantages?(?: .{1,30})?|remuneration(?: .{1,30})?|conditions(?: .{1,40})?|modalites(?: .{1,40})?|(?:ce que )?nous (?:vous )?(?:offrons|proposons)|on vous (?:offre|propose)|pourquoi (?:nous )?rejoindre(?: .{1,20})?|rejoignez(?: nous)?|(?:comment |pour )?postuler|(?:votre )?candidatures?|processus(?: de)? recrutement|contacts?|informations? (?:pratiques|complementaires)|lieu(?: .{1,20})?|type contrat|duree|date(?: de)? debut|salaire)$/;
/** Headings behind which the work or the person is described. */
const tellingHeading =
  /^(?:(?:vos |votre |les |la |ses |tes |nos )?(?:principales? )?(?:missions?|activites|taches|objectifs?|role|profil|competences|responsabilites|sujet|programme|travail|contexte|poste)(?: .{1,40})?|concretement|description(?: .{1,30})?|au quotidien)$/;
const longestHeading = 60;

/** Company, contract and application: whatever else a sentence says, it is no reason. */
const isIdle = createAnyRule([
  /\b(?:mutuelle|tickets? resto|(?:tickets?|titres?|cheques?) (?:restaurant|cadeau|vacance)s?|rtt|interessement|13e mois|treizieme mois|comite entreprise|cse|oeuvres sociales)\b/,
  /\b(?:remuneration|gratification|salaire|indemnite|prime)s?\b.*\b(?:selon|brut|net|euros?|smic|convention|conventionnelle|profil|grille|attractive|legale?|mensuel|mensuelle|variable|fixe|minimum|vigueur|horaire)\b/,
  /^(?:remuneration|gratification|salaire|indemnite|teletravail|duree|debut|date|horaires?|lieu|contrat|poste)\b/,
  /\b(?:euros?|smic) (?:brut|net|par|mensuel)/,
  /\b(?:rembourse|prise? en charge|pris en charge)\b/,
  /\b(?:envoyer|envoyez|adresser|adressez|transmettre|transmettez|joindre|merci|deposer)\b.*\b(?:cv|candidatures?|lettre|motivation|dossier|note|book|portfolio|courriel|mail)\b/,
  /\b(?:candidatez|postulez|postuler|cv et lettre|lettre motivation|processus recrutement|convention (?:signee|obligatoire|de stage|stage))\b/,
  /\bentretiens? (?:en visio\w*|physique|telephonique|rh|avec|puis|sur site|individuel)/,
  /\b(?:handicap|handicape|discrimination|diversite|egalite (?:des )?chances|inclusi\w+|rqth)\b.*\b(?:poste|postes|ouvert|candidatures?|chances|recrutement|engage|entreprise|accessible|situation)\b/,
  /\b(?:poste|postes|offre|recrutement|candidatures?)\b.*\b(?:handicap|handicape|discrimination|rqth)\b/,
  /\bcompetences? egales?\b|\bdonnees personnelles .*\b(?:recrutement|candidatures?)\b|\brgpd .*\bcandidat/,
  /\b(?:leader|fondee?|creee? en|filiale|implante\w*|siege social|chiffre affaires? de|start ?up|scale ?up|licorne|depuis plus de|depuis \d+ ans|annees? experience dans)\b.*\b(?:nous|notre|groupe|societe|entreprise|france|europe|monde|mondial|marche|ans|clients|secteur)\b/,
  /\b(?:nous|notre|groupe|societe|entreprise|association|cabinet|agence)\b.*\b(?:leader|fondee?|creee? en|filiale|implante\w*|siege|reference sur|numero|acteur (?:majeur|incontournable)|depuis)\b/,
  /\b\d*(?:salaries|collaborateurs|employes|agences|sites|pays|magasins|benevoles)$/,
  /\b(?:bureau|equipe|service|entreprise|agence|cabinet|association) de \d+ (?:personnes|salaries|collaborateurs)\b/,
  /\b(?:bureau|cabinet|agence|association|cooperative|usine|societe|entreprise|groupe|reseau|equipe)\b.*\b\d+ (?:personnes|salaries|collaborateurs|employes|agents|associes)\b/,
  /\b(?:bienvenue|rejoignez|rejoindre) (?:chez|notre|nos|une|un)\b/,
  // The company's own name has been left out before such a verb.
  /^(?:accompagne|est|produit|fabrique|compte|propose|emploie|fournit|edite|conseille|intervient|developpe|concoit|formule)\b/,
  /\b(?:ambiance|bonne humeur|baby ?foot|afterworks?|open ?space|cadre agreable|convivial\w*|bienveillan\w*)\b/,
  /\b(?:metro|tramway|gare|parking|covoiturage|arrets? de bus|permis b|vehicule (?:personnel|indispensable|souhaite)|teletravail (?:possible|partiel|\d|un|deux)|\d+ jours? teletravail|un jour teletravail)\b/,
  /\b(?:temps plein|temps partiel|\d+ heures? (?:hebdomadaires?|par semaine)|\d+ ?h (?:hebdomadaires?|semaine)|stage (?:de|six|quatre|\d+) (?:mois|semaines)|contrat (?:de )?\d+ mois|duree (?:de )?\d+)\b/,
  // How a degree is organised.
  /\b(?:formation|licence|master|parcours|diplome|cursus|but|annee|semestre)\b.*\b(?:ouverte?|accessible|dure|admission|parcoursup|candidat\w*|selection|rythme|effectif|places|frais|rentree|formation continue|formation initiale)\b/,
  /\b(?:stage|alternance|apprentissage)\b.*\b(?:dure|semaines|mois|semestre|deuxieme annee|troisieme annee|derniere annee|rythme)\b/,
  /\b(?:conduit|conduisent|mene|menent|prepare|poursui\w+)\b.*\b(?:masters?|licences?|doctorat|etudes|concours)\b/,
]);

/** Words that offers and formations of every trade are full of. */
const commonWords = new Set(
  `etudiant etudiants eleve formation formations diplome diplomes licence master but parcours universite ecole annees
  cours apprendre connaissance connaissances competence competences travail travailler travaux equipe equipes entreprise
  entreprises societe groupe mission missions activite activites tache taches permettre assurer participer participerez
  realiser effectuer contribuer prendre part rejoindre integrer ainsi que notamment afin lors etc tout tous toute toutes
  autre autres meme memes bien tres aussi comme cela dont sera serez etes avoir faire peut peuvent doit selon entre sein
  niveau type nouveau nouveaux nouvelle premier premiere deux trois quatre cinq six dix an ans jour jours heure heures
  sens gout envie esprit capacite capable aisance rigueur autonomie motive curieux dynamique organise serieux savoir
  savoirs etre place mise mettre oeuvre chef responsable charge assistant technicien ingenieur stage alternance service
  services domaine domaines outil outils metier metiers besoin besoins bon bonne bonnes bons grand grande grands france
  francais different differents divers principal principaux ensemble cadre base liste lien partie fin debut encadrement
  vie main personne personnes gens chaque plusieurs quelque quelques jusque sans sous avant apres pendant depuis vers
  moins plus demi tiers fois souvent toujours jamais rien non oui ici trop peu assez avis donc car si quand quoi celui
  celle ceux celles dire dit assistants post option profil publics vise lui eux elles aux cet faut nos vos mes ses notre votre`.split(
    /\s+/,
  ),
);

/** Whether a prepared word can be a reason at all. */
export function isCommonWord(word: string): boolean {
  return commonWords.has(word) || /^\d/.test(word);
}

/** Common words that name a thing, and so say which gestion, which droit and whose soins are meant. */
const narrowingWords = new Set(
  `travail equipe equipes entreprise entreprises societe groupe service services ecole universite formation formations
  personne personnes francais france public publics vie main ingenieur technicien`.split(/\s+/),
);

/** Whether a prepared word, itself no reason, must be there too where a skill is told. */
export function isNarrowingWord(word: string): boolean {
  return narrowingWords.has(word);
}

/** A segment of an offer or a formation with its prepared words. */
export interface PreparedSegment extends Segment {
  readonly prepared: string;
}

/**
 * Tells which segments of one text (in its order) say what is to be done or learnt, and not who offers, what one gets
 * for it, how to apply, or what the law asks for.
 */
export function tellingSegments(segments: readonly PreparedSegment[]): readonly boolean[] {
  let isIdleSection = false;
  let idleLine = -1;
  return segments.map(({ prepared, isWholeLine, line, start, end }) => {
    const isShort = end - start <= longestHeading;
    const isHeading = isShort && (isWholeLine ? tellingHeading.test(prepared) : false);
    if (isHeading) isIdleSection = false;
    if (isShort && idleHeading.test(prepared)) {
      if (isWholeLine) isIdleSection = true;
      else idleLine = line;
      return false;
    }
    if (isHeading) return false;
    return !isIdleSection && line !== idleLine && !isIdle(prepared);
  });
}
