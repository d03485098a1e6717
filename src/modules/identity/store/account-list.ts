import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { beginsWith } from '#platform/db/like.ts';
import type { AccountKind } from '../rules/account-policy.ts';
import { type Account, getAccount } from './accounts.ts';

/** `invited`: a link was given, nobody has set a password yet. */
export type AccountState = 'open' | 'invited' | 'disabled';

export interface AccountLine {
  readonly id: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly personId: string;
  readonly personName: string;
  /** `Chuyên viên, Văn phòng; …` of the posts of that day. */
  readonly posts: string;
  readonly roles: readonly string[];
  readonly lastSignInAt: Instant | null;
  readonly activeSince: Instant;
  readonly createdAt: Instant;
  readonly state: AccountState;
  readonly disabledReason: 'idle' | 'transfer' | 'decision' | null;
  readonly disabledAt: Instant | null;
  readonly secondFactor: boolean;
  /** Of the one-time link that still opens. */
  readonly linkUntil: Instant | null;
}

/** Every account with its owner, posts and last sign-in, by name of the account. */
export async function listAccounts(
  q: Queries,
  on: CivilDate,
  only: { readonly accountId?: string; readonly personId?: string } = {},
): Promise<AccountLine[]> {
  const { rows } = await sql<AccountLine>`
    select a.id, a.name, a.kind, a.person_id as "personId", e.name as "personName",
           coalesce(h.posts, '') as posts, coalesce(h.roles, '{}') as roles,
           a.last_sign_in_at as "lastSignInAt", a.active_since as "activeSince", a.created_at as "createdAt",
           case when a.disabled_at is not null then 'disabled'
                when a.password_hash is null and a.kind <> 'service' then 'invited' else 'open' end as state,
           a.disabled_reason as "disabledReason", a.disabled_at as "disabledAt",
           a.totp_secret is not null as "secondFactor",
           (select max(l.expires_at) from identity.one_time_link l
             where l.account_id = a.id and l.used_at is null and l.withdrawn_at is null) as "linkUntil"
      from identity.account a join identity.person e on e.id = a.person_id
      left join lateral (
        select string_agg(p.title || ', ' || o.short_name, '; ' order by p.valid_from, p.key) as posts,
               array_agg(p.role) as roles
          from identity.post p join identity.office_on(${on}::date) o on o.id = p.office_id
         where p.person_id = a.person_id and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})
           and o.valid_from <= ${on} and (o.valid_to is null or o.valid_to >= ${on})) h on true
     where (${only.accountId ?? null}::uuid is null or a.id = ${only.accountId ?? null}::uuid)
       and (${only.personId ?? null}::uuid is null or a.person_id = ${only.personId ?? null}::uuid)
     order by a.name`.execute(q);
  return rows;
}

/** The account of a person; one each. */
export async function findAccountOfPerson(q: Queries, personId: string): Promise<Account | undefined> {
  const row = await q
    .selectFrom('identity.account')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && getAccount(q, row.id);
}

export async function listAccountNames(q: Queries, beginning: string): Promise<Set<string>> {
  const rows = await q
    .selectFrom('identity.account')
    .select('name')
    .where('name', 'like', beginsWith(beginning))
    .execute();
  return new Set(rows.map((row) => row.name));
}

export type DecisionKind = 'invited' | 'reset' | 'disabled' | 'enabled';

export async function insertDecision(
  tx: Tx,
  decision: {
    readonly accountId: string;
    readonly kind: DecisionKind;
    readonly reason: string;
    readonly by: string;
    readonly legalNow: Instant;
    readonly machineNow: Instant;
  },
): Promise<void> {
  await tx
    .insertInto('identity.account_decision')
    .values({
      account_id: decision.accountId,
      kind: decision.kind,
      reason: decision.reason,
      decided_by: decision.by,
      legal_at: decision.legalNow,
      machine_at: decision.machineNow,
    })
    .execute();
}

export interface Decision {
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

/** What was decided about an account, the latest first. */
export async function listDecisions(q: Queries, accountId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select d.kind, d.reason, d.legal_at as at, e.name as by
      from identity.account_decision d
      join identity.account a on a.id = d.decided_by join identity.person e on e.id = a.person_id
     where d.account_id = ${accountId} order by d.position desc limit 50`.execute(q);
  return rows;
}

/** Names of the owners of accounts, by account id. */
export async function mapOwnerNames(q: Queries, accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await q
    .selectFrom('identity.account as a')
    .innerJoin('identity.person as e', 'e.id', 'a.person_id')
    .select(['a.id', 'e.name'])
    .where('a.id', 'in', [...new Set(accountIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
