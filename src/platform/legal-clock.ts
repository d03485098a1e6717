import { sql } from 'kysely';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import type { Clock, MachineClock } from './clock.ts';
import type { Database, Queries } from './db/database.ts';

/**
 * Legal time: receipts, numbers, due dates, history, papers. The machine's time plus an offset that only a
 * demo has; it never goes backwards. A lease is recorded ahead of time, so that a start after a kill -9 goes
 * on after every moment that was ever given out: until the machine's clock is there it stands still.
 */
export interface LegalClock extends Clock {
  /** Reads the offset again (another process may have moved the clock forward) and renews the lease. */
  refresh(): Promise<void>;
  /** Clean stop: the next start goes on from this very moment. */
  release(): Promise<void>;
}

const LEASE_SECONDS = 30;
/** How often programs call `refresh`. */
export const REFRESH_MS = 3_000;

interface ClockRow {
  readonly offsetSeconds: number;
  readonly latest: Instant;
  /** Moments before it were given out before the last start. */
  readonly notBefore: Instant;
}

async function readClock(q: Queries): Promise<ClockRow> {
  const row = await q
    .selectFrom('platform.legal_clock')
    .select(['offset_seconds', 'latest', 'not_before'])
    .executeTakeFirstOrThrow();
  return { offsetSeconds: Number(row.offset_seconds), latest: row.latest, notBefore: row.not_before };
}

/** A lease is never longer: whoever is opened beside others is not before what they had given out when they renewed. */
function earliestMs({ latest, notBefore }: ClockRow): number {
  return Math.max(msOfInstant(notBefore), msOfInstant(latest) - LEASE_SECONDS * 1000);
}

/** `leases` is false for commands beside the programs: they only read. */
export async function openLegalClock(
  db: Database,
  machine: MachineClock,
  leases = true,
): Promise<LegalClock> {
  const opened = await readClock(db);
  let offsetMs = opened.offsetSeconds * 1000;
  let last = earliestMs(opened);
  const runningMs = () => machine.nowMs() + offsetMs;
  const nowMs = () => {
    last = Math.max(last, runningMs());
    return last;
  };
  // what stands still needs no lease: kept so, start after start cannot run ahead of the machine
  const leaseMs = () => Math.max(nowMs(), runningMs() + LEASE_SECONDS * 1000);
  const record = (until: Instant) =>
    sql`update platform.legal_clock set latest = greatest(latest, ${until}::timestamptz)`.execute(db);
  const clock: LegalClock = {
    now: () => instantOfMs(nowMs()),
    async refresh() {
      offsetMs = (await readClock(db)).offsetSeconds * 1000;
      if (leases) await record(instantOfMs(leaseMs()));
    },
    async release() {
      if (!leases) return;
      const now = instantOfMs(nowMs());
      const limit = instantOfMs(nowMs() + LEASE_SECONDS * 1000);
      // another process may hold a later lease of its own; only what a lease could have written is taken back
      await sql`update platform.legal_clock set latest = ${now}::timestamptz
        where latest > ${now}::timestamptz and latest <= ${limit}::timestamptz`.execute(db);
    },
  };
  await clock.refresh();
  return clock;
}

export type ClockSetting =
  | { readonly kind: 'set'; readonly now: Instant }
  | { readonly kind: 'backwards'; readonly latest: Instant }
  | { readonly kind: 'machine-behind'; readonly latest: Instant };

/** Machines' clocks are corrected by seconds; more than this is a clock that somebody has set wrongly. */
const TOLERATED_BACKSTEP_MS = 120_000;

/**
 * At a start, while nothing else runs: a wanted moment (demo only) is set when it is not before the latest
 * recorded one; a clock that was set before goes on from there; one that never was is the machine's, and stands
 * still at the latest one as long as the machine is behind it.
 */
export async function startLegalClock(
  db: Database,
  machine: MachineClock,
  wanted: Instant | null,
): Promise<ClockSetting> {
  const { offsetSeconds, latest } = await readClock(db);
  const machineMs = machine.nowMs();
  if (wanted !== null) {
    if (wanted < latest) return { kind: 'backwards', latest };
    await writeOffset(db, msOfInstant(wanted) - machineMs, wanted);
    return { kind: 'set', now: wanted };
  }
  if (offsetSeconds !== 0) {
    await writeOffset(db, msOfInstant(latest) - machineMs, latest);
    return { kind: 'set', now: latest };
  }
  if (machineMs < msOfInstant(latest) - TOLERATED_BACKSTEP_MS) return { kind: 'machine-behind', latest };
  await db.updateTable('platform.legal_clock').set({ not_before: latest }).execute();
  return { kind: 'set', now: instantOfMs(Math.max(machineMs, msOfInstant(latest))) };
}

async function writeOffset(db: Database, offsetMs: number, latest: Instant): Promise<void> {
  const seconds = Math.ceil(offsetMs / 1000) || 1; // zero would mean: the machine's time
  await db
    .updateTable('platform.legal_clock')
    .set({ offset_seconds: String(seconds), latest, not_before: latest })
    .execute();
}

/** `./motcua demo clock forward`: in a running demo; the programs notice within seconds. */
export async function moveLegalClockForward(
  db: Database,
  machine: MachineClock,
  to: Instant,
): Promise<ClockSetting> {
  const { offsetSeconds } = await readClock(db);
  const now = instantOfMs(machine.nowMs() + offsetSeconds * 1000);
  if (to < now) return { kind: 'backwards', latest: now };
  await writeOffset(db, msOfInstant(to) - machine.nowMs(), to);
  return { kind: 'set', now: to };
}
