import { dialog, type BrowserWindow } from 'electron';
import type { Language } from '../../language';
import type { UpdateFailure, UpdateTalk } from './updates';

const texts = {
  fr: {
    wants: (version: string) => `La version ${version} de Smart Recruiting est parue.`,
    wantsDetail: (own: string) =>
      `Vous avez la version ${own}. Elle sera téléchargée pendant que vous travaillez et installée quand vous quitterez\u00a0; la base est sauvegardée avant d’être adaptée à la nouvelle version.`,
    download: 'Télécharger',
    later: 'Plus tard',
    ready: (version: string) => `La version ${version} est prête.`,
    readyDetail: 'Elle sera installée quand vous quitterez Smart Recruiting. Vous pouvez continuer à travailler.',
    newest: 'Vous avez la version la plus récente.',
    failures: {
      unreachable: 'La nouvelle version n’a pas pu être téléchargée.',
      altered: 'Ce qui a été téléchargé n’est pas la version publiée, et a été refusé.',
    },
    failureDetails: {
      unreachable: 'Rien n’a changé sur ce PC. Vérifiez la connexion et réessayez plus tard.',
      altered:
        'Rien n’a changé sur ce PC. Sa somme de contrôle ou sa signature est fausse\u00a0: prévenez votre service informatique.',
    },
    ok: 'D’accord',
  },
  en: {
    wants: (version: string) => `Version ${version} of Smart Recruiting is out.`,
    wantsDetail: (own: string) =>
      `You have version ${own}. It will be downloaded while you work and installed when you quit; the database is backed up before it is brought to the new version.`,
    download: 'Download',
    later: 'Later',
    ready: (version: string) => `Version ${version} is ready.`,
    readyDetail: 'It will be installed when you quit Smart Recruiting. You can go on working.',
    newest: 'You have the newest version.',
    failures: {
      unreachable: 'The new version could not be downloaded.',
      altered: 'What was downloaded is not what was published, and has been refused.',
    },
    failureDetails: {
      unreachable: 'Nothing has changed on this PC. Check the connection and try again later.',
      altered: 'Nothing has changed on this PC. Its checksum or signature is wrong: tell your IT service.',
    },
    ok: 'OK',
  },
} as const;

/** Asks and tells by dialogs over a window, which say what is going to happen and that nothing is lost. */
export function talkOfUpdates(window: BrowserWindow, language: Language, ownVersion: string): UpdateTalk {
  const words = texts[language];
  const show = (message: string, detail: string, buttons: string[]): Promise<number> =>
    dialog
      .showMessageBox(window, {
        type: 'info',
        title: 'Smart Recruiting',
        message,
        detail,
        buttons,
        cancelId: buttons.length - 1,
        noLink: true,
      })
      .then(({ response }) => response);
  const tell = (message: string, detail = ''): void => void show(message, detail, [words.ok]);
  return {
    wants: async (version) =>
      (await show(words.wants(version), words.wantsDetail(ownVersion), [words.download, words.later])) === 0,
    ready: (version) => tell(words.ready(version), words.readyDetail),
    newest: () => tell(words.newest),
    failed: (failure: UpdateFailure) => tell(words.failures[failure], words.failureDetails[failure]),
  };
}
