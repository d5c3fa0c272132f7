import type { FailuresOf } from './failure';

/** What goes wrong when a service is asked for offers, in English. */
export const serviceFailuresEn = {
  'service-forbidden': {
    what: 'This PC may not ask online services.',
    todo: 'Whoever administers it chose so. You can still import files.',
  },
  'service-off': {
    what: 'This service is not switched on.',
    todo: 'Switch it on in Settings, under “Online offer services”.',
  },
  'service-keys-missing': {
    what: 'The keys of this service are not known, or can no longer be read on this PC.',
    todo: 'Enter them in Settings, under “Online offer services”.',
  },
  'service-keys-refused': {
    what: 'The service did not recognise the keys. Nothing was imported.',
    todo: 'Check them on the service’s site, then enter them again in Settings.',
  },
  'service-access-refused': {
    what: 'The service refuses access with these keys. Nothing was imported.',
    todo: 'Check on its site that your application may use this interface and that its access has not expired.',
  },
  'service-question-empty': {
    what: 'There is nothing to look for.',
    todo: 'Enter some words or a place.',
  },
  'service-question-refused': {
    what: 'The service did not understand the question. Nothing was imported.',
    todo: 'Simplify the words and the place, then try again.',
  },
  'service-place-unknown': {
    what: 'This place is no commune, department or region of France.',
    todo: 'Write for example “Grenoble”, “38”, “Isère” or “Bretagne”. Where several communes share a name, add the department: “Saint-Denis (93)”.',
  },
  'service-limit': {
    what: 'This would take more requests than the service allows for now. Nothing was imported.',
    todo: 'Narrow the question, or come back tomorrow: the count is in Settings.',
  },
  'service-busy': {
    what: 'The service asks to wait before another question. Nothing was imported.',
    todo: 'Try again in a few minutes.',
  },
  'service-failing': {
    what: 'The service is out of order or under maintenance. Nothing was imported.',
    todo: 'Try again later. Your data are untouched.',
  },
  'service-answer-bad': {
    what: 'The service’s answer cannot be read. Nothing was imported.',
    todo: 'Try again later. If it goes on, the service may have changed: see whether there is a newer version of the application.',
  },
  'service-answer-cut': {
    what: 'The service’s answer broke off. Nothing was imported.',
    todo: 'Check the connection, then try again.',
  },
  'service-timeout': {
    what: 'The service did not answer in time. Nothing was imported.',
    todo: 'Try again in a moment.',
  },
  'service-offline': {
    what: 'The service could not be reached: there is no network, or a proxy that does not let it through. Nothing was imported.',
    todo: 'Check the connection, then try again. The rest of the application needs no network.',
  },
} as const satisfies FailuresOf;
