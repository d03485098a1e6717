import type { Instant } from '#kernel/instant.ts';
import { open } from '#platform/crypto/sealing.ts';
import type { Tx } from '#platform/db/database.ts';
import { type IdentityDeps, totpContext } from '../deps.ts';
import { hashRecoveryCode } from '../secrets/tokens.ts';
import { matchingStep } from '../secrets/totp.ts';
import { type Account, setTotpLastStep } from '../store/accounts.ts';
import { useRecoveryCode } from '../store/passwords.ts';

/** Takes a code of the app once, or a recovery code once. The account's row is locked. */
export async function takeCode(
  tx: Tx,
  deps: IdentityDeps,
  account: Account,
  typed: string,
  machineNow: Instant,
): Promise<boolean> {
  const figures = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(figures)) {
    return useRecoveryCode(tx, account.id, hashRecoveryCode(account.id, typed), machineNow);
  }
  if (!account.totp_secret) return false;
  const secret = open(deps.key, account.totp_secret, totpContext(account.id));
  const step = matchingStep(secret, figures, machineNow, account.totp_last_step);
  if (step === undefined) return false;
  await setTotpLastStep(tx, account.id, step);
  return true;
}
