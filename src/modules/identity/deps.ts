import type { Instant } from '#kernel/instant.ts';
import { type AuditEntry, type AuditOrigin, record } from '#modules/audit/index.ts';
import type { Database, Queries } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';
import type { InstallationKind } from './rules/account-policy.ts';
import type { Account } from './store/accounts.ts';

/** What the accounts need from outside; wiring hands it over. */
export interface IdentityDeps {
  readonly db: Database;
  readonly random: Random;
  /** 32 bytes that lie outside the database: seals TOTP secrets. */
  readonly key: Uint8Array;
  readonly installation: InstallationKind;
}

/** Where a press comes from; device is the browser's own description, shortened. */
export interface Origin extends AuditOrigin {
  readonly address: string;
  readonly device: string;
}

export function newId(deps: Pick<IdentityDeps, 'random'>, machineNow: Instant): string {
  return deps.random.uuid(Date.parse(machineNow));
}

/** Context of a sealed TOTP secret: it opens for its own account only. */
export function totpContext(accountId: string): string {
  return `totp ${accountId}`;
}

/** Writes what happened to an account into the log. */
export function log(
  q: Queries,
  origin: AuditOrigin,
  action: string,
  account: Pick<Account, 'id'> | undefined,
  more: Pick<AuditEntry, 'reason'> & { readonly result?: AuditEntry['result'] } = {},
): Promise<void> {
  const { legalNow, machineNow, address, requestId } = origin;
  return record(q, {
    legalNow,
    machineNow,
    address,
    requestId,
    action: `identity/${action}`,
    accountId: account?.id ?? null,
    ...(account ? { subject: { kind: 'account', id: account.id } } : {}),
    result: more.result ?? 'allowed',
    ...(more.reason ? { reason: more.reason } : {}),
  });
}
