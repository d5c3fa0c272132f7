import type { Updater } from './updates';

/**
 * electron-updater, told to do nothing by itself: it asks the address that the packaging noted in `app-update.yml`, compares
 * the SHA-512 of what it fetched, and on Windows the signature where the running program has one.
 */
export async function openUpdater(): Promise<Updater> {
  // Loaded here, as it is only needed where somebody wants to know.
  const { autoUpdater } = (await import('electron-updater')).default;
  autoUpdater.autoDownload = false;
  // Installs at the end, when everything is closed.
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.allowDowngrade = false;
  autoUpdater.allowPrerelease = false;
  autoUpdater.disableWebInstaller = true;
  autoUpdater.logger = null;
  // What it rejects with is looked at where it is waited for.
  autoUpdater.on('error', () => undefined);
  return {
    async check() {
      const found = await autoUpdater.checkForUpdates();
      return found?.isUpdateAvailable ? found.updateInfo.version : null;
    },
    async download() {
      await autoUpdater.downloadUpdate();
    },
  };
}
