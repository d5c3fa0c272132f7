import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { AppError } from '../../../shared/domain/app-error';
import { pageKeyHeader, pageKeyParameter } from '../../../shared/rpc/http-wire';

export interface GuardOptions {
  /** The secret of this run: whoever knows it is the person who started the application. */
  readonly token: string;
  /** The port that the server listens on. */
  readonly port: () => number;
  /** What a person sees who comes without the token. */
  readonly entryRefused: string;
  /** Whether the page runs no script, and so cannot send more than its cookie. */
  readonly isScriptless: boolean;
}

/** 256 bits that nobody guesses, as a text for addresses. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Carries the token in the printed address, once: a cookie that no script can read and the key of the page stand for it then. */
export const tokenParameter = 'token';

/**
 * Lets in only requests that come to a loopback name, from the page itself, by someone who knows the token. Another
 * site in the same browser knows no token, and a name that it points at 127.0.0.1 is not a loopback name. The cookie, which
 * other ports of this PC may be sent, is worth the page itself and nothing that asks or writes.
 */
export function guard({ token, port, entryRefused, isScriptless }: GuardOptions): MiddlewareHandler {
  const [visit, pageKey] = [makeSecret(), makeSecret()];
  const isToken = constantTimeComparison(token);
  const isVisit = constantTimeComparison(visit);
  const isPageKey = constantTimeComparison(pageKey);
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!isLoopbackHost(host, port())) return refuse(context, 'This host name is not served.');
    if (!isOwnOrigin(context, host)) return refuse(context, 'Requests of other pages are not served.');

    // Cookies are shared by all ports of a host: without the port in its name, two applications would fight over one.
    const cookieName = `smart-recruiting-${port()}`;
    const given = context.req.method === 'GET' ? context.req.query(tokenParameter) : undefined;
    if (given !== undefined && isToken(given)) {
      setCookie(context, cookieName, visit, { path: '/', httpOnly: true, sameSite: 'Strict' });
      context.header('Cache-Control', 'no-store');
      return context.redirect(
        isScriptless ? context.req.path : `${context.req.path}#${pageKeyParameter}=${pageKey}`,
        303,
      );
    }
    const bearer = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    if (bearer !== undefined && isToken(bearer)) return await next();
    const isOwnPage = isScriptless || isReading(context) || isPageKey(context.req.header(pageKeyHeader) ?? '');
    if (isVisit(getCookie(context, cookieName) ?? '') && isOwnPage) return await next();
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
  return origin === undefined ? isReading(context) : origin === `http://${host}`;
}

function isReading({ req }: Context): boolean {
  return req.method === 'GET' || req.method === 'HEAD';
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
