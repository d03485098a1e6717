import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { DossierClass } from '../rules/class-of-dossier.ts';
import type { Selection } from '../rules/selection.ts';
import { handledBy, monthOf, type PeriodAsked, standing } from './standing-rows.ts';

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

/** Which dossiers: those of a number, in a period counted at a moment. */
export interface Behind {
  readonly asked: PeriodAsked;
  readonly selection: Selection;
  /** Offices that a dossier only passes through: one-stops and leaderships. */
  readonly passing: readonly string[];
  readonly now: Instant;
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

/** All of a number, and those of them that somebody may open. */
export async function countBehind(q: Queries, behind: Behind, readable: Readable): Promise<CountedBehind> {
  const { rows } = await sql<CountedBehind>`
    with ${standing(behind.asked, behind.now)}
    select count(*)::int as "all", (count(*) filter (where ${mayOpen(readable)}))::int as readable
      from standing s where ${selected(behind)}`.execute(q);
  return rows[0] ?? { all: 0, readable: 0 };
}

/** Those that somebody may open, by the day of their receipt; `after` is the last of the page before. */
export async function listBehind(
  q: Queries,
  behind: Behind,
  readable: Readable,
  page: { readonly after: { readonly at: Instant; readonly id: string } | null; readonly limit: number },
): Promise<DossierBehind[]> {
  const { after, limit } = page;
  const further = after
    ? sql`(s.received_at, s.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<DossierBehind>`
    with ${standing(behind.asked, behind.now)}
    select s.id, s.name, s.procedure_name as "procedureName", s.received_at as "receivedAt", s.due_at as "dueAt",
           s.ended_at as "endedAt", s.class
      from standing s
     where ${selected(behind)} and ${mayOpen(readable)} and ${further}
     order by s.received_at, s.id limit ${limit}`.execute(q);
  return rows;
}

/** Of the dossiers `s`. */
export const mayOpen = ({
  agencyIds,
  officeIds,
}: Readable) => sql`(s.agency_id = any (${agencyIds}::uuid[]) or exists (
  select from dossiers.report_involved i where i.dossier_id = s.id and i.office_id = any (${officeIds}::uuid[])))`;

function selected({ selection, passing }: Behind): RawBuilder<unknown> {
  const { before, online, classes } = selection;
  return sql.join(
    [
      ofLine(selection, passing),
      before === undefined ? sql`true` : sql`s.before = ${before}`,
      online === undefined ? sql`true` : sql`(s.channel = 'online') = ${online}`,
      classes === undefined ? sql`true` : sql`s.class = any (${classes}::text[])`,
    ],
    sql` and `,
  );
}

function ofLine({ of, key }: Selection, passing: readonly string[]): RawBuilder<unknown> {
  const handled = handledBy(sql`s.id`, sql`s.last`, passing);
  switch (of) {
    case 'sum':
      return sql`true`;
    case 'agency':
      return sql`s.agency_id::text = ${key}`;
    case 'field':
      return sql`s.field = ${key}`;
    case 'channel':
      return sql`case when s.assisted then 'assisted' else s.channel end = ${key}`;
    case 'month':
      return sql`${monthOf(sql`s.received_at`)} = ${key}`;
    case 'office':
      return sql`coalesce((select h.office_id::text from (${handled}) h), '') = ${key}`;
    case 'officer':
      return sql`coalesce((select h.account_id::text from (${handled}) h), '') = ${key}`;
    default:
      return sql`false`;
  }
}
