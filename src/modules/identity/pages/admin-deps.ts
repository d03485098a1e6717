import { z } from 'zod';
import type { Role } from '#kernel/actor.ts';
import { type CivilDate, formatCivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Request, RequestContext } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import type { DelegationDeps } from '../actions/delegate.ts';
import { newId } from '../deps.ts';
import type { AdminPress } from '../press.ts';
import type { Level, Regime } from '../rules/office.ts';
import { errorsOf, originOf } from './page-deps.ts';

/** What the pages of administration need: what stands around them, and what upper modules know. */
export interface OrganisationPageDeps extends DelegationDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
  /** For one-time links. */
  readonly publicUrl: string;
  /** Names by which the process tables know the sections of an agency. */
  readonly sectionsOf: (q: Queries, regime: Regime, level: Level) => Promise<readonly string[]>;
  /** Open dossiers an office holds. */
  readonly countOpenWork: (q: Queries, officeId: string) => Promise<number>;
}

export const administrators: { readonly roles: readonly Role[] } = { roles: ['system-administrator'] };

const base = '/quan-tri';

/** Every address of these pages. */
export const adminPaths = {
  start: base,
  offices: `${base}/co-quan`,
  newAgency: `${base}/co-quan/moi`,
  office: (id: string) => `${base}/co-quan/${id}`,
  newOffice: (agencyId: string) => `${base}/co-quan/${agencyId}/don-vi-moi`,
  changeOffice: (id: string) => `${base}/co-quan/${id}/thay-doi`,
  endOffice: (id: string) => `${base}/co-quan/${id}/ket-thuc`,
  codes: `${base}/ma-dinh-danh`,
  code: (id: string) => `${base}/ma-dinh-danh/${id}`,
  people: `${base}/nguoi`,
  newPerson: `${base}/nguoi/moi`,
  person: (id: string) => `${base}/nguoi/${id}`,
  correctPerson: (id: string) => `${base}/nguoi/${id}/sua`,
  givePost: (id: string) => `${base}/nguoi/${id}/chuc-danh`,
  endPost: (id: string, postId: string) => `${base}/nguoi/${id}/chuc-danh/${postId}/ket-thuc`,
  invite: (id: string) => `${base}/nguoi/${id}/tai-khoan`,
  standIns: `${base}/thay-the`,
  substitute: `${base}/thay-the/nguoi-thay`,
  delegate: `${base}/thay-the/uy-quyen`,
  endStandIn: (kind: string, id: string) => `${base}/thay-the/${kind}/${id}/ket-thuc`,
  accounts: `${base}/tai-khoan`,
  account: (id: string) => `${base}/tai-khoan/${id}`,
  accountAct: (id: string, act: string) => `${base}/tai-khoan/${id}/${act}`,
  reviews: `${base}/ra-soat`,
  newReview: `${base}/ra-soat/moi`,
  review: (id: string) => `${base}/ra-soat/${id}`,
} as const;

export const line = typedField;
export const idParams = z.object({ id: z.uuid() });
const NOTHING = '00000000-0000-0000-0000-000000000000';
/** An id from a list; nothing chosen is an id that nothing has. */
export const chosenId = z.uuid().catch(NOTHING);
/** The count of changes a form was drawn from. */
export const versionSent = z.coerce.number().int().catch(0);

/** Always the newest, also under what was typed before: pressed again, the person has seen what changed. */
export function versionField(version: number): FieldSpec {
  return { kind: 'hidden', name: 'phien-ban', value: String(version) };
}

/** The id of what a form makes; an unreadable one finds nothing. */
export const newIdField = z.uuid();

/** It is made with the page: a second press finds what the first one made. */
export function newIdHidden(deps: OrganisationPageDeps, { machineNow }: RequestContext): FieldSpec {
  return { kind: 'hidden', name: 'lan', value: newId(deps, machineNow) };
}

export function pressOf(request: RequestContext): AdminPress {
  const { actor } = request;
  if (!actor) throw new Error('a page of administration without a person');
  return { actor, origin: originOf(request) };
}

export function sentErrors(t: Words, sent: { readonly refusal: Refusal } | null): FormError[] {
  return sent ? errorsOf(t, inWords(t, sent.refusal)) : [];
}

/** Codes in a refusal's params are said in words. */
function inWords(t: Words, refusal: Refusal): Refusal {
  const role = refusal.params?.['role'];
  if (role === undefined) return refusal;
  return { ...refusal, params: { ...refusal.params, role: t(`identity.role.${role}`) } };
}

/** A date that may stay empty. */
export function optionalDate(text: string, field: string): Outcome<CivilDate | null> {
  return text === '' ? accepted(null) : parseCivilDate(text, field);
}

export function requiredDate(text: string, field: string): Outcome<CivilDate> {
  return text === '' ? refused('identity/date-missing', {}, field) : parseCivilDate(text, field);
}

export function adminCrumbs(t: Words, ...crumbs: readonly Crumb[]): Crumb[] {
  return [{ href: adminPaths.start, label: t('identity.admin.title') }, ...crumbs];
}

export function officeCrumbs(
  t: Words,
  office: { readonly id: string; readonly shortName: string },
  title: string,
): Crumb[] {
  return adminCrumbs(
    t,
    { href: adminPaths.offices, label: t('identity.offices.title') },
    { href: adminPaths.office(office.id), label: office.shortName },
    { label: title },
  );
}

/** `từ 01/07/2025 đến 30/06/2026`, `từ 01/07/2025`. */
export function spanInWords(t: Words, from: CivilDate, to: CivilDate | null): string {
  const first = formatCivilDate(from);
  return to === null
    ? t('identity.admin.from', { from: first })
    : t('identity.admin.from-to', { from: first, to: formatCivilDate(to) });
}

export type AdminRequest<F = unknown> = Request<{ id: string }, unknown, F>;
