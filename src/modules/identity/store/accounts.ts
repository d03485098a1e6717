import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { AccountKind } from '../rules/account-policy.ts';

export interface Account extends Omit<Selectable<DB['identity.account']>, 'kind' | 'totp_last_step'> {
  readonly kind: AccountKind;
  readonly totp_last_step: number;
}

type Row = Selectable<DB['identity.account']>;

function read(row: Row): Account {
  return { ...row, kind: row.kind as AccountKind, totp_last_step: Number(row.totp_last_step) };
}

export async function findAccountByName(q: Queries, name: string): Promise<Account | undefined> {
  const row = await q.selectFrom('identity.account').selectAll().where('name', '=', name).executeTakeFirst();
  return row && read(row);
}

export async function getAccount(q: Queries, id: string): Promise<Account> {
  return read(
    await q.selectFrom('identity.account').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

/** A session with what every request asks of its account. */
export interface SignedInAccount {
  readonly session: Pick<
    Selectable<DB['identity.session']>,
    'id' | 'created_at' | 'last_seen_at' | 'second_factor_at' | 'ended_at'
  >;
  readonly account: Account;
  readonly personName: string;
}

/** The person of a session, inside of another statement. */
export function personOfSession(tokenHash: Uint8Array): RawBuilder<string> {
  return sql<string>`(select t.person_id from identity.session i join identity.account t on t.id = i.account_id
    where i.token_hash = ${Buffer.from(tokenHash)})`;
}

/** Whose session this is; to be sent together with others, `signedInAccountOf` reads what comes back. */
export function selectAccountBySession(q: Queries, tokenHash: Uint8Array) {
  return q
    .selectFrom('identity.session as s')
    .innerJoin('identity.account as a', 'a.id', 's.account_id')
    .innerJoin('identity.person as p', 'p.id', 'a.person_id')
    .where('s.token_hash', '=', Buffer.from(tokenHash))
    .selectAll('a')
    .select([
      's.id as sessionId',
      's.created_at as begunAt',
      's.last_seen_at',
      's.second_factor_at',
      's.ended_at',
    ])
    .select('p.name as personName');
}

type SessionAccountRow = Awaited<ReturnType<ReturnType<typeof selectAccountBySession>['execute']>>[number];

export function signedInAccountOf([row]: readonly SessionAccountRow[]): SignedInAccount | undefined {
  if (!row) return undefined;
  const { sessionId, begunAt, last_seen_at, second_factor_at, ended_at, personName, ...account } = row;
  const session = { id: sessionId, created_at: begunAt, last_seen_at, second_factor_at, ended_at };
  return { session, account: read(account), personName };
}

export async function getAccountForUpdate(tx: Tx, id: string): Promise<Account> {
  return read(
    await tx
      .selectFrom('identity.account')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow(),
  );
}

export async function findAccountForUpdate(tx: Tx, id: string): Promise<Account | undefined> {
  const row = await tx
    .selectFrom('identity.account')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && read(row);
}

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly personId: string;
  readonly officeId: string | null;
  readonly createdAt: Instant;
  readonly passwordHash?: string;
  readonly sealedTotpSecret?: Uint8Array;
}

export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx
    .insertInto('identity.account')
    .values({
      id: account.id,
      name: account.name,
      kind: account.kind,
      person_id: account.personId,
      office_id: account.officeId,
      created_at: account.createdAt,
      active_since: account.createdAt,
      password_hash: account.passwordHash ?? null,
      password_changed_at: account.passwordHash ? account.createdAt : null,
      totp_secret: account.sealedTotpSecret ? Buffer.from(account.sealedTotpSecret) : null,
      totp_confirmed_at: account.sealedTotpSecret ? account.createdAt : null,
    })
    .execute();
}

async function update(tx: Tx, id: string, change: Partial<Omit<Row, 'id'>>): Promise<void> {
  await tx.updateTable('identity.account').set(change).where('id', '=', id).execute();
}

/** Somebody came in by password, code or link. */
export function setActive(tx: Tx, id: string, machineNow: Instant): Promise<void> {
  return update(tx, id, { active_since: machineNow, last_sign_in_at: machineNow });
}

export function setAccountKind(
  tx: Tx,
  id: string,
  kind: AccountKind,
  officeId: string | null,
): Promise<void> {
  return update(tx, id, { kind, office_id: officeId });
}

export function setDisabled(
  tx: Tx,
  id: string,
  reason: 'idle' | 'decision',
  machineNow: Instant,
): Promise<void> {
  return update(tx, id, { disabled_at: machineNow, disabled_reason: reason });
}

/** Enabled again, with nothing of before: password and second factor are set by the one-time link. */
export function setEnabledAnew(tx: Tx, id: string, machineNow: Instant): Promise<void> {
  return update(tx, id, {
    disabled_at: null,
    disabled_reason: null,
    active_since: machineNow,
    password_hash: null,
    totp_secret: null,
    totp_pending: null,
    totp_confirmed_at: null,
  });
}

export function setTotpPending(tx: Tx, id: string, sealed: Uint8Array): Promise<void> {
  return update(tx, id, { totp_pending: Buffer.from(sealed) });
}

export function setTotp(
  tx: Tx,
  id: string,
  secret: { readonly sealed: Uint8Array; readonly lastStep: number; readonly at: Instant } | null,
): Promise<void> {
  return update(tx, id, {
    totp_secret: secret ? Buffer.from(secret.sealed) : null,
    totp_pending: null,
    totp_confirmed_at: secret?.at ?? null,
    totp_last_step: String(secret?.lastStep ?? 0),
  });
}

export function setTotpLastStep(tx: Tx, id: string, step: number): Promise<void> {
  return update(tx, id, { totp_last_step: String(step) });
}

/** Accounts last used before a date, not yet disabled; the caller locks and checks each. */
export function listAccountsIdleSince(q: Queries, before: CivilDate): Promise<{ id: string }[]> {
  return q
    .selectFrom('identity.account')
    .select('id')
    .where('disabled_at', 'is', null)
    .where('kind', '!=', 'service')
    .where('active_since', '<', `${before}T00:00:00+07:00` as Instant)
    .execute();
}

export async function administratorHasSignedIn(q: Queries): Promise<boolean> {
  const found = await q
    .selectFrom('identity.account')
    .select('id')
    .where('kind', '=', 'admin')
    .where('password_hash', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
