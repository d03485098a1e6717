import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import type { MachineClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';

export interface Limit {
  readonly hits: number;
  readonly windowSeconds: number;
}

/** Counts in the database, so that all web processes share one count. Machine time; keys are kept hashed. */
export interface RateLimit {
  /** Counts one hit; `retryAfterSeconds` is 0 while the limit holds. */
  hit(key: string, limit: Limit): Promise<{ readonly allowed: boolean; readonly retryAfterSeconds: number }>;
}

/** A window slides in this many parts: "at most 30 in 10 minutes" holds for any ten minutes to 10 seconds. */
const PARTS = 60;

export function createRateLimit(db: Database, clock: MachineClock): RateLimit {
  return {
    async hit(key, { hits, windowSeconds }) {
      const windowMs = windowSeconds * 1000;
      const partMs = Math.max(1000, Math.floor(windowSeconds / PARTS) * 1000);
      const nowMs = clock.nowMs();
      const partStartMs = Math.floor(nowMs / partMs) * partMs;
      const hashed = createHash('sha256').update(key).digest('base64url');
      const part = instantOfMs(partStartMs);
      await countHit(db, hashed, part, 1);
      const { total, oldest } = await hitsSince(db, hashed, instantOfMs(partStartMs - windowMs));
      if (total <= hits) return { allowed: true, retryAfterSeconds: 0 };
      await countHit(db, hashed, part, -1); // who is refused waits no longer for having tried
      const freeMs = (oldest === null ? partStartMs : msOfInstant(oldest)) + windowMs;
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((freeMs - nowMs) / 1000)) };
    },
  };
}

async function countHit(db: Database, key: string, part: Instant, change: 1 | -1): Promise<void> {
  await db
    .insertInto('platform.rate_limit')
    .values({ key, window_start: part, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet({
        hits: sql<number>`greatest(0, least(rate_limit.hits + ${change}, 1000000))`,
      }),
    )
    .execute();
}

async function hitsSince(db: Database, key: string, after: Instant) {
  return db
    .selectFrom('platform.rate_limit')
    .select(sql<number>`coalesce(sum(hits), 0)::int`.as('total'))
    .select(sql<Instant | null>`min(window_start) filter (where hits > 0)`.as('oldest'))
    .where('key', '=', key)
    .where('window_start', '>', after)
    .executeTakeFirstOrThrow();
}

/** Windows of yesterday are of no use: a job of every night. */
export async function forgetOldHits(db: Database, clock: MachineClock): Promise<void> {
  const before = instantOfMs(clock.nowMs() - 86_400_000);
  await db.deleteFrom('platform.rate_limit').where('window_start', '<', before).execute();
}
