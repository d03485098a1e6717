import type { Role } from '#kernel/actor.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Random } from '#platform/random/random.ts';
import type { DeskFrame } from '#ui/frame.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import type { IncidentDeps, IncidentPress } from '../deps.ts';

export interface IncidentPageDeps extends IncidentDeps {
  readonly random: Random;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

export const incidentKeepers: { readonly roles: readonly Role[] } = { roles: ['system-administrator'] };

const base = '/quan-tri/su-co';
export const paths = {
  start: '/quan-tri',
  list: base,
  record: `${base}/ghi`,
  end: (id: string) => `${base}/${id}/ket-thuc`,
} as const;

export function pressOf(request: RequestContext): IncidentPress {
  const { actor } = request;
  if (!actor) throw new Error('a page of incidents without a person');
  return { actor, origin: auditOrigin(request) };
}

export function crumbsOf(t: Words, last?: string): Crumb[] {
  const start = { href: paths.start, label: t('incidents.start') };
  const list = { href: paths.list, label: t('incidents.title') };
  return last === undefined ? [start, { label: t('incidents.title') }] : [start, list, { label: last }];
}
