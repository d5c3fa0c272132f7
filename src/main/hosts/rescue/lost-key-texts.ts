import type { Language } from '../language';

/** What somebody is told, and asked once more, before the application goes on without a key. */
interface Confirmation {
  readonly title: string;
  readonly go: string;
  /** What happens, one sentence each; `keptAs` is the path that the locked file gets, `date` that of the backup. */
  readonly happens: (keptAs: string, date: string) => readonly string[];
  readonly sure: string;
}

/** Words of the pages for who has lost both the passphrase and the recovery sheet. */
export interface LostKeyTexts {
  readonly title: string;
  readonly lead: (number: string) => string;
  readonly anew: { readonly title: string; readonly intro: string };
  readonly sure: { readonly backup: Confirmation; readonly anew: Confirmation };
  readonly back: string;
}

const keptFr = (keptAs: string): readonly string[] => [
  `Le fichier chiffré n’est pas effacé\u00a0: il est gardé sous le nom ${keptAs}. Notez-le.`,
  'Si la phrase ou la feuille revient un jour\u00a0: fermez l’application, rangez ailleurs le fichier smart-recruiting.db d’alors, redonnez ce nom au fichier gardé (et smart-recruiting.db-wal à celui qui finit par -wal, s’il y en a un), puis rouvrez.',
];
const keptEn = (keptAs: string): readonly string[] => [
  `The encrypted file is not erased: it is kept as ${keptAs}. Write that down.`,
  'Should the passphrase or the sheet turn up one day: close the application, move the smart-recruiting.db of then elsewhere, give its name to the kept file (and smart-recruiting.db-wal to the one that ends in -wal, if there is one), and open again.',
];

export const lostKeyTexts: Readonly<Record<Language, LostKeyTexts>> = {
  fr: {
    title: 'Continuer sans la clé',
    lead: (number) =>
      `Sans phrase de passe ni feuille de secours (clé n°\u00a0${number}), personne ne peut lire vos données, pas même nous. Cherchez d’abord\u00a0: le coffre, l’armoire fermée, qui a préparé ce PC. Sinon, choisissez comment continuer\u00a0; rien ne change avant une seconde confirmation.`,
    anew: {
      title: 'Commencer une base vide',
      intro:
        'Tout est à importer de nouveau. Les sauvegardes restent où elles sont, et se reprennent plus tard dans les réglages avec leur clé.',
    },
    sure: {
      backup: {
        title: 'Reprendre une sauvegarde sans la clé\u00a0?',
        go: 'Reprendre cette sauvegarde…',
        happens: (keptAs, date) => [
          `La sauvegarde du ${date} prend la place des données chiffrées. Ce qui a été fait depuis ne se lit plus, tant que la clé manque.`,
          ...keptFr(keptAs),
          'Si la sauvegarde est en clair, vos données le sont ensuite aussi\u00a0: le chiffrement se choisit à nouveau dans les réglages.',
        ],
        sure: 'Mettre le fichier chiffré de côté et reprendre la sauvegarde',
      },
      anew: {
        title: 'Commencer une base vide sans la clé\u00a0?',
        go: 'Commencer une base vide…',
        happens: (keptAs) => [
          'L’application s’ouvre sans aucune offre, formation ni entreprise.',
          ...keptFr(keptAs),
          'La base vide est en clair\u00a0: le chiffrement se choisit à nouveau dans les réglages.',
        ],
        sure: 'Mettre le fichier chiffré de côté et commencer à vide',
      },
    },
    back: 'Revenir à la phrase de passe',
  },
  en: {
    title: 'Go on without the key',
    lead: (number) =>
      `Without the passphrase or the recovery sheet (key no. ${number}) nobody can read your data, not even we. Look for them first: the safe, the locked cupboard, whoever set up this PC. Otherwise choose how to go on; nothing changes before a second confirmation.`,
    anew: {
      title: 'Begin an empty database',
      intro:
        'Everything has to be imported anew. The backups stay where they are, and can be restored later in the settings with their key.',
    },
    sure: {
      backup: {
        title: 'Restore a backup without the key?',
        go: 'Use this backup…',
        happens: (keptAs, date) => [
          `The backup of ${date} takes the place of the encrypted data. What was done since cannot be read as long as the key is missing.`,
          ...keptEn(keptAs),
          'If the backup is in the clear, so are your data from then on: encryption can be chosen again in the settings.',
        ],
        sure: 'Put the encrypted file aside and restore the backup',
      },
      anew: {
        title: 'Begin an empty database without the key?',
        go: 'Begin an empty database…',
        happens: (keptAs) => [
          'The application opens without any offer, formation or company.',
          ...keptEn(keptAs),
          'The empty database is in the clear: encryption can be chosen again in the settings.',
        ],
        sure: 'Put the encrypted file aside and begin empty',
      },
    },
    back: 'Back to the passphrase',
  },
};
