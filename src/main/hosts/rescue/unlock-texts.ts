import type { Language } from '../language';

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
  readonly plain: { readonly title: string; readonly intro: string; readonly open: string };
  /** What the terminal asks. */
  readonly ask: string;
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
    ask: 'Phrase de passe ou clé de secours (rien ne s’affiche)\u00a0: ',
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
    ask: 'Passphrase or recovery key (nothing is shown): ',
  },
};
