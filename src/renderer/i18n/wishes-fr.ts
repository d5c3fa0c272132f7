/** How reasons are told of what a student wishes, in place of an offer, in French. */
export const wishesFr = {
  insufficient: 'Ce souhait en dit trop peu pour être comparé aux formations : il n’y a ni rang ni score.',
  otherOccupation: '{{mostly}}. Le souhait touche d’abord à « {{offer}} », la formation à « {{formation}} ».',
  level: {
    fits: 'Le niveau convient : le souhait vise {{offer}}, la formation mène à {{formation}}.',
    below: 'Le souhait vise {{offer}} ; la formation s’arrête à {{formation}}.',
    above: 'Le souhait vise {{offer}} ; la formation, qui mène à {{formation}}, commence au-delà.',
    apart: 'Le souhait vise {{offer}} ; aucune année de la formation, qui mène à {{formation}}, n’est à ce niveau.',
  },
  skillsUnknown: 'Sont communes les compétences de la formation que le souhait nomme.',
  skillsRead: 'Les compétences ont été relevées dans le souhait.',
  noSkills: 'Ni le souhait ni la formation ne nomment de compétences.',
  missing_one: 'Dans le souhait, non citée par la formation ({{count, number}})',
  missing_other: 'Dans le souhait, non citées par la formation ({{count, number}})',
  beyond_one: 'Enseignée en plus ({{count, number}})',
  beyond_other: 'Enseignées en plus ({{count, number}})',
};
