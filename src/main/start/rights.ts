import type pg from 'pg';
import { StartRefusal } from '../config.ts';

/**
 * The programs must not be able to change what has happened: refuses when the role they connect with could
 * update, delete or empty a table of history or audit, or is more than a plain role.
 */
export async function checkRights(app: pg.Pool, appendOnly: readonly string[]): Promise<void> {
  const { rows: roles } = await app.query<{ mighty: boolean; name: string }>(
    `select rolsuper or rolbypassrls or rolcreaterole as mighty, rolname as name
       from pg_roles where rolname = current_user`,
  );
  if (roles[0]?.mighty !== false)
    throw new StartRefusal('app-role-too-mighty', { role: roles[0]?.name ?? '' });
  const { rows } = await app.query<{ name: string }>(
    `select name from unnest($1::text[]) as name
      where to_regclass(name) is null
         or has_any_column_privilege(current_user, to_regclass(name), 'update')
         or has_table_privilege(current_user, to_regclass(name), 'delete')
         or has_table_privilege(current_user, to_regclass(name), 'truncate')
         or pg_has_role(current_user, (select relowner from pg_class where oid = to_regclass(name)), 'member')`,
    [appendOnly],
  );
  const first = rows[0];
  if (first) throw new StartRefusal('history-changeable', { table: first.name });
}
