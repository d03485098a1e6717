import { auditOrigin } from '#modules/audit/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Officer } from '../deps.ts';

const base = '/lam-viec/bao-ve-du-lieu';

/** Every address of these pages, in one place; none holds a name or a number of a person. */
export const paths = {
  home: base,
  ask: `${base}/hoi`,
  question: (id: string) => `${base}/hoi/${id}`,
  readsOfPerson: (id: string) => `${base}/hoi/${id}/luot-xem`,
  copy: (id: string) => `${base}/hoi/${id}/ban-sao`,
  copyFile: (id: string) => `${base}/hoi/${id}/ban-sao.json`,
  readsOfDossier: (number: string) => `${base}/ho-so/${encodeURIComponent(number)}`,
  refused: `${base}/bi-tu-choi`,
  alarms: `${base}/canh-bao`,
  alarm: (id: string) => `${base}/canh-bao/${id}`,
  rules: `${base}/quy-dinh`,
  periods: `${base}/quy-dinh/thoi-han`,
  rulesOf: (agencyId: string) => `${base}/quy-dinh?co-quan=${agencyId}`,
  /** Belong to the dossiers. */
  dossier: (number: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}`,
  erase: (number: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}/xoa-du-lieu-ca-nhan`,
} as const;

export const officers = { roles: ['data-protection-officer'] } as const;

/** A route with roles has an actor. */
export function officerOf(request: RequestContext): Officer {
  if (!request.actor) throw new Error('a page of the officer without a person');
  return { actor: request.actor, origin: auditOrigin(request) };
}
