import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { countByChannelAndState, findLastRoot } from '#modules/dossiers/index.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import { countWaiting } from '#modules/reports/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { listWarnings } from '#platform/warnings.ts';

/** A part of `./motcua status --json`. */
export interface StatusPart {
  readonly name: string;
  readonly read: (q: Queries, now: Instant) => Promise<unknown>;
}

export const statusParts: readonly StatusPart[] = [
  {
    name: 'organisation',
    read: async (q, now) => {
      const offices = await listOfficesInForce(q, dateOf(now));
      return offices
        .filter((office) => office.kind === 'agency')
        .map(({ code, name, agencyCode }) => ({ code, name, agencyCode }));
    },
  },
  { name: 'dossiers', read: (q) => countByChannelAndState(q) },
  { name: 'changesToCountForReports', read: (q) => countWaiting(q) },
  { name: 'warnings', read: (q) => listWarnings(q) },
  { name: 'lastDailyRoot', read: async (q) => (await findLastRoot(q))?.day ?? null },
];
