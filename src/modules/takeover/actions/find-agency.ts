import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { findOneStopOf, listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';

export interface TakingAgency {
  readonly agency: OfficeInForce;
  readonly oneStop: OfficeInForce;
  /** All offices in force of the installation. */
  readonly offices: readonly OfficeInForce[];
}

/**
 * The agency that takes over: the one named, or the only one with a one-stop. Refusals: `agency-unknown`,
 * `agency-needed`, `no-one-stop`.
 */
export async function findAgency(
  q: Queries,
  code: string | null,
  today: CivilDate,
): Promise<Outcome<TakingAgency>> {
  const offices = await listOfficesInForce(q, today);
  const receiving = offices.filter(
    (one) =>
      one.kind === 'agency' &&
      offices.some(({ kind, agencyId }) => kind === 'one-stop' && agencyId === one.id),
  );
  const named = receiving.filter((one) => code === null || [one.code, one.agencyCode].includes(code));
  const [agency, another] = named;
  const codes = receiving.map((one) => `${one.agencyCode ?? one.code} (${one.name})`).join('; ');
  if (!agency) return refused(code === null ? 'takeover/no-one-stop' : 'takeover/agency-unknown', { codes });
  if (another) return refused('takeover/agency-needed', { codes });
  const oneStop = await findOneStopOf(q, agency.id, today);
  return oneStop ? accepted({ agency, oneStop, offices }) : refused('takeover/no-one-stop', { codes });
}
