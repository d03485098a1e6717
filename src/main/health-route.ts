import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { json, type Route, route } from '#platform/http/route.ts';

/** For `./motcua status` and a proxy in front: does this process answer, and does the database? */
export function healthRoute(db: Database): Route {
  return route({
    method: 'GET',
    path: '/suc-khoe',
    access: 'public',
    handle: async () => {
      await sql`select 1`.execute(db);
      return json({ ok: true });
    },
  });
}
