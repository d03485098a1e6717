import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#platform/i18n/words.ts';
import { issueToken } from './csrf.ts';
import type { RequestContext } from './route.ts';
import type { ServerOptions } from './server-options.ts';
import type { SignedIn } from './sessions.ts';

export const LANGUAGE_COOKIE = 'ngon-ngu';
const YEAR_SECONDS = 31_536_000;

export interface Opened {
  readonly context: RequestContext;
  readonly signedIn: SignedIn | null;
  readonly csrfSecret: () => string | undefined;
}

export function cookieOptions(options: ServerOptions, maxAgeSeconds?: number) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: options.secureCookies,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  } as const;
}

/** The language that a header of cookies asks for. */
export function languageIn(cookie: string | undefined): Language {
  return /(?:^|[;\s])ngon-ngu=en(?:[;\s]|$)/.test(cookie ?? '') ? 'en' : 'vi';
}

/** `?ngon-ngu=en` is kept in a cookie; answers the same address without it, or nothing to do. */
export function switchLanguage(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): string | undefined {
  const url = new URL(request.url, 'http://here');
  const wanted = url.searchParams.get(LANGUAGE_COOKIE);
  if (request.method !== 'GET' || wanted === null) return undefined;
  if (wanted === 'vi' || wanted === 'en')
    reply.setCookie(LANGUAGE_COOKIE, wanted, cookieOptions(options, YEAR_SECONDS));
  url.searchParams.delete(LANGUAGE_COOKIE);
  return `${url.pathname}${url.search}`;
}

function visitorCookie(options: ServerOptions): string {
  return options.secureCookies ? '__Host-motcua-form' : 'motcua-form';
}

/** Who asks, in which language, at which moments. `who` is given where the database must not be asked. */
export async function openContext(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
  who?: SignedIn | null,
): Promise<Opened> {
  const moments = { legalNow: options.legalClock.now(), machineNow: options.machineClock.now() };
  const { cookies, headers } = request;
  const question = { cookies, headers, address: request.ip, ...moments };
  const signedIn = who === undefined ? await options.sessions.authenticate(question) : who;
  const language = languageIn(headers.cookie);
  let visitor = cookies[visitorCookie(options)];
  const tokenOfPage = () => {
    if (!signedIn && !visitor) {
      visitor = Buffer.from(options.random.bytes(24)).toString('base64url');
      reply.setCookie(visitorCookie(options), visitor, cookieOptions(options));
    }
    return issueToken(signedIn?.csrfSecret ?? visitor ?? '', options.random.bytes(12));
  };
  let token: string | undefined;
  const context: RequestContext = {
    id: request.id,
    actor: signedIn?.actor ?? null,
    sessionId: signedIn?.sessionId ?? null,
    address: request.ip,
    language,
    t: options.words(language),
    ...moments,
    path: request.url.split('?', 1)[0] ?? '/',
    get csrf() {
      token ??= tokenOfPage(); // the cookie of a visitor is set only where there is a form
      return token;
    },
    cookies,
    headers,
  };
  return { context, signedIn, csrfSecret: () => signedIn?.csrfSecret ?? visitor };
}
