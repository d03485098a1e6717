import { seededRandom } from '#platform/random/seeded.ts';
import { type Absence, inventAbsences } from '../rules/absences.ts';
import { inventArrivals } from '../rules/arrivals.ts';
import { Attendance } from '../rules/attendance.ts';
import { CERTIFIED_SHARE, inventRequests } from '../rules/certified.ts';
import { Desks } from '../rules/desks.ts';
import { Draw } from '../rules/draw.ts';
import { inventLife } from '../rules/life.ts';
import { Moments } from '../rules/moments.ts';
import type { World } from '../rules/world.ts';
import { AbsenceCourse } from './absence-course.ts';
import { Breath } from './breath.ts';
import { beginCertified } from './certified-course.ts';
import { DossierCourse } from './dossier-course.ts';
import { Drawers } from './drawers.ts';
import { FeeCourse } from './fee-course.ts';
import type { ScanPool } from './invent-scans.ts';
import { Piles } from './piles.ts';
import type { Player, Turn, Year } from './year.ts';

/** Turns of certifications come after all of dossiers at one moment. */
const FIRST_REQUEST = 1_000_000;

/** Without a pool the dossiers carry no scans. */
interface HowMany {
  readonly size: number;
  readonly seed: number;
  readonly scans?: ScanPool;
  readonly stop?: AbortSignal | undefined;
}

export interface LivedThrough {
  readonly dossiers: number;
  /** Beside the dossiers: what was certified. */
  readonly certified: number;
  /** Of all commands, also of what was certified. */
  readonly presses: number;
}

/**
 * Lives through the half-year, press after press in the order of time, whoever writes it: the same seed and size are
 * the same lives. Each press is given by somebody who is there and may give it then, one after the other.
 */
export async function liveThrough(
  world: World,
  { size, seed, scans, stop }: HowMany,
  player: Player,
  tell: (dossiers: number) => void = () => {},
): Promise<LivedThrough> {
  const absences = absencesOf(world, seed);
  const attendance = new Attendance(world.staff, absences);
  const desks = new Desks(attendance, new Draw(seed + 1));
  const moments = new Moments<Turn>();
  const year: Year = { world, seed, attendance, desks, moments, player };
  const drawers = new Drawers(year);
  let [dossiers, presses, certified] = [0, 0, 0];
  const piles = new Piles(year, (commands) => {
    presses += commands;
  });
  const given = (isFirst: boolean) => {
    presses += 1;
    if (!isFirst) return;
    dossiers += 1;
    tell(dossiers);
  };
  const breath = new Breath(stop);
  for (const arrival of inventArrivals(world, size, seed)) {
    const fee = new FeeCourse(year, drawers, arrival);
    new DossierCourse(year, inventLife(arrival, seed), fee, { scans, given }).begin();
    await breath.take();
  }
  const requests = inventRequests(world, Math.round(size * CERTIFIED_SHARE), seed, FIRST_REQUEST);
  const counted = () => {
    presses += 1;
    certified += 1;
  };
  for (const request of requests) beginCertified(year, request, { drawers, piles, given: counted });
  for (const [n, absence] of absences.entries()) new AbsenceCourse(year, absence, size + n).begin();
  for (let next = moments.next(); next && next.at < world.until; next = moments.next()) {
    await next.what(next.at);
    await breath.take();
  }
  return { dossiers, presses, certified };
}

export function absencesOf(world: World, seed: number): Absence[] {
  return inventAbsences(world, seed, (name, ms) => seededRandom(`${seed} ${name}`).uuid(ms));
}
