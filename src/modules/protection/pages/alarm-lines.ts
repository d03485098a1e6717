import { nameAccounts } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Alarm } from '../store/alarms.ts';
import { countStrangerReads } from '../store/watched-reads.ts';
import type { AlarmLine } from './alarm-list.tsx';

/** Alarms with names, and with how much was read by the end of the day, not only up to the limit. */
export async function alarmLines(q: Queries, alarms: readonly Alarm[]): Promise<AlarmLine[]> {
  const accounts = alarms.map(({ accountId }) => accountId);
  const names = await nameAccounts(q, accounts);
  const lines: AlarmLine[] = [];
  for (const alarm of alarms) {
    const name = names.get(alarm.accountId) ?? alarm.accountId.slice(-8);
    lines.push({ ...alarm, name, count: await countStrangerReads(q, alarm) });
  }
  return lines;
}
