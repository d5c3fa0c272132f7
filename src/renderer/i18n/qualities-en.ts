import type { qualitiesFr } from './qualities-fr';

/** What is meant by each personal quality, in English. */
export const qualitiesEn: typeof qualitiesFr = {
  '300412': 'Taking the time to hear others and to understand how they feel before answering.',
  '300416': 'Saying what the work is for, so that others want to take part in it.',
  '300460': 'Going on without being told each step, and knowing when to ask for help.',
  '300461': 'Keeping one’s word, weighing what one’s acts lead to, and keeping to oneself what is confidential.',
  '300465': 'Working with others towards one aim, sharing what one knows and lending a hand.',
  '300467': 'Proposing ideas and improvements unasked, and helping to put them in place.',
  '300473': 'Answering a request, or something unforeseen, quickly and well.',
  '300478': 'Staying calm and polite under pressure, in a hurry or in a conflict.',
  '300479': 'Adapting to other hours, tools, tasks or ways of working.',
  '300483': 'Telling what is urgent from what matters, planning one’s time and meeting deadlines.',
  '300485': 'Going on in spite of difficulties, and starting again where needed.',
  '300489': 'Carrying a group along, deciding, and giving everyone a part.',
  '300490': 'Working with care, checking, and following instructions to the detail.',
  '300493': 'Wanting to understand, learning gladly, and taking an interest in other points of view.',
  '300497': 'Imagining new solutions, beyond what is usually done.',
  '399999': 'Welcoming, informing and satisfying those whom one serves, customers or users.',
  'esprit-d-analyse-et-de-synthese':
    'Untangling a question, finding what is essential and saying it in few clear words.',
  'resolution-de-problemes': 'Finding where a problem comes from, comparing solutions and seeing one through.',
  'aisance-a-l-ecrit': 'Writing clear texts without mistakes, made for who reads them.',
};
