import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { Dossier, DossierDeps } from '#modules/dossiers/index.ts';
import type { AwayBook } from '#modules/identity/index.ts';
import type { Attendance } from '../rules/attendance.ts';
import type { Desks } from '../rules/desks.ts';
import type { Moments } from '../rules/moments.ts';
import type { World } from '../rules/world.ts';

/** Who writes what is pressed: the book in memory, or the real thing. */
export interface Player {
  /** A press at its moment, given to its action; it may not be refused. */
  give<T>(at: Instant, seed: string, act: (deps: DossierDeps) => Promise<Outcome<T>>): Promise<T>;
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
