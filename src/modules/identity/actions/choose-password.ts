import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/database.ts';
import type { IdentityDeps, Origin } from '../deps.ts';
import { needsSecondFactor } from '../rules/account-policy.ts';
import { checkNewPassword, normalisePassword, REMEMBERED_PASSWORDS } from '../rules/password-rules.ts';
import { checkPassword, hashPassword } from '../secrets/password-hash.ts';
import type { Account } from '../store/accounts.ts';
import { listPasswordHashes, setPassword } from '../store/passwords.ts';
import { listHeldPosts } from '../store/posts.ts';

/** The form field of every new password. */
export const NEW_PASSWORD_FIELD = 'mat-khau-moi';

/** Holds a new password against the rules and the last ten, and sets it. Refuses `identity/password-…`. */
export async function choosePassword(
  tx: Tx,
  deps: IdentityDeps,
  account: Account,
  typed: string,
  origin: Pick<Origin, 'legalNow' | 'machineNow'>,
): Promise<Outcome<true>> {
  const password = normalisePassword(typed);
  const posts = await listHeldPosts(tx, account.person_id, dateOf(origin.legalNow));
  const compulsory = needsSecondFactor(
    account.kind,
    posts.map((post) => post.role),
  );
  const secondFactor = compulsory || account.totp_secret !== null;
  const checked = checkNewPassword({ password, accountName: account.name, secondFactor });
  if (!checked.ok) return refused(checked.refusal.code, { ...checked.refusal.params }, NEW_PASSWORD_FIELD);
  for (const hash of await listPasswordHashes(tx, account.id, REMEMBERED_PASSWORDS)) {
    if (await checkPassword(password, hash)) return refused('identity/password-used', {}, NEW_PASSWORD_FIELD);
  }
  const hash = await hashPassword(password, deps.random);
  await setPassword(tx, account.id, hash, origin.machineNow, REMEMBERED_PASSWORDS);
  return accepted(true);
}
