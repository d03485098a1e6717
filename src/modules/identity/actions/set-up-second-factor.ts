import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { open, seal } from '#platform/crypto/sealing.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type IdentityDeps, log, totpContext } from '../deps.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../secrets/tokens.ts';
import { matchingStep, TOTP_SECRET_BYTES } from '../secrets/totp.ts';
import { getAccountForUpdate, setTotp, setTotpPending } from '../store/accounts.ts';
import { replaceRecoveryCodes } from '../store/passwords.ts';
import { endSessionsOf } from '../store/sessions.ts';
import type { OwnPress } from './change-password.ts';
import { renewSession } from './open-session.ts';

/** The secret to be put into the app; the same one until it is confirmed, so that a reload does not spoil it. */
export function pendingSecret(deps: IdentityDeps, accountId: string): Promise<Uint8Array> {
  return inTransaction(deps.db, async (tx) => {
    const account = await getAccountForUpdate(tx, accountId);
    if (account.totp_pending) return open(deps.key, account.totp_pending, totpContext(accountId));
    const secret = deps.random.bytes(TOTP_SECRET_BYTES);
    await setTotpPending(tx, accountId, seal(deps.key, secret, totpContext(accountId), deps.random));
    return secret;
  });
}

export interface SecondFactorSet {
  /** Shown once. */
  readonly recoveryCodes: readonly string[];
  readonly token: string;
}

/** A right code puts the pending secret in force. Refuses `identity/wrong-code`. */
export function setUpSecondFactor(
  deps: IdentityDeps,
  press: OwnPress & { readonly code: string },
): Promise<Outcome<SecondFactorSet>> {
  const { origin } = press;
  return inTransaction(deps.db, async (tx) => {
    const account = await getAccountForUpdate(tx, press.accountId);
    const sealed = account.totp_pending;
    const secret = sealed && open(deps.key, sealed, totpContext(account.id));
    const step = secret
      ? matchingStep(secret, press.code.replace(/\s/g, ''), origin.machineNow, 0)
      : undefined;
    if (!sealed || step === undefined) return refused('identity/wrong-code', {}, 'ma');
    await setTotp(tx, account.id, { sealed, lastStep: step, at: origin.machineNow });
    const recoveryCodes = newRecoveryCodes(deps.random);
    await replaceRecoveryCodes(
      tx,
      account.id,
      recoveryCodes.map((code) => hashRecoveryCode(account.id, code)),
    );
    await endSessionsOf(tx, account.id, origin.machineNow, press.sessionId);
    const token = await renewSession(tx, deps, press.sessionId, origin, true);
    await log(tx, origin, 'set-up-second-factor', account);
    return token ? accepted({ recoveryCodes, token }) : refused('identity/sign-in-again');
  });
}
