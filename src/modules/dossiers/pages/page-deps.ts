import type { ComponentChild } from 'preact';
import type { Actor } from '#kernel/actor.ts';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import { type AuditOrigin, auditOrigin } from '#modules/audit/index.ts';
import type { PaperDeps } from '#modules/documents/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { DossierDeps } from '../actions/deps.ts';
import type { UnpaidFees } from '../actions/hand-over-many.ts';
import type { RootKey } from '../actions/make-daily-root.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { ReadPurpose } from '../rules/read-purpose.ts';

/** What the pages need besides the life of a dossier: where bytes lie, who draws papers, what stands around. */
export interface DossierPageDeps extends DossierDeps {
  readonly papers: PaperDeps;
  /** Checks the daily roots; its private half is a job's. */
  readonly rootKey: Pick<RootKey, 'publicKey'>;
  /** Before many are signed at once: the person gives the code of the second factor again. */
  readonly confirmCode: (request: RequestContext, code: string) => Promise<Outcome<null>>;
  /** Where who has no second factor yet sets it up, before they sign; null: has one. */
  readonly secondFactorPage: (request: RequestContext) => Promise<string | null>;
  /** In a demo the code is shown. */
  readonly demoCode: (request: RequestContext) => Promise<string | null>;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
  /** Left out where nobody takes any money. */
  readonly unpaid?: UnpaidFees;
  /** What the page shows of the dossier's money; left out where nobody takes any. */
  readonly moneyOf?: (request: RequestContext, dossier: Dossier) => Promise<ComponentChild>;
  /** What else is said where the day begins; left out where nobody is reminded. */
  readonly startLines?: (request: RequestContext) => Promise<ComponentChild>;
}

const base = '/lam-viec/ho-so';

/** The registers of a one-stop: reports are compared with them. */
export const REGISTER_PATH = '/lam-viec/so-theo-doi';

/** Every address of these pages, in one place. */
export const paths = {
  work: '/lam-viec',
  results: '/lam-viec/tra-ket-qua',
  unfetched: '/lam-viec/tra-ket-qua?nhom=cho-lau',
  /** Belongs to the people of the house: who is away. */
  absences: '/lam-viec/vang-mat',
  moved: '/lam-viec/bao-ngay-hen',
  movedTold: '/lam-viec/bao-ngay-hen/da-bao',
  returnMany: '/lam-viec/tra-ket-qua/tra',
  returnManyDone: '/lam-viec/tra-ket-qua/tra/xong',
  returnSheet: (id: string) => `/lam-viec/tra-ket-qua/phieu/${id}`,
  group: (id: string) => `/lam-viec/nhom/${id}`,
  told: '/lam-viec/tra-ket-qua/da-bao',
  unfetchedDays: '/lam-viec/tra-ket-qua/so-ngay',
  list: base,
  search: '/lam-viec/tim',
  seals: '/lam-viec/niem-phong',
  bulk: '/lam-viec/hang-loat',
  handOvers: '/lam-viec/ban-giao',
  handOverList: (id: string) => `/lam-viec/ban-giao/${id}`,
  signing: '/lam-viec/ky',
  overview: '/lam-viec/tinh-hinh',
  late: '/lam-viec/tinh-hinh/qua-han',
  held: '/lam-viec/tinh-hinh/dang-giu',
  training: '/lam-viec/ho-so-thu',
  register: REGISTER_PATH,
  registerPrints: '/lam-viec/so-theo-doi/in',
  registerPrint: (id: string) => `/lam-viec/so-theo-doi/in/${id}`,
  workSheet: '/lam-viec/viec-cua-toi.xlsx',
  listSheet: `${base}.xlsx`,
  found: (id: string) => `/lam-viec/tim/${id}`,
  dossier: (number: string) => `${base}/${encodeURIComponent(number)}`,
  at: (number: string, what: string) => `${base}/${encodeURIComponent(number)}/${what}`,
  /** Belongs to reception: going on with what was submitted. */
  nextLike: (number: string) => `/lam-viec/tiep-nhan/nhu/${encodeURIComponent(number)}`,
  review: (reference: string) => `/lam-viec/tiep-nhan/tu/${encodeURIComponent(reference)}`,
} as const;

/** Belongs to reception: a training dossier begins there. */
export const TRAINING_START = '/lam-viec/tiep-nhan/thu';

/** Why a dossier has this date, below its page. */
export const WHY = 'vi-sao';

export interface Reader {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  readonly purpose?: ReadPurpose;
}

/** A route with roles has an actor. */
export function readerOf(request: RequestContext, purpose?: ReadPurpose): Reader {
  if (!request.actor) throw new Error('a page of the desk without a person');
  return { actor: request.actor, origin: auditOrigin(request), ...(purpose ? { purpose } : {}) };
}

export function errorOfRefusal(t: Words, refusal: Refusal): FormError {
  return { field: refusal.field, text: textOfRefusal(t, inWords(t, refusal)) };
}

/** Codes in a refusal's params are said in words. */
export function inWords(t: Words, refusal: Refusal): Refusal {
  const { command, state, task } = refusal.params ?? {};
  return {
    ...refusal,
    params: {
      ...refusal.params,
      ...(command === undefined ? {} : { command: t(`dossiers.command.${command}`) }),
      ...(state === undefined ? {} : { state: t(`dossiers.state.${state}`) }),
      ...(task === undefined ? {} : { task: t(`dossiers.task.${task}`) }),
    },
  };
}
