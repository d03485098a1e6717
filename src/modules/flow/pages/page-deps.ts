import { type Actor, holdsRole, postsWithRole, type Role } from '#kernel/actor.ts';
import type { CalendarFor } from '#modules/calendar/index.ts';
import { figureReaders } from '#modules/reports/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';

export interface FlowPageDeps {
  readonly db: Database;
  readonly calendarFor: CalendarFor;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

export const WAYS_PATH = '/lam-viec/duong-di';

const keepers: readonly Role[] = ['system-administrator'];

/** Who sees how dossiers go: who reads the figures, and who keeps the system. */
export const wayReaders: readonly Role[] = [...figureReaders, ...keepers];

/** Agencies whose system a person keeps. */
export function keptAgencies(actor: Actor): readonly string[] {
  return holdsRole(actor, keepers) ? postsWithRole(actor, keepers).map(({ agencyId }) => agencyId) : [];
}
