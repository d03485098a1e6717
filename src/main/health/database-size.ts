import { sql } from 'kysely';
import { z } from 'zod';
import { addDays, type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { MachineClock } from '#platform/clock.ts';
import type { Database, Queries } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';

const KEPT_DAYS = 400;

/** The size of an earlier day; undefined while no earlier day was noted. */
export async function findEarlierSize(
  q: Queries,
  today: CivilDate,
): Promise<{ readonly day: CivilDate; readonly bytes: number } | undefined> {
  const row = await q
    .selectFrom('platform.database_size')
    .select(['day', 'bytes'])
    .where('day', '<', today)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { day: row.day, bytes: Number(row.bytes) };
}

interface SizeDeps {
  readonly db: Database;
  readonly machineClock: MachineClock;
}

/** Once a day: how large the database is. */
export function noteDatabaseSize({ db, machineClock }: SizeDeps): Job {
  return job({
    name: 'note-database-size',
    cron: '5 17 * * *', // 00:05 in Viet Nam
    catchUp: true,
    payload: z.object({}),
    run: async () => {
      const now = machineClock.now();
      const today = dateOf(now);
      await db
        .insertInto('platform.database_size')
        .values({ day: today, bytes: sql<string>`pg_database_size(current_database())`, noted_at: now })
        .onConflict((conflict) => conflict.column('day').doNothing())
        .execute();
      await db.deleteFrom('platform.database_size').where('day', '<', addDays(today, -KEPT_DAYS)).execute();
    },
  });
}
