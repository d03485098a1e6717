import { type Instant, msOfInstant } from '#kernel/instant.ts';

/** regulation.md §7.2: business software 15 minutes idle, administration 5; nobody longer than a long day. */
export const IDLE_MINUTES = { business: 15, administration: 5 } as const;
export const LONGEST_HOURS = 12;
/** Between the password and the code of the second factor. */
const HALF_WAY_MINUTES = 5;

export interface SessionTimes {
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly endedAt: Instant | null;
  readonly administration: boolean;
  /** The password was right, the second factor is still to come. */
  readonly halfWay: boolean;
}

/** Whether a session is still good at a machine moment. */
export function isAlive(session: SessionTimes, machineNow: Instant): boolean {
  if (session.endedAt !== null) return false;
  const age = minutes(session.createdAt, machineNow);
  const idle = minutes(session.lastSeenAt, machineNow);
  if (session.halfWay) return age < HALF_WAY_MINUTES;
  return idle < idleMinutes(session.administration) && age < LONGEST_HOURS * 60;
}

export function idleMinutes(administration: boolean): number {
  return administration ? IDLE_MINUTES.administration : IDLE_MINUTES.business;
}

function minutes(from: Instant, to: Instant): number {
  return (msOfInstant(to) - msOfInstant(from)) / 60_000;
}
