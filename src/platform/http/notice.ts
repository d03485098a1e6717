import type { ComponentChild } from 'preact';
import type { Actor } from '#kernel/actor.ts';
import type { Language, Words } from '#platform/i18n/words.ts';

/** A page of the server itself: not found, not allowed, sign in again, trouble. */
export interface Notice {
  readonly status: number;
  readonly title: string;
  readonly lines: readonly string[];
  /** Number that a person can read out on the telephone; it is in the log. */
  readonly reference?: string;
  readonly links: readonly { readonly href: string; readonly text: string; readonly newTab?: boolean }[];
  /** The form that was sent, to send it once more: nothing typed is lost. */
  readonly resend?: {
    readonly action: string;
    readonly fields: readonly (readonly [string, string])[];
    readonly csrf: string;
    readonly button: string;
  };
}

/** What a notice may know; a page about trouble must not need the database. */
export interface NoticeContext {
  readonly t: Words;
  readonly language: Language;
  readonly path: string;
  readonly actor: Actor | null;
  readonly csrf: string;
}

/** The user interface draws it; given by main. */
export type RenderNotice = (notice: Notice, context: NoticeContext) => ComponentChild;

type Kind =
  | 'not-found'
  | 'forbidden'
  | 'bad-request'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'trouble'
  | 'unavailable'
  | 'disk-full'
  | 'sign-in-again'
  | 'confirm-again'
  | 'invalid'
  | 'other-site';

const statuses: Readonly<Record<Kind, number>> = {
  'not-found': 404,
  forbidden: 403,
  'bad-request': 400,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  trouble: 500,
  unavailable: 503,
  'disk-full': 503,
  'sign-in-again': 401,
  'confirm-again': 403,
  invalid: 422,
  'other-site': 403,
};

const referenced: readonly Kind[] = ['trouble', 'unavailable', 'disk-full', 'forbidden', 'bad-request'];

/** Each kind says what happened, and what can be done now. */
export function noticeOf(kind: Kind, t: Words, requestId: string, more: Partial<Notice> = {}): Notice {
  return {
    status: statuses[kind],
    title: t(`http.notice.${kind}.title`),
    lines: [t(`http.notice.${kind}.what`), t(`http.notice.${kind}.now`)],
    links: [{ href: '/', text: t('http.notice.home') }],
    ...(referenced.includes(kind) ? { reference: requestId } : {}),
    ...more,
  };
}

export type NoticeKind = Kind;
