import type { Actor } from '#kernel/actor.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { errorsOfRefusals } from '#platform/http/refusal-status.ts';
import type { RequestContext, SetCookie } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame, Frame } from '#ui/frame.ts';
import type { IdentityDeps, Origin } from '../deps.ts';

export interface IdentityPageDeps extends IdentityDeps {
  /** Cookies are Secure and carry the prefix `__Host-`: everywhere but on http://localhost. */
  readonly secureCookies: boolean;
  /** Name of the account in an authenticator app. */
  readonly issuer: string;
  readonly publicFrame: (request: RequestContext) => Promise<Frame>;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
  /** Where a person begins her day, by her posts. */
  readonly homeOf: (actor: Actor) => string;
}

export const paths = {
  signIn: '/dang-nhap',
  code: '/dang-nhap/ma',
  signOut: '/dang-xuat',
  firstSteps: '/buoc-dau',
  account: '/tai-khoan',
  password: '/tai-khoan/mat-khau',
  secondFactor: '/tai-khoan/ma',
  sessions: '/tai-khoan/phien',
  link: '/moi/:token',
} as const;

export function cookieName(secure: boolean): string {
  return secure ? '__Host-motcua' : 'motcua';
}

export function tokenOf(deps: IdentityPageDeps, request: RequestContext): string | undefined {
  return request.cookies[cookieName(deps.secureCookies)];
}

/** Lasts as long as the browser is open; an empty token removes it. */
export function sessionCookie(deps: IdentityPageDeps, token: string): SetCookie {
  const cookie = { name: cookieName(deps.secureCookies), value: token };
  return token === '' ? { ...cookie, maxAgeSeconds: 0 } : cookie;
}

export function originOf(request: RequestContext): Origin {
  const { legalNow, machineNow, address, id, headers } = request;
  const device = String(headers['user-agent'] ?? '').slice(0, 150);
  return { legalNow, machineNow, address, requestId: id, device };
}

export function errorsOf(t: Words, refusal: Refusal): FormError[] {
  return errorsOfRefusals(t, [refusal]);
}
