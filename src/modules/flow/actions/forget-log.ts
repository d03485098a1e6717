import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { type Database, inTransaction, withoutTimeouts } from '#platform/db/database.ts';
import { deleteLog, findLog } from '../store/logs.ts';

/** Forgets an imported log with all its cases; false: there is none of that name. */
export async function forgetLog(db: Database, origin: AuditOrigin, name: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await withoutTimeouts(tx);
    const log = await findLog(tx, 'name', name);
    if (!log || !(await deleteLog(tx, name))) return false;
    const subject = { kind: 'log', id: log.sha256 };
    await record(tx, { ...origin, action: 'flow/forget-log', subject, result: 'allowed' });
    return true;
  });
}
