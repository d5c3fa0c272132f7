import { keyNumber } from '../../../shared/domain/key-number';
import type { LockedBackup } from '../../core/backups/rescue';
import type { Language } from '../language';

/** A way on: what it is, what it does, and the button. */
interface Way {
  readonly title: string;
  readonly intro: string;
  readonly open: string;
}

/** Words of the page, and of the terminal, that asks for the passphrase before the application opens. */
export interface UnlockTexts {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly hint: string;
  readonly open: string;
  readonly opening: string;
  /** While nothing is encrypted yet. */
  readonly wanted: { readonly title: string; readonly lead: string };
  readonly plain: Way;
  /** By which somebody with several sheets knows the right one. */
  readonly key: (number: string) => string;
  /** What was said opened one file; there is another. */
  readonly another: string;
  /** While the file that is asked for is a backup that is to be restored. */
  readonly ofBackup: { readonly title: string; readonly lead: string };
  readonly withoutBackup: Way;
  readonly lost: Way;
  /** Backups that are passed over because they are encrypted. */
  readonly locked: {
    readonly title: string;
    readonly intro: (locked: readonly LockedBackup[]) => string;
    readonly open: string;
  };
  /** What the terminal asks. */
  readonly ask: (number: string) => string;
}

/** `3 backups are …`. */
function lockedCount(locked: readonly LockedBackup[], [one, more]: readonly [string, string], lang: Language): string {
  const isOne = new Intl.PluralRules(lang).select(locked.length) === 'one';
  return `${new Intl.NumberFormat(lang).format(locked.length)}\u00a0${isOne ? one : more}`;
}

/** The keys that are missing, each once. */
function numbersOf(locked: readonly LockedBackup[], sign: string): string {
  return [...new Set(locked.map(({ keyId }) => `${sign}${keyNumber(keyId)}`))].join(', ');
}

export const unlockTexts: Readonly<Record<Language, UnlockTexts>> = {
  fr: {
    title: 'Vos données sont chiffrées',
    lead: 'Donnez la phrase de passe pour ouvrir Smart Recruiting. Si elle est perdue, la clé imprimée sur la feuille de secours ouvre aussi.',
    label: 'Phrase de passe ou clé de secours',
    hint: 'Chaque essai prend environ une seconde\u00a0: c’est ce qui décourage qui essaierait des milliers de phrases. Une erreur ne fait rien perdre.',
    open: 'Ouvrir',
    opening: 'Les données s’ouvrent…',
    wanted: {
      title: 'Vos données vont être chiffrées',
      lead: 'Donnez la phrase de passe que vous avez choisie\u00a0: les données sont chiffrées, puis Smart Recruiting s’ouvre. La clé de la feuille de secours convient aussi.',
    },
    plain: {
      title: 'Rien n’est encore chiffré',
      intro:
        'Si la phrase de passe et la feuille de secours manquent toutes deux, ouvrez sans chiffrer\u00a0: tout reste comme avant, et vous pourrez recommencer dans les réglages.',
      open: 'Ouvrir sans chiffrer',
    },
    key: (number) => `Clé demandée\u00a0: n°\u00a0${number}. Ce numéro est aussi sur la feuille de secours.`,
    another: 'C’est la bonne, et le premier fichier est ouvert. Il en reste un autre, sous une autre clé.',
    ofBackup: {
      title: 'La sauvegarde à reprendre est chiffrée',
      lead: 'Donnez la phrase de passe qui ouvrait les données quand cette sauvegarde a été faite, ou la clé de leur feuille de secours.',
    },
    withoutBackup: {
      title: 'Ouvrir sans cette sauvegarde',
      intro:
        'Si cette clé manque, la reprise est annulée et vos données s’ouvrent telles qu’elles sont. La sauvegarde reste où elle est.',
      open: 'Annuler la reprise',
    },
    lost: {
      title: 'La phrase et la feuille sont perdues',
      intro:
        'Personne ne peut lire des données chiffrées sans l’une ou l’autre. Vous pouvez pourtant continuer avec une sauvegarde qui s’ouvre encore, ou avec une base vide. Rien ne se fait avant une seconde confirmation.',
      open: 'Continuer sans la clé…',
    },
    locked: {
      title: 'Sauvegardes chiffrées',
      intro: (locked) =>
        `${lockedCount(locked, ['sauvegarde est chiffrée et ne peut être relue', 'sauvegardes sont chiffrées et ne peuvent être relues'], 'fr')} sans clé\u00a0: ${numbersOf(locked, 'n°\u00a0')}. Une phrase de passe ou une feuille de secours ouvre les sauvegardes de sa clé, dont le fichier smart-recruiting-….key doit se trouver à côté d’elles.`,
      open: 'Ouvrir et relire',
    },
    ask: (number) => `Phrase de passe ou clé de secours, clé n° ${number} (rien ne s’affiche)\u00a0: `,
  },
  en: {
    title: 'Your data are encrypted',
    lead: 'Give the passphrase to open Smart Recruiting. If it is lost, the key that is printed on the recovery sheet opens them too.',
    label: 'Passphrase or recovery key',
    hint: 'Each try takes about a second: that is what discourages whoever would try thousands. A mistake loses nothing.',
    open: 'Open',
    opening: 'The data are being opened…',
    wanted: {
      title: 'Your data are about to be encrypted',
      lead: 'Give the passphrase that you chose: the data are encrypted, then Smart Recruiting opens. The key of the recovery sheet does as well.',
    },
    plain: {
      title: 'Nothing is encrypted yet',
      intro:
        'If both the passphrase and the recovery sheet are missing, open without encrypting: everything stays as it was, and you can begin again in the settings.',
      open: 'Open without encrypting',
    },
    key: (number) => `Key asked for: no. ${number}. The recovery sheet has this number too.`,
    another: 'That is right, and the first file is open. There is another one, under another key.',
    ofBackup: {
      title: 'The backup to be restored is encrypted',
      lead: 'Give the passphrase that opened the data when this backup was made, or the key of their recovery sheet.',
    },
    withoutBackup: {
      title: 'Open without this backup',
      intro:
        'If that key is missing, the restore is cancelled and your data open as they are. The backup stays where it is.',
      open: 'Cancel the restore',
    },
    lost: {
      title: 'Passphrase and sheet are lost',
      intro:
        'Nobody can read encrypted data without one of them. You can go on all the same with a backup that still opens, or with an empty database. Nothing is done before a second confirmation.',
      open: 'Go on without the key…',
    },
    locked: {
      title: 'Encrypted backups',
      intro: (locked) =>
        `${lockedCount(locked, ['backup is encrypted and cannot be read', 'backups are encrypted and cannot be read'], 'en')} without a key: ${numbersOf(locked, 'no. ')}. A passphrase or a recovery sheet opens the backups of its key, whose file smart-recruiting-….key has to lie beside them.`,
      open: 'Open and read',
    },
    ask: (number) => `Passphrase or recovery key, key no. ${number} (nothing is shown): `,
  },
};
