import { protocol, type Session } from 'electron';
import { pagePortProtocol } from '../../../shared/rpc/page-port';

const scheme = pagePortProtocol.replace(':', '');
const hostName = 'smart-recruiting';

/** The one address of the application inside Electron. */
export const pageUrl = `${scheme}://${hostName}/`;

/** Gives the scheme the rights of a secure web origin; to be called before the application is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Whether an address lies inside the application's own page. */
export function isOwnPage(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === pagePortProtocol && new URL(url).host === hostName;
}

/** Answers requests of the page with `handle` from now on; no other host of the scheme exists. */
export function servePage(session: Session, handle: (request: Request) => Response | Promise<Response>): void {
  // What asked something before the application opened.
  if (session.protocol.isProtocolHandled(scheme)) session.protocol.unhandle(scheme);
  session.protocol.handle(scheme, (request) =>
    isOwnPage(request.url) ? handle(request) : new Response(null, { status: 404 }),
  );
}
