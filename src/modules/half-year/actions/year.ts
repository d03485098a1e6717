import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { CertifyingDeps } from '#modules/certification/index.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import type { AwayBook } from '#modules/identity/index.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import type { Attendance } from '../rules/attendance.ts';
import type { Desks, Task } from '../rules/desks.ts';
import type { Moments } from '../rules/moments.ts';
import type { World } from '../rules/world.ts';

/** Who writes what is pressed: the book in memory, or the real thing. */
export interface Player {
  /** A press at its moment, given to its action; it may not be refused. */
  give<T>(at: Instant, seed: string, act: (deps: CertifyingDeps) => Promise<Outcome<T>>): Promise<T>;
  /** By its number, or the reference before there is one. */
  dossierOf(name: string): Dossier | undefined | Promise<Dossier | undefined>;
  recordAbsence(...asked: Parameters<AwayBook['recordAbsence']>): void | Promise<void>;
  nameSubstitute(...asked: Parameters<AwayBook['nameSubstitute']>): void | Promise<void>;
}

/** What comes up at its moment. */
export type Turn = (at: Instant) => Promise<void>;

/** A half-year that is lived through. */
export interface Year {
  readonly world: World;
  readonly seed: number;
  readonly attendance: Attendance;
  /** Whose desk is free. */
  readonly desks: Desks;
  /** What comes next. */
  readonly moments: Moments<Turn>;
  readonly player: Player;
}

/**
 * Lets it come up, lie on a desk and be done: by one of those who may when it comes up and, if somebody has lost the
 * right overnight, by somebody else.
 */
export function whenDone(
  { moments, desks, attendance }: Year,
  task: Task & { readonly index: number },
  whoMay: (at: Instant) => readonly Actor[],
  done: (at: Instant, actor: Actor) => Promise<void>,
): void {
  const { index } = task;
  const comesUp = async (at: Instant) => {
    const taken = desks.give(whoMay(at), { ...task, from: at });
    if (taken) moments.add({ at: taken.at, index, what: (on) => isDone(on, taken.accountId) });
  };
  const isDone = async (at: Instant, accountId: string) => {
    const actor = attendance.actor(accountId, dateOf(at));
    return actor && whoMay(at).includes(actor) ? done(at, actor) : comesUp(at);
  };
  moments.add({ at: task.from, index, what: comesUp });
}

/** What a press of this name has with it. */
export function pressOf(name: string, at: Instant, actor: Actor) {
  const key = seededRandom(`key ${name}`).uuid(Date.parse(at));
  const origin = { legalNow: at, machineNow: at, address: '127.0.0.1', requestId: key };
  return { key, actor, origin };
}
