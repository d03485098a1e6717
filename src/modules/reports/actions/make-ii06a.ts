import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { type Ii06aLine, ii06aLine } from '../rules/ii06a.ts';
import { type CountedField, countFields } from '../store/ii06a.ts';

export interface Ii06aAsked {
  readonly from: CivilDate;
  /** Included. */
  readonly to: CivilDate;
  /** Of an agency: its report by field. Undefined: all agencies, a line each. */
  readonly agencyCode: string | undefined;
}

export interface NamedLine {
  readonly name: string;
  readonly line: Ii06aLine;
}

export interface Ii06a {
  /** Legal moment at which the open ones were classed. */
  readonly at: Instant;
  readonly lines: readonly NamedLine[];
  readonly sum: Ii06aLine;
}

/**
 * Biểu II.06a of one agency by field, or of all by agency; the legal clock. Refusals: `reports/agency-unknown`,
 * `reports/period-backwards`.
 */
export async function makeIi06a(q: Queries, asked: Ii06aAsked, now: Instant): Promise<Outcome<Ii06a>> {
  if (asked.from > asked.to) return refused('reports/period-backwards');
  const all = (await listOfficesInForce(q, dateOf(now))).filter(({ kind }) => kind === 'agency');
  const { agencyCode: code } = asked;
  const agencies = code === undefined ? all : all.filter((one) => [one.code, one.agencyCode].includes(code));
  if (agencies.length === 0) return refused('reports/agency-unknown', { code: code ?? '' });
  const counts = await countFields(q, { ...asked, agencyIds: agencies.map(({ id }) => id) }, now);
  const byAgency = agencies.map(({ id, name }) => ({
    name,
    line: ii06aLine(counts.filter((one) => one.agencyId === id)),
  }));
  const lines = code === undefined ? byAgency : byField(counts);
  return accepted({ at: now, lines, sum: ii06aLine(counts) });
}

function byField(counts: readonly CountedField[]): NamedLine[] {
  const fields = Map.groupBy(counts, ({ field }) => field);
  const names = [...fields.keys()].sort((a, b) => a.localeCompare(b, 'vi'));
  return names.map((name) => ({ name, line: ii06aLine(fields.get(name) ?? []) }));
}
