import type { wishesFr } from './wishes-fr';

/** How reasons are told of what a student wishes, in place of an offer, in English. */
export const wishesEn: typeof wishesFr = {
  insufficient: 'This wish says too little to be compared with formations: there is neither rank nor score.',
  otherOccupation: '{{mostly}}. The wish is first of all about “{{offer}}”, the formation about “{{formation}}”.',
  level: {
    fits: 'The level suits: the wish aims at {{offer}}, the formation leads to {{formation}}.',
    below: 'The wish aims at {{offer}}; the formation ends at {{formation}}.',
    above: 'The wish aims at {{offer}}; the formation, which leads to {{formation}}, begins beyond.',
    apart: 'The wish aims at {{offer}}; no year of the formation, which leads to {{formation}}, is of that level.',
  },
  skillsUnknown: 'In common are the skills of the formation that the wish names.',
  skillsRead: 'The skills were read in the wish.',
  noSkills: 'Neither the wish nor the formation names skills.',
  missing_one: 'In the wish, not named by the formation ({{count, number}})',
  missing_other: 'In the wish, not named by the formation ({{count, number}})',
  beyond_one: 'Taught besides ({{count, number}})',
  beyond_other: 'Taught besides ({{count, number}})',
};
