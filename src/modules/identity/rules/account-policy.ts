import type { Role } from '#kernel/actor.ts';
import { addDays, addMonthsClamped, type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';

export type InstallationKind = 'demo' | 'real';
export type AccountKind = 'admin' | 'operational' | 'technical' | 'service';

const IDLE_DAYS = 45;
const ADMIN_PASSWORD_MONTHS = 2;

/** Issue 2 §2: the second factor is compulsory for administrators and for those whose signature decides. */
const rolesWithSecondFactor: readonly Role[] = ['system-administrator', 'signing-leader'];

export function needsSecondFactor(kind: AccountKind, held: readonly Role[]): boolean {
  return kind === 'admin' || held.some((role) => rolesWithSecondFactor.includes(role));
}

/**
 * Idle accounts are disabled after 45 days (regulation.md §7.2). A demo is exempt: its people are invented, and
 * one that stood still for two months could not be entered any more.
 */
export function isIdle(activeSince: Instant, machineNow: Instant, installation: InstallationKind): boolean {
  return installation === 'real' && addDays(dateOf(activeSince), IDLE_DAYS) < dateOf(machineNow);
}

/** The last machine date on which an account must have been used so as not to count as idle. */
export function idleBefore(machineNow: Instant): CivilDate {
  return addDays(dateOf(machineNow), -IDLE_DAYS);
}

/** Administrators change their password every two months; a demo's known one stays. */
export function passwordIsOld(
  kind: AccountKind,
  changedAt: Instant | null,
  machineNow: Instant,
  installation: InstallationKind,
): boolean {
  if (installation === 'demo' || kind !== 'admin') return false;
  return (
    changedAt === null || addMonthsClamped(dateOf(changedAt), ADMIN_PASSWORD_MONTHS) <= dateOf(machineNow)
  );
}

export type FirstStep = 'change-password' | 'second-factor';

export interface AccountFacts {
  readonly kind: AccountKind;
  readonly mustChangePassword: boolean;
  readonly passwordChangedAt: Instant | null;
  readonly secondFactorSet: boolean;
  readonly roles: readonly Role[];
}

/** What a signed-in person must do before anything else, or null. */
export function firstStepOf(
  account: AccountFacts,
  machineNow: Instant,
  installation: InstallationKind,
): FirstStep | null {
  const old = passwordIsOld(account.kind, account.passwordChangedAt, machineNow, installation);
  if (account.mustChangePassword || old) return 'change-password';
  return needsSecondFactor(account.kind, account.roles) && !account.secondFactorSet ? 'second-factor' : null;
}
