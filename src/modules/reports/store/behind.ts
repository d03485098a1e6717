import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { DossierClass } from '../rules/class-of-dossier.ts';
import { holds, holdsOfChannel, type Selection, shownChannel } from '../rules/selection.ts';
import type { CountedInClass } from '../rules/standing-at.ts';
import { type After, type Behind, behindRows } from './behind-rows.ts';
import { className, clockColumns } from './class-sql.ts';
import { countByMonth, countHandled, countStanding } from './standing.ts';
import { lastMoment } from './standing-rows.ts';
import { listUncounted } from './uncounted.ts';

/** A dossier behind a number of a report: nothing of a person. */
export interface DossierBehind {
  readonly id: string;
  readonly name: string;
  readonly procedureName: string;
  readonly receivedAt: Instant;
  /** As it stood at the end of the period. */
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly class: DossierClass;
}

/** Whole agencies, and offices, whose dossiers somebody may open. */
export interface Readable {
  readonly agencyIds: readonly string[];
  readonly officeIds: readonly string[];
}

export interface CountedBehind {
  readonly all: number;
  /** Of them those that this person may open. */
  readonly readable: number;
}

/** All of a number, and those of them that somebody may open. Whole agencies are added up, no dossier is read. */
export async function countBehind(q: Queries, behind: Behind, readable: Readable): Promise<CountedBehind> {
  const { agencyIds } = behind.asked;
  const whole = agencyIds.filter((id) => readable.agencyIds.includes(id));
  const others = agencyIds.filter((id) => !readable.agencyIds.includes(id));
  const of = (ids: readonly string[]): Behind => ({ ...behind, asked: { ...behind.asked, agencyIds: ids } });
  const ofWhole = await countAdded(q, of(whole));
  if (others.length === 0) return { all: ofWhole, readable: ofWhole };
  const all = ofWhole + (await countAdded(q, of(others)));
  return { all, readable: ofWhole + (await countInvolved(q, of(others), readable)) };
}

/** A number of a report is the sum of what is counted alike. */
async function countAdded(q: Queries, { asked, selection, passing, now }: Behind): Promise<number> {
  if (asked.agencyIds.length === 0) return 0;
  const { of, key } = selection;
  const sum = (counts: readonly CountedInClass[]) => counts.reduce((so, { count }) => so + count, 0);
  if (of === 'office' || of === 'officer') {
    const counts = await countHandled(q, asked, passing, now);
    const keyOf = of === 'office' ? 'officeId' : 'accountId';
    return sum(counts.filter((one) => (one[keyOf] ?? '') === key && holds(selection, one)));
  }
  if (of === 'month') {
    const counts = await countByMonth(q, asked, now);
    return sum(counts.filter(({ month, ...one }) => month === key && holds(selection, one)));
  }
  const counts = await countStanding(q, asked, now);
  return sum(
    counts.filter((one) => {
      const keys: Readonly<Partial<Record<Selection['of'], string>>> = {
        ...{ sum: key, agency: one.agencyId, field: one.field, channel: shownChannel(one) },
      };
      return keys[of] === key && holdsOfChannel(selection, one);
    }),
  );
}

/** Of agencies that somebody does not read as a whole. */
async function countInvolved(q: Queries, behind: Behind, readable: Readable): Promise<number> {
  if (readable.officeIds.length === 0) return 0;
  const gap = await listUncounted(q, behind.asked, behind.now);
  const { before, rows: those } = behindRows(behind, gap, mayOpenIn(behind, readable), null);
  const { rows } = await sql<{
    n: number;
  }>`with ${before} select count(*)::int as n from (${those}) s`.execute(q);
  return rows[0]?.n ?? 0;
}

/**
 * Those that somebody may open, by the day of their receipt; `after` is the last of the page before. No more than a page
 * is read of what the counts know.
 */
export async function listBehind(
  q: Queries,
  behind: Behind,
  readable: Readable,
  page: { readonly after: { readonly at: Instant; readonly id: string } | null; readonly limit: number },
): Promise<DossierBehind[]> {
  const { asked, now } = behind;
  const place: After = { after: page.after, limit: page.limit };
  const gap = await listUncounted(q, asked, now);
  const { before, rows: those } = behindRows(behind, gap, mayOpenIn(behind, readable), place);
  const { rows } = await sql<DossierBehind>`
    with ${before}, page as (
      select * from (${those}) s order by received_on, id limit ${page.limit}
    )
    select t.id, t.name, t.procedure_name as "procedureName", t.received_at as "receivedAt", stood.due_at as "dueAt",
           case when stood.kind = 'ended' then stood.from_at end as "endedAt", ${className(sql`page.class`)} as class
      from page join dossiers.report_timeliness t on t.id = page.id
      cross join lateral (
        select i.kind, i.from_at, ${clockColumns[asked.clock ?? 'legal']} from dossiers.report_interval i
         where i.dossier_id = page.id and i.from_at <= ${lastMoment(asked, now)} order by i.seq desc limit 1) stood
     order by page.received_on, page.id`.execute(q);
  return rows;
}

const isInvolved = ({ officeIds }: Readable): RawBuilder<unknown> => sql`exists (
  select from dossiers.report_involved i where i.dossier_id = s.id and i.office_id = any (${officeIds}::uuid[]))`;

/** Of the dossiers `s`. */
export const mayOpen = (readable: Readable): RawBuilder<unknown> =>
  sql`(s.agency_id = any (${readable.agencyIds}::uuid[]) or ${isInvolved(readable)})`;

/** The same, asked no more than the agencies of a number need. */
function mayOpenIn({ asked }: Behind, readable: Readable): RawBuilder<unknown> {
  const isWhole = (id: string) => readable.agencyIds.includes(id);
  if (asked.agencyIds.every(isWhole)) return sql`true`;
  return asked.agencyIds.some(isWhole) ? mayOpen(readable) : isInvolved(readable);
}
