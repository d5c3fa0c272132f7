import { foldText } from './prepare-text';

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Who asks, and wants: a text that begins with one of these among the others below asks for something. */
const asking = words(
  `je j cherche cherchons voudrais voudrait voudrions veux veut voulons souhaite souhaitons souhaiterais souhaiterait
  aimerais aimerait devenir travailler exercer apprendre comment i want wants like looking become`,
);
/** What such a beginning is made of besides. */
const besides = words(
  `bonjour bonsoir salut hello hi madame monsieur et and moi
  nous on il elle elles ils mon ma fils fille ami amie etudiant etudiante lyceen lyceenne we he she my son daughter friend student
  bien suis est sommes ai envie interesse interessee recherche am m d is are would interested how can do do
  quel quelle quels quelles which what trouver suivre faire avoir etre etudier former me se find follow have take be study learn work train
  formation formations etude etudes ecole ecoles diplome diplomes cursus parcours alternance stage entreprise emploi travail
  metier poste course courses training degree degrees studies internship job company school
  pour afin qui permet permettant menant mene to for dans en comme par in as with at domaine secteur monde field sector of
  a au aux de des du d l le la les un une an the`,
);

/**
 * A text without the words of asking that it begins with: of « Je cherche une formation pour devenir sage-femme » what is
 * looked for, « sage-femme ». The text as it is where it does not ask, or asks for nothing.
 */
export function withoutAsking(text: string): string {
  let isAsked = false;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const key = foldText(word);
    if (asking.has(key)) isAsked = true;
    else if (!besides.has(key)) return isAsked ? text.slice(index) : text;
  }
  return text;
}
