import { z } from 'zod';
import type { Queries } from '#platform/db/database.ts';
import type { Limit } from '#platform/http/rate-limit.ts';
import { readSetting } from '#platform/settings.ts';

const lookUps = z.object({ hits: z.int().min(1), minutes: z.int().min(1) });

/** `portal.look-ups`: typed look-ups per address; without the setting 30 in 10 minutes. */
export async function lookUpLimit(q: Queries): Promise<Limit> {
  const { hits, minutes } = await readSetting(q, 'portal.look-ups', lookUps, { hits: 30, minutes: 10 });
  return { hits, windowSeconds: minutes * 60 };
}

/** `portal.timeline.<agency id>` = false: this agency shows only done or not and when, also by the signed link. */
export function showsTimeline(q: Queries, agencyId: string): Promise<boolean> {
  return readSetting(q, `portal.timeline.${agencyId}`, z.boolean(), true);
}

/** What `./motcua setting` may write, with the shape of its value. */
export function settingSchema(key: string): z.ZodType | undefined {
  if (key === 'portal.look-ups') return lookUps;
  return /^portal\.timeline\.[0-9a-f-]{36}$/.test(key) ? z.boolean() : undefined;
}
