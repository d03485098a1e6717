import type { Role } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { open } from '#platform/crypto/sealing.ts';
import { type IdentityDeps, totpContext } from '../deps.ts';
import { DEMO_PASSWORD } from '../rules/password-rules.ts';
import { acceptableCode } from '../secrets/totp.ts';
import { getAccount } from '../store/accounts.ts';
import { listDemoAccounts } from '../store/demo-accounts.ts';

export interface DemoSignIn {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly agencyName: string;
  readonly officeName: string;
  readonly role: Role;
  readonly title: string;
  /** The six figures that are taken now; null where no second factor is set up. */
  readonly code: string | null;
}

interface Now {
  readonly legalNow: Instant;
  readonly machineNow: Instant;
}

/** Known sign-ins of the people in post at legal time; an empty list in a real installation. */
export async function listDemoSignIns(deps: IdentityDeps, now: Now): Promise<DemoSignIn[]> {
  if (deps.installation !== 'demo') return [];
  const accounts = await listDemoAccounts(deps.db, dateOf(now.legalNow));
  return accounts.map(({ id, totpSecret, totpLastStep, ...shown }) => {
    const secret = totpSecret && open(deps.key, totpSecret, totpContext(id));
    const code = secret ? acceptableCode(secret, now.machineNow, Number(totpLastStep)) : null;
    return { ...shown, password: DEMO_PASSWORD, code };
  });
}

/** The code of one account, shown on the page that asks for it; null in a real installation. */
export async function findDemoCode(
  deps: IdentityDeps,
  accountId: string,
  machineNow: Instant,
): Promise<string | null> {
  if (deps.installation !== 'demo') return null;
  const account = await getAccount(deps.db, accountId);
  if (!account.totp_secret) return null;
  const secret = open(deps.key, account.totp_secret, totpContext(accountId));
  return acceptableCode(secret, machineNow, account.totp_last_step);
}
