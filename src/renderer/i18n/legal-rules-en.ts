import type { Texts } from './fr';

/** What the editor says of the law, in English. */
export const legalRulesEn: Texts['editor']['rules'] = {
  'wording-age': {
    title: 'Age is mentioned',
    text: 'An offer may not set an age limit.',
    proposal: 'Write the level of study or the experience that is expected.',
  },
  'wording-sex': {
    title: 'Sex is mentioned',
    text: 'An offer may not be for women or for men only.',
    proposal: 'Write the title in both genders, or add “F/H”.',
  },
  'wording-family': {
    title: 'Family situation',
    text: 'Family situation or pregnancy may not be a criterion.',
    proposal: 'Describe the hours or the travel that the job asks for.',
  },
  'wording-origin': {
    title: 'Origin or nationality',
    text: 'Origin and nationality may not be a criterion, unless a law demands it.',
    proposal: 'Write the language to be mastered, or cite the law that demands this condition.',
  },
  'wording-mother-tongue': {
    title: 'Mother tongue',
    text: 'Asking for a mother tongue amounts to choosing by origin.',
    proposal: 'Write the level that is expected: “fluent English”, “Spanish C1”.',
  },
  'wording-appearance': {
    title: 'Physical appearance',
    text: 'Appearance may not be a criterion, and a photograph may not be demanded.',
    proposal: 'Describe what counts: meeting the public, the working clothes provided.',
  },
  'wording-health': {
    title: 'Health or disability',
    text: 'Health and disability may not be a criterion; fitness is for the occupational physician to judge.',
    proposal: 'Describe the movements and constraints of the job.',
  },
  'wording-belief': {
    title: 'Beliefs',
    text: 'Religion, opinions and union membership may not be a criterion.',
    proposal: 'Take this out.',
  },
  'wording-residence': {
    title: 'Place of residence',
    text: 'The place of residence may not be a criterion.',
    proposal: 'Write the place and the hours of work: “starts at 6 a.m.”.',
  },
  'employer-missing': {
    title: 'Employer not named',
    text: 'Whoever publishes an anonymous offer must know the employer’s name and address.',
    proposal: 'Fill in the company.',
  },
  'date-missing': {
    title: 'Offer without a date',
    text: 'A published offer must bear a date.',
    proposal: 'It will be given the date of the day when you publish it.',
  },
  'not-in-french': {
    title: 'Text not in French',
    text: 'This text seems to be in {{language}}; an offer published in France must be in French.',
    proposal: 'Add a French version; the foreign language may stay beside it.',
  },
  'internship-too-long': {
    title: 'Internship too long',
    text: '{{hours}} hours exceed the 6 months ({{limit}} hours) allowed in a year of study.',
    proposal: 'Shorten the internship, or offer work-study or a fixed-term contract.',
  },
  'internship-replaces': {
    title: 'Internship in place of a job',
    text: 'An internship may not replace an absent employee, nor meet a peak of activity or a seasonal need.',
    proposal: 'Offer a fixed-term or temporary contract, or describe what the intern will learn beside the team.',
  },
  'internship-trial': {
    title: 'Trial period in an internship',
    text: 'An internship is not an employment contract and has no trial period.',
    proposal: 'Leave it out; the agreement says how the internship can be ended early.',
  },
  'gratification-refused': {
    title: 'Internship announced as unpaid',
    text: 'Beyond 2 months (308 hours) an internship is paid from its first day: here {{hours}} hours.',
    proposal: 'State the allowance: at least {{floor}} an hour, from the first month to the last.',
  },
  'gratification-to-check': {
    title: 'Internship announced as unpaid, without its length',
    text: 'Beyond 2 months (308 hours) an internship is paid from its first day.',
    proposal: 'Give the length; beyond 2 months, the allowance is at least {{floor}} an hour.',
  },
  'gratification-missing': {
    title: 'Allowance not given',
    text: 'Beyond 2 months (308 hours) an internship is paid an allowance: here {{hours}} hours.',
    proposal: 'Give the allowance: at least {{floor}} an hour.',
  },
  'gratification-in-words': {
    title: 'Allowance without a figure',
    text: 'Beyond 2 months (308 hours) an internship is paid an allowance: here {{hours}} hours, and no amount in figures.',
    proposal: 'Give the allowance in figures: at least {{floor}} an hour of presence.',
  },
  'gratification-below-floor': {
    title: 'Allowance below the minimum',
    text: '{{paid}} an hour, for a minimum of {{floor}}.',
    proposal: 'Give at least {{floor}} an hour of presence.',
  },
  'waiting-time': {
    title: 'Time between two trainees',
    text: 'An internship of the same title ends on {{formerEnd}}; a third of its length must pass before the next one.',
    proposal: 'Let this one begin on {{earliest}} at the earliest, unless the former one was broken off.',
  },
  'trainee-quota': {
    title: 'Too many trainees at a time',
    text: 'Places of this offer and of the other internships of the company on the same days: {{places}}, for {{limit}} trainees at most in a company of this size.',
    proposal: 'Reduce the number of places, or spread the internships.',
  },
  'trainee-quota-possible': {
    title: 'Number of trainees to check',
    text: 'Places of this offer and of the other internships of the company on the same days: {{places}}. Depending on its exact headcount, the company may be allowed only {{limit}} trainees.',
    proposal: 'Check the headcount: at most 15% from 20 people on, 3 trainees below.',
  },
};
