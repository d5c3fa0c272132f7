import type { logosFr } from './logos-fr';

/** Texts of the logos of the university and of its components. */
export const logosEn: typeof logosFr = {
  title: 'Logos',
  hint: 'On each page of reports and at the top of dashboards: the logo of the component that is looked at, else the one of the university. PNG or JPEG.',
  list: 'University and components',
  none: 'No logo',
  of: 'Logo: {{name}}',
  choose: 'Choose an image',
  chooseOf: 'Choose an image: {{name}}',
  remove: 'Remove',
  removeOf: 'Remove the logo: {{name}}',
  saved: 'Logo saved: {{name}}.',
  removed: 'Logo removed: {{name}}.',
  restored: 'The former logo is back: {{name}}.',
};
