import type { Queries } from '#platform/db/database.ts';

/** Names of the people behind accounts, also of those who no longer work here. */
export async function nameAccounts(
  q: Queries,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await q
    .selectFrom('identity.account as a')
    .innerJoin('identity.person as p', 'p.id', 'a.person_id')
    .select(['a.id', 'p.name'])
    .where('a.id', 'in', [...new Set(accountIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface DescribedPost {
  readonly title: string;
  readonly officeName: string;
}

/** What posts were called, also those that are over. */
export async function describePosts(
  q: Queries,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, DescribedPost>> {
  if (postIds.length === 0) return new Map();
  const rows = await q
    .selectFrom('identity.post as p')
    .innerJoin('identity.office as o', 'o.id', 'p.office_id')
    .select(['p.id', 'p.title', 'o.name as officeName'])
    .where('p.id', 'in', [...new Set(postIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The agency of each office, also of offices that are no more. */
export async function agenciesOfOffices(
  q: Queries,
  officeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (officeIds.length === 0) return new Map();
  const rows = await q
    .selectFrom('identity.office')
    .select(['id', 'agency_id'])
    .where('id', 'in', [...new Set(officeIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.agency_id]));
}

/** Codes of all offices, also of those that are no more. */
export async function mapOfficeCodes(q: Queries): Promise<ReadonlyMap<string, string>> {
  const rows = await q.selectFrom('identity.office').select(['id', 'code']).execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}
