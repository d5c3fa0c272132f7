import { withFrenchSpaces } from './french-spaces';

type Language = 'fr' | 'en';

/** Threads and processes by the names that the log gives them. */
const parts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    csv: 'lecture des fichiers',
    write: 'enregistrement',
    dashboards: 'tableaux de bord',
    topics: 'sujets',
    search: 'recherche',
    documents: 'lecture des documents',
    letters: 'lettres',
    match: 'comparaison',
    embed: 'modèle de langue',
  },
  en: {
    csv: 'reading of files',
    write: 'storing',
    dashboards: 'dashboards',
    topics: 'topics',
    search: 'search',
    documents: 'reading of documents',
    letters: 'letters',
    match: 'comparison',
    embed: 'language model',
  },
};

const sentences = {
  fr: {
    workerFailed: 'La partie « {{name}} » s’est arrêtée ; elle a été relancée dès qu’il a fallu.',
    unforeseen: 'Une erreur imprévue s’est produite ({{where}}).',
  },
  en: {
    workerFailed: 'The part “{{name}}” stopped; it was started again as soon as it was needed.',
    unforeseen: 'Something unforeseen went wrong ({{where}}).',
  },
} as const;

/** A part of the application by what it does; the name of the log where it is another. */
export function partName(name: string, language: Language): string {
  return (Object.hasOwn(parts[language], name) ? parts[language][name] : undefined) ?? name;
}

/**
 * What the log says went wrong (`what` of a failure), in words where a part of the application ended or something
 * unforeseen happened, else as it stands there; `space` as in `withFrenchSpaces`.
 */
export function incidentText(what: string, language: Language, space?: string): string {
  const { unforeseen, workerFailed } = sentences[language];
  const spaced = (text: string): string => (language === 'fr' ? withFrenchSpaces(text, space) : text);
  const [, where] = /^incident – (.+)$/.exec(what) ?? [];
  if (where !== undefined) return spaced(unforeseen).replace('{{where}}', () => where);
  const [, name] = /^A worker failed\. – (\w+)$/.exec(what) ?? [];
  return name === undefined ? what : spaced(workerFailed).replace('{{name}}', () => partName(name, language));
}
