import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { IdentityDeps } from '../deps.ts';
import { type FirstStep, firstStepOf, needsSecondFactor } from '../rules/account-policy.ts';
import { type Account, getAccount } from '../store/accounts.ts';

/** What a person must do before anything else, or null. */
export async function firstStepFor(
  deps: IdentityDeps,
  actor: Actor,
  machineNow: Instant,
): Promise<FirstStep | null> {
  return firstStepOfAccount(deps, await getAccount(deps.db, actor.accountId), actor, machineNow);
}

export function firstStepOfAccount(
  deps: IdentityDeps,
  account: Account,
  { posts }: Pick<Actor, 'posts'>,
  machineNow: Instant,
): FirstStep | null {
  const facts = {
    kind: account.kind,
    mustChangePassword: account.must_change_password,
    passwordChangedAt: account.password_changed_at,
    secondFactorSet: account.totp_secret !== null,
    roles: posts.map((post) => post.role),
  };
  return firstStepOf(facts, machineNow, deps.installation);
}

export function secondFactorIsCompulsory(account: Account, { posts }: Pick<Actor, 'posts'>): boolean {
  return needsSecondFactor(
    account.kind,
    posts.map((post) => post.role),
  );
}
