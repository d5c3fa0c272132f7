import type { Texts } from './fr';

/** Words of the updates of the application itself. */
export const updatesEn: Texts['updates'] = {
  look: 'Look for a newer version every day',
  hint: 'The only connection that the application opens by itself: it asks for the number of the latest version and says nothing of your data. Nothing is downloaded without your consent; it is installed when you quit.',
  forbidden: 'Your IT service itself installs new versions on this PC.',
};
