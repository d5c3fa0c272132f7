import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { AppError } from '../../../shared/domain/app-error';

export interface GuardOptions {
  /** The secret of this run: whoever knows it is the person who started the application. */
  readonly token: string;
  /** The port that the server listens on. */
  readonly port: () => number;
  /** What a person sees who comes without the token. */
  readonly entryRefused: string;
}

/** Carries the token in the printed address, once: it is then kept in a cookie that no script can read. */
export const tokenParameter = 'token';

/**
 * Lets in only requests that come to a loopback name, from the page itself, by someone who knows the token. Another
 * site in the same browser knows no token, and a name that it points at 127.0.0.1 is not a loopback name.
 */
export function guard({ token, port, entryRefused }: GuardOptions): MiddlewareHandler {
  const isToken = constantTimeComparison(token);
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!isLoopbackHost(host, port())) return refuse(context, 'This host name is not served.');
    if (!isOwnOrigin(context, host)) return refuse(context, 'Requests of other pages are not served.');

    // Cookies are shared by all ports of a host: without the port in its name, two applications would fight over one.
    const cookieName = `smart-recruiting-${port()}`;
    const given = context.req.method === 'GET' ? context.req.query(tokenParameter) : undefined;
    if (given !== undefined && isToken(given)) {
      setCookie(context, cookieName, token, { path: '/', httpOnly: true, sameSite: 'Strict' });
      context.header('Cache-Control', 'no-store');
      return context.redirect(context.req.path, 303);
    }
    const bearer = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    if (isToken(bearer ?? getCookie(context, cookieName) ?? '')) return await next();
    return wantsPage(context) ? context.text(entryRefused, 401) : refuse(context, 'The token is missing or wrong.');
  };
}

/**
 * Whether a Host header names this machine exactly. Comparing beginnings would let `127.0.0.1.example.com` in, which
 * anyone can point at the loopback address.
 */
export function isLoopbackHost(header: string, port: number): boolean {
  const match = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/.exec(header.toLowerCase());
  return match !== null && Number(match[2] ?? 80) === port;
}

/** Reading is allowed without an Origin, which browsers leave out then; anything else must name the page itself. */
function isOwnOrigin(context: Context, host: string): boolean {
  const origin = context.req.header('origin');
  const isReading = context.req.method === 'GET' || context.req.method === 'HEAD';
  return origin === undefined ? isReading : origin === `http://${host}`;
}

/** Compares digests, whose length says nothing, in a time that does not depend on where they differ. */
function constantTimeComparison(secret: string): (given: string) => boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const wanted = digest(secret);
  return (given) => timingSafeEqual(digest(given), wanted);
}

function wantsPage(context: Context): boolean {
  return context.req.method === 'GET' && (context.req.header('accept') ?? '').includes('text/html');
}

function refuse(context: Context, message: string): Response {
  return context.json({ error: new AppError('unavailable', message).toWire() }, 403);
}
