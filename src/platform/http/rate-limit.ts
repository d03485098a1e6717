import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { instantOfMs } from '#kernel/instant.ts';
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

export function createRateLimit(db: Database, clock: MachineClock): RateLimit {
  return {
    async hit(key, { hits, windowSeconds }) {
      const nowMs = clock.nowMs();
      const windowMs = windowSeconds * 1000;
      const startMs = Math.floor(nowMs / windowMs) * windowMs;
      const hashed = createHash('sha256').update(key).digest('base64url');
      const row = await db
        .insertInto('platform.rate_limit')
        .values({ key: hashed, window_start: instantOfMs(startMs), hits: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['key', 'window_start'])
            .doUpdateSet({ hits: sql<number>`least(rate_limit.hits + 1, 1000000)` }),
        )
        .returning('hits')
        .executeTakeFirstOrThrow();
      const allowed = row.hits <= hits;
      return { allowed, retryAfterSeconds: allowed ? 0 : Math.ceil((startMs + windowMs - nowMs) / 1000) };
    },
  };
}

/** Windows of yesterday are of no use: a job of every night. */
export async function forgetOldHits(db: Database, clock: MachineClock): Promise<void> {
  const before = instantOfMs(clock.nowMs() - 86_400_000);
  await db.deleteFrom('platform.rate_limit').where('window_start', '<', before).execute();
}
