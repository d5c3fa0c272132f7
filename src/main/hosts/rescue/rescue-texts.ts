import type { Language } from '../language';

/** Tables by what people call them; of the others only the sum is told. */
export const namedTables = [
  'offer',
  'formation',
  'company',
  'contact',
  'decision',
  'transmission',
  'formation_manager',
  'component',
  'import',
  'hand_edit',
  'named_view',
  'setting',
] as const;
export type NamedTable = (typeof namedTables)[number];

/** What the application works out anew by itself. */
export const workedOutTables: readonly string[] = [
  ...['embedding', 'match', 'ranking', 'offer_reading', 'offer_read_skill', 'offer_block', 'offer_duplicate'],
];

/** Something that can be chosen: what it is, what it does, and the button. */
interface Choice {
  readonly title: string;
  readonly intro: string;
  readonly open: string;
}

export interface RescueTexts {
  readonly title: string;
  readonly lead: string;
  /** Where there is no file at all. */
  readonly missing: {
    readonly title: string;
    readonly lead: string;
    readonly retry: Choice;
    readonly anew: Choice;
  };
  readonly backup: {
    readonly title: string;
    readonly looking: string;
    readonly found: (date: string, content: string) => string;
    readonly none: (folders: string) => string;
    readonly use: string;
    readonly again: string;
    readonly others: string;
  };
  readonly salvage: {
    readonly title: string;
    readonly intro: string;
    readonly start: string;
    readonly working: string;
    readonly failed: string;
    readonly done: string;
    readonly workedOut: string;
    readonly use: string;
    readonly headings: readonly [string, string, string];
    readonly unknown: string;
    readonly others: string;
    readonly tables: Readonly<Record<NamedTable, string>>;
  };
  readonly asIs: Choice;
  readonly count: (offers: number, formations: number, companies: number) => string;
  readonly number: (value: number) => string;
  readonly date: (at: string) => string;
}

const dates = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
const numbers = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };
const some = (count: number, one: string, more: string, locale: Language): string => {
  const word = new Intl.PluralRules(locale).select(count) === 'one' ? one : more;
  return `${numbers[locale].format(count)}\u00a0${word}`;
};

export const rescueTexts: Readonly<Record<Language, RescueTexts>> = {
  fr: {
    title: 'La base de données est endommagée',
    lead: 'Le fichier qui contient vos offres, vos formations et vos entreprises ne se lit plus tout entier\u00a0: c’est le plus souvent la faute d’un disque fatigué ou d’une copie interrompue. Rien n’a été modifié ni effacé. Choisissez comment continuer\u00a0: dans tous les cas, le fichier endommagé est gardé parmi les sauvegardes.',
    missing: {
      title: 'La base de données n’est plus là',
      lead: 'Ce dossier a servi : il y reste des sauvegardes ou d’autres traces, mais le fichier qui contient vos offres, vos formations et vos entreprises manque ou est vide. Rien n’a été créé à sa place. Choisissez comment continuer.',
      retry: {
        title: 'La retrouver',
        intro:
          'Le disque externe ou le lecteur réseau est peut-être débranché, ou le fichier smart-recruiting.db a été déplacé. Rebranchez-le ou remettez le fichier dans ce dossier, puis réessayez. Vous pouvez aussi fermer cette page et chercher plus tard : la question sera posée de nouveau.',
        open: 'Réessayer',
      },
      anew: {
        title: 'Commencer une base neuve',
        intro:
          'Une base vide est créée dans ce dossier. Les sauvegardes restent où elles sont et peuvent être reprises plus tard dans les réglages.',
        open: 'Commencer une base neuve',
      },
    },
    backup: {
      title: 'Reprendre la dernière sauvegarde saine',
      looking: 'Les sauvegardes sont relues une à une, de la plus récente à la plus ancienne…',
      found: (date, content) =>
        `Elle date du ${date} et vient d’être relue en entier\u00a0: ${content}. Ce qui a été fait depuis n’y est pas.`,
      none: (folders) =>
        `Aucune sauvegarde saine dans ${folders}. Si vous en avez une ailleurs, sur un autre disque ou un partage, copiez-la dans ce dossier, puis cherchez à nouveau.`,
      use: 'Reprendre cette sauvegarde',
      again: 'Chercher à nouveau',
      others: 'Il y en a peut-être de plus récentes',
    },
    salvage: {
      title: 'Récupérer ce qui se lit encore',
      intro:
        'La base endommagée est lue table par table, et tout ce qui se lit est mis dans une base neuve. Vous verrez ce qui manque avant de décider.',
      start: 'Lire la base endommagée',
      working: 'Lecture de la base endommagée… Cela peut prendre quelques minutes.',
      failed: 'Rien n’a pu être lu\u00a0: même la liste des tables est perdue. Il reste la sauvegarde.',
      done: 'Voici ce qui a été retrouvé. Une ligne qui dépendait d’une ligne perdue est perdue aussi.',
      workedOut: 'Les classements et les lectures d’offres qui manquent seront refaits tout seuls.',
      use: 'Continuer avec ce qui a été récupéré',
      headings: ['Contenu', 'Retrouvé', 'Perdu'],
      unknown: 'nombre inconnu',
      others: 'autres données',
      tables: {
        offer: 'offres',
        formation: 'formations',
        company: 'entreprises',
        contact: 'contacts',
        decision: 'décisions',
        transmission: 'transmissions',
        formation_manager: 'gestionnaires de scolarité',
        component: 'composantes',
        import: 'imports',
        hand_edit: 'corrections à la main',
        named_view: 'vues nommées',
        setting: 'réglages',
      },
    },
    asIs: {
      title: 'Ouvrir la base telle quelle',
      intro:
        'Pour regarder avant de choisir\u00a0: une partie peut manquer ou être fausse. Refermez ensuite l’application sans rien y saisir\u00a0; les sauvegardes restent où elles sont.',
      open: 'Ouvrir telle quelle',
    },
    count: (offers, formations, companies) =>
      [
        some(offers, 'offre', 'offres', 'fr'),
        some(formations, 'formation', 'formations', 'fr'),
        some(companies, 'entreprise', 'entreprises', 'fr'),
      ].join(', '),
    number: (value) => numbers.fr.format(value),
    date: (at) => dates('fr-FR').format(new Date(at)),
  },
  en: {
    title: 'The database is damaged',
    lead: 'The file that holds your offers, formations and companies can no longer be read as a whole, most often because of a worn disk or a copy that was broken off. Nothing was changed or erased. Choose how to go on: whatever you choose, the damaged file is kept among the backups.',
    missing: {
      title: 'The database is gone',
      lead: 'This folder was in use: there are backups or other traces in it, but the file that holds your offers, formations and companies is missing or empty. Nothing was made in its place. Choose how to go on.',
      retry: {
        title: 'Find it again',
        intro:
          'The external disk or the network drive may not be connected, or the file smart-recruiting.db was moved. Connect it again or put the file back into this folder, then try again. You can also close this page and look for it later: you will be asked again.',
        open: 'Try again',
      },
      anew: {
        title: 'Begin a new database',
        intro:
          'An empty database is made in this folder. The backups stay where they are and can be restored later in the settings.',
        open: 'Begin a new database',
      },
    },
    backup: {
      title: 'Go back to the last sound backup',
      looking: 'Backups are being read one by one, the newest first…',
      found: (date, content) =>
        `It is of ${date} and was just read as a whole: ${content}. What was done since is not in it.`,
      none: (folders) =>
        `There is no sound backup in ${folders}. If you have one elsewhere, on another disk or a share, copy it to that folder and look again.`,
      use: 'Use this backup',
      again: 'Look again',
      others: 'There may be newer ones',
    },
    salvage: {
      title: 'Recover what can still be read',
      intro:
        'The damaged database is read table by table, and all that can be read is put into a new one. You see what is missing before you decide.',
      start: 'Read the damaged database',
      working: 'Reading the damaged database… This can take some minutes.',
      failed: 'Nothing could be read: even the list of tables is lost. The backup is what is left.',
      done: 'This is what was found. A line that depended on a lost one is lost too.',
      workedOut: 'Missing rankings and readings of offers will be made anew by themselves.',
      use: 'Go on with what was recovered',
      headings: ['Content', 'Found', 'Lost'],
      unknown: 'unknown number',
      others: 'other data',
      tables: {
        offer: 'offers',
        formation: 'formations',
        company: 'companies',
        contact: 'contacts',
        decision: 'decisions',
        transmission: 'transmissions',
        formation_manager: 'formation managers',
        component: 'components',
        import: 'imports',
        hand_edit: 'corrections by hand',
        named_view: 'named views',
        setting: 'settings',
      },
    },
    asIs: {
      title: 'Open the database as it is',
      intro:
        'To have a look before you choose: something may be missing or wrong. Close the application afterwards without entering anything; the backups stay where they are.',
      open: 'Open as it is',
    },
    count: (offers, formations, companies) =>
      [
        some(offers, 'offer', 'offers', 'en'),
        some(formations, 'formation', 'formations', 'en'),
        some(companies, 'company', 'companies', 'en'),
      ].join(', '),
    number: (value) => numbers.en.format(value),
    date: (at) => dates('en-GB').format(new Date(at)),
  },
};
