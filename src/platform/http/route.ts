import type { ComponentChild } from 'preact';
import type { z } from 'zod';
import type { Actor, Role } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Language, Words } from '#platform/i18n/words.ts';

/**
 * Who may open a route. `first-steps` is a signed-in person who still has to change a first password or set
 * up the second factor. A table in the repository (docs/access.md) lists every route × role, and a test holds it.
 */
export type Access = 'public' | 'first-steps' | 'signed-in' | { readonly roles: readonly Role[] };

export interface UploadedFile {
  readonly field: string;
  readonly fileName: string;
  /** Path of the temporary copy; removed after the request. */
  readonly path: string;
  readonly size: number;
  /** True when the file was longer than the limit and was cut off while reading. */
  readonly tooLarge: boolean;
}

/** What every request knows. */
export interface RequestContext {
  readonly id: string;
  readonly actor: Actor | null;
  readonly sessionId: string | null;
  readonly address: string;
  readonly language: Language;
  readonly t: Words;
  readonly legalNow: Instant;
  readonly machineNow: Instant;
  readonly path: string;
  /** Token for `<CsrfField token={…}/>`. */
  readonly csrf: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Request<P = unknown, Q = unknown, F = unknown> extends RequestContext {
  readonly params: P;
  readonly query: Q;
  readonly form: F;
  readonly files: readonly UploadedFile[];
}

/** Always HttpOnly, SameSite=Lax, for the whole site, Secure where the site is; `maxAgeSeconds: 0` removes it. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds?: number;
}

export type Reply = (
  | { readonly kind: 'page'; readonly node: ComponentChild; readonly status: number }
  | { readonly kind: 'redirect'; readonly to: string }
  /** The neutral page "not found": also for what this person may not see. */
  | { readonly kind: 'not-found' }
  /** A refusal that has no form to go back to; status by the table in refusal-status.ts. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'json'; readonly body: unknown; readonly status: number }
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly type: string;
      readonly fileName?: string;
      readonly status: number;
    }
) & { readonly cookies?: readonly SetCookie[]; readonly headers?: Readonly<Record<string, string>> };

export const page = (node: ComponentChild, status = 200): Reply => ({ kind: 'page', node, status });
export const redirect = (to: string): Reply => ({ kind: 'redirect', to });
export const notFound = (): Reply => ({ kind: 'not-found' });
export const refusedPage = (refusal: Refusal): Reply => ({ kind: 'refused', refusal });
export const json = (body: unknown, status = 200): Reply => ({ kind: 'json', body, status });
export const bytes = (content: Uint8Array, type: string, fileName?: string): Reply => ({
  kind: 'bytes',
  bytes: content,
  type,
  status: 200,
  ...(fileName ? { fileName } : {}),
});

export interface RouteDefinition<P, Q, F> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: Access;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** Parsed from the body; when it does not fit, `invalid` answers, else a 422 page. */
  readonly form?: z.ZodType<F>;
  /** Files come as multipart; the fields beside them are the form. */
  readonly upload?: boolean;
  /** Of every answer, also of a notice that something is wrong. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly handle: (request: Request<P, Q, F>) => Promise<Reply> | Reply;
  readonly invalid?: (
    request: Request<P, Q, Readonly<Record<string, string | string[]>>>,
    issues: readonly FormIssue[],
  ) => Promise<Reply> | Reply;
}

export interface FormIssue {
  readonly field: string;
  /** A words key, or a zod code turned into one. */
  readonly message: string;
}

export type Route = RouteDefinition<never, never, never> & { readonly __route: true };

/** Declares a route; the types of params, query and form follow from the schemas. */
export function route<P = unknown, Q = unknown, F = unknown>(definition: RouteDefinition<P, Q, F>): Route {
  return { ...definition, __route: true } as unknown as Route;
}
