import type { z } from 'zod';
import type { Queries } from './db/database.ts';

/** A setting of the installation; what is missing or does not fit the schema is the default. */
export async function readSetting<T>(
  q: Queries,
  key: string,
  schema: z.ZodType<T>,
  byDefault: T,
): Promise<T> {
  const row = await q
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  const parsed = schema.safeParse(row?.value);
  return parsed.success ? parsed.data : byDefault;
}
