import { type RawBuilder, sql } from 'kysely';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { endedClasses } from '../rules/class-of-dossier.ts';
import type { Selection } from '../rules/selection.ts';
import { classesByNumber, lastClass, standingsBy } from './class-sql.ts';
import { NOBODY } from './facts.ts';
import { lastDay, periodParts } from './period-parts.ts';
import { handledBy, lastMoment, type PeriodAsked, standing } from './standing-rows.ts';
import type { Uncounted } from './uncounted.ts';

type Sql = RawBuilder<unknown>;

const isEnded: readonly string[] = endedClasses;

/** Which dossiers: those of a number, in a period counted at a moment. */
export interface Behind {
  readonly asked: PeriodAsked;
  readonly selection: Selection;
  /** Offices that a dossier only passes through: one-stops and leaderships. */
  readonly passing: readonly string[];
  readonly now: Instant;
}

export interface After {
  readonly after: { readonly at: Instant; readonly id: string } | null;
  readonly limit: number;
}

/**
 * The dossiers of a number, as `id`, `agency_id`, `received_on` and the number of their `class` at the end of the period:
 * what goes after `with`, and the rows. What had ended is read in the order of receipt from the counts, no more than a
 * page; what had not, or is not counted, is looked at one by one; agencies that cannot be added up are read whole.
 */
export function behindRows(
  behind: Behind,
  gap: Uncounted,
  mayOpen: Sql,
  page: After | null,
): { readonly before: Sql; readonly rows: Sql } {
  const { asked, now } = behind;
  const known = { ...asked, agencyIds: gap.added };
  const others = ofOthers({ ...behind, asked: known });
  const arms = canHaveEnded(behind.selection) ? [ofEnded({ ...behind, asked: known }), others] : [others];
  const parts = periodParts(known, now, gap.uncounted);
  const unknown = { ...asked, agencyIds: gap.scanned };
  const isWhole = gap.scanned.length === 0;
  return {
    before: isWhole ? parts : sql`${parts}, ${standing(unknown, now)}`,
    rows: sql.join(
      (isWhole ? arms : [...arms, ofScanned(behind)]).map((arm) => pageOf(arm, mayOpen, page)),
      sql` union all `,
    ),
  };
}

/** What was there before and has ended is looked at one by one. */
function canHaveEnded({ before, classes }: Selection): boolean {
  return before !== true && (classes === undefined || classes.some((one) => isEnded.includes(one)));
}

function pageOf(arm: Sql, mayOpen: Sql, page: After | null): Sql {
  const all = sql`select s.id, s.agency_id, s.received_on, s.class from (${arm}) s where ${mayOpen}`;
  if (page === null) return all;
  const { after, limit } = page;
  const further = after
    ? sql`(s.received_on, s.id) > (${dateOf(after.at)}::date, ${after.id}::uuid)`
    : sql`true`;
  return sql`(${all} and ${further} order by s.received_on, s.id limit ${limit})`;
}

/** Received in the period and ended by its end: how, the counts know. */
function ofEnded({ asked, selection, now }: Behind): Sql {
  const last = lastDay(asked, now);
  const ended = lastClass(sql`(${standingsBy[asked.clock ?? 'legal']})`);
  return sql`
    select c.dossier_id as id, l.agency_id, c.received_on, ${ended} as class
      from reports.counted_dossier c join reports.line l on l.id = c.line_id
     where l.agency_id = any (${asked.agencyIds}::uuid[])
       and c.received_on between ${asked.from}::date and ${last}::date and c.ended_on <= ${last}::date
       and not exists (select from skipped u where u.dossier_id = c.dossier_id)
       and ${selectedLine(selection, { of: sql`l`, receivedOn: sql`c.received_on` })}
       and ${ofClasses(selection, ended)} and ${ofCountedHandler(selection, sql`c.handler_id`)}`;
}

/** From before, still open then, or not counted as they are. */
function ofOthers({ asked, selection, passing, now }: Behind): Sql {
  const handled = handledBy(sql`o.dossier_id`, lastMoment(asked, now), passing);
  return sql`
    select o.dossier_id as id, o.agency_id, o.received_on, o.class
      from one_by_one o
     where ${isBefore(selection, sql`o.before`)}
       and ${selectedLine(selection, { of: sql`o`, receivedOn: sql`o.received_on` })}
       and ${ofClasses(selection, sql`o.class`)}
       and case when o.handler_id is null then ${ofHandler(selection, handled)}
                else ${ofCountedHandler(selection, sql`o.handler_id`)} end`;
}

function ofScanned({ selection, passing }: Behind): Sql {
  const number = sql`(array_position(${classesByNumber}, d.class) - 1)`;
  return sql`
    select d.id, d.agency_id, d.received_at::date as received_on, ${number} as class
      from standing d
     where ${isBefore(selection, sql`d.before`)}
       and ${selectedLine(selection, { of: sql`d`, receivedOn: sql`d.received_at` })}
       and ${ofClasses(selection, number)} and ${ofHandler(selection, handledBy(sql`d.id`, sql`d.last`, passing))}`;
}

const isBefore = ({ before }: Selection, is: Sql): Sql =>
  before === undefined ? sql`true` : sql`${is} = ${before}`;

function ofClasses({ classes }: Selection, number: Sql): Sql {
  return classes === undefined
    ? sql`true`
    : sql`(${classesByNumber})[${number} + 1] = any (${classes}::text[])`;
}

function selectedLine(
  { of, key, online }: Selection,
  { of: d, receivedOn }: { readonly of: Sql; readonly receivedOn: Sql },
): Sql {
  const isOnline = online === undefined ? sql`true` : sql`(${d}.channel = 'online') = ${online}`;
  switch (of) {
    case 'agency':
      return sql`${isOnline} and ${d}.agency_id::text = ${key}`;
    case 'field':
      return sql`${isOnline} and ${d}.field = ${key}`;
    case 'channel':
      return sql`${isOnline} and case when ${d}.assisted then 'assisted' else ${d}.channel end = ${key}`;
    case 'month':
      return sql`${isOnline} and to_char(${receivedOn}, 'YYYY-MM') = ${key}`;
    case 'sum':
    case 'office':
    case 'officer':
      return isOnline;
    default:
      return sql`false`;
  }
}

const handlers: Readonly<Partial<Record<Selection['of'], string>>> = {
  office: 'office_id',
  officer: 'account_id',
};

function ofCountedHandler({ of, key }: Selection, handlerId: Sql): Sql {
  const column = handlers[of];
  if (!column) return sql`true`;
  return sql`${handlerId} = any (array(
    select h.id from reports.handler h where coalesce(nullif(h.${sql.ref(column)}, ${NOBODY})::text, '') = ${key}))`;
}

function ofHandler({ of, key }: Selection, handled: Sql): Sql {
  const column = handlers[of];
  if (!column) return sql`true`;
  return sql`coalesce((select h.${sql.ref(column)}::text from (${handled}) h), '') = ${key}`;
}
