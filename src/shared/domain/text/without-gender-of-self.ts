import { foldText } from './prepare-text';

// In French who speaks of themselves says their gender with nearly every word: « je suis une étudiante motivée ».

const blank = '[ \\t\\u00a0\\u202f]';
const person = '(?:femme|homme|fille|garçon|garcon|gars|demoiselle|dame|woman|man|girl|boy)';
const end = '(?![\\p{L}\\p{N}])';
/** « jeune femme », « je suis un homme », « Femme, 21 ans »; a work (« femme de chambre », « sage-femme ») is none. */
const sayings: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(?:une?|a)${blank}+)?(?:jeune|young)${blank}+${person}${end}(?!${blank}+de${blank}+\\p{L})`,
    'giu',
  ),
  new RegExp(
    `(?<=(?:je${blank}+suis|I${blank}am|I['’]m|étant|en${blank}+tant${blank}+que?|moi)[ '’]{1,3})(?:(?:une?|a)${blank}+)?${person}${end}(?!${blank}+d(?:e${blank}+\\p{L}|['’]))`,
    'giu',
  ),
  new RegExp(`(?<=^|[.!?\\n\\r]${blank}{0,3})(?:une?${blank}+)?${person}(?=${blank}{0,3}(?:[,;.\\n\\r]|$))`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}-])${person}(?=,?${blank}{1,3}(?:de${blank}+)?\\d{1,2}${blank}+ans)`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(?:sexe|genre|civilité|gender)${blank}?:${blank}?[^\\n\\r,;.]{1,20}`, 'giu'),
];

/** Words that people say of themselves, in the form that says least: behind it the ending of the feminine. */
const feminine = new Map(
  `étudiant-e lycéen-ne alternant-e apprenti-e diplômé-e candidat-e né-e âgé-e motivé-e passionné-e intéressé-e attiré-e
  inscrit-e admis-e accepté-e scolarisé-e déterminé-e organisé-e doué-e formé-e expérimenté-e débutant-e investi-e impliqué-e
  prêt-e patient-e polyvalent-e souriant-e avenant-e persévérant-e engagé-e convaincu-e fasciné-e habitué-e spécialisé-e qualifié-e
  salarié-e installé-e domicilié-e ravi-e certain-e appliqué-e ponctuel-le ambitieu-se/ambitieux désireu-se/désireux
  curieu-se/curieux sérieu-se/sérieux rigoureu-se/rigoureux minutieu-se/minutieux soucieu-se/soucieux heureu-se/heureux
  travailleu-se/travailleur sporti-ve/sportif créati-ve/créatif attenti-ve/attentif`
    .split(/\s+/)
    .map((entry): [string, string] => {
      const [written = '', form] = entry.split('/');
      const [stem = '', ending = ''] = written.split('-');
      return [foldText(stem + ending), form ?? stem];
    }),
);

/** A text without what its author says of their gender; other people keep theirs where it is what is worked with. */
export function withoutGenderOfSelf(text: string): string {
  const unsaid = sayings.reduce((left, saying) => left.replace(saying, ' '), text);
  return unsaid.replace(/\p{L}{4,}/gu, (word) => {
    const form = feminine.get(foldText(word));
    if (form === undefined) return word;
    return /^\p{Lu}/u.test(word) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
  });
}
