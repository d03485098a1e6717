import { type Instant, instantOfMs } from '#kernel/instant.ts';

/** Gives the present moment. Rules and actions get the moment as an argument; only pages and jobs ask. */
export interface Clock {
  now(): Instant;
}

/** Machine time: sessions, one-time codes, limits, queue of jobs, certificates, logs. */
export interface MachineClock extends Clock {
  nowMs(): number;
}

export const machineClock: MachineClock = {
  nowMs: () => Date.now(),
  now: () => instantOfMs(Date.now()),
};

/** A clock that a test moves by hand. */
export function fixedClock(start: Instant): MachineClock & { set(to: Instant): void } {
  let ms = Date.parse(start);
  return {
    nowMs: () => ms,
    now: () => instantOfMs(ms),
    set: (to) => {
      ms = Date.parse(to);
    },
  };
}
