import { app, type Session, type WebContents } from 'electron';
import type { Log } from '../../core/ports';
import { isOwnPage } from './app-protocol';

/** What a page may load from: itself, and what it made itself. Nothing of the network. */
const localProtocols = ['app:', 'data:', 'blob:', 'devtools:'];

/** Denies every page whatever the application does not need: other addresses, windows, webviews, permissions. */
export function lockDown(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    const isGranted = isPermitted(permission, requestingUrl);
    if (!isGranted) log.warn('A permission was denied.', { permission });
    answer(isGranted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
  session.on('will-download', (event, item) => {
    if (!isOwnPage(item.getURL())) event.preventDefault();
  });
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents, log));
}

/** The application's own page may put what somebody copies on the clipboard; no page may read it, or do anything else. */
function isPermitted(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnPage(url);
}

function lockDownPage(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (event) => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    log.warn('A navigation was denied.');
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isLocal(url: string): boolean {
  return URL.canParse(url) && localProtocols.includes(new URL(url).protocol);
}
