import { z } from 'zod';
import type { Role } from '#kernel/actor.ts';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { errorsOfRefusals } from '#platform/http/refusal-status.ts';
import type { RequestContext } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Random } from '#platform/random/random.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import type { CalendarDeps, CalendarPress } from '../deps.ts';

export interface CalendarPageDeps extends CalendarDeps {
  readonly random: Random;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
  /** Open dossiers whose limit runs over these days: what a change touches. */
  readonly countOpenOver: (
    q: Queries,
    days: { readonly from: CivilDate; readonly to: CivilDate },
    officeId?: string | null,
  ) => Promise<number>;
}

export const calendarKeepers: { readonly roles: readonly Role[] } = {
  roles: ['calendar-manager', 'system-administrator'],
};

const base = '/quan-tri';

export const calendarPaths = {
  start: base,
  years: `${base}/lich`,
  year: (year: number | string) => `${base}/lich/${year}`,
  confirm: (year: number | string) => `${base}/lich/${year}/xac-nhan`,
  day: (date: string) => `${base}/lich/ngay/${date}`,
  newDay: `${base}/lich/ngay`,
  hours: `${base}/gio-lam-viec`,
  office: (id: string) => `${base}/gio-lam-viec/${id}`,
  officeHours: (id: string) => `${base}/gio-lam-viec/${id}/gio`,
  opening: (id: string) => `${base}/gio-lam-viec/${id}/mo-cua`,
} as const;

/** The id that stands in an address for "all offices without hours of their own". */
export const COMMON = 'chung';

export const line = typedField;
export const yearParams = z.object({ year: z.coerce.number().int().min(1990).max(2199) });
export const newIdField = z.uuid();

export function newPressId({ random }: CalendarPageDeps, { machineNow }: RequestContext): string {
  return random.uuid(Date.parse(machineNow));
}

export function pressOf(request: RequestContext): CalendarPress {
  const { actor } = request;
  if (!actor) throw new Error('a page of the calendar without a person');
  return { actor, origin: auditOrigin(request) };
}

export function sentErrors(t: Words, sent: { readonly refusal: Refusal } | null): FormError[] {
  return errorsOfRefusals(t, sent ? [sent.refusal] : []);
}

export function requiredDate(text: string, field: string): Outcome<CivilDate> {
  return text === '' ? refused('calendar/date-missing', {}, field) : parseCivilDate(text, field);
}

/** Only an administrator has the start page above. */
export function calendarCrumbs(t: Words, { actor }: RequestContext, ...crumbs: readonly Crumb[]): Crumb[] {
  const administers = actor?.posts.some((post) => post.role === 'system-administrator');
  return administers
    ? [{ href: calendarPaths.start, label: t('calendar.admin.start') }, ...crumbs]
    : [...crumbs];
}
