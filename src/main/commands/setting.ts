import type pg from 'pg';
import { dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import { settingSchema } from '#modules/portal/index.ts';
import { createLog } from '#platform/log/log.ts';
import { BACKUP, backupSetting } from '../backup/backup-setting.ts';
import { environmentConfig } from '../environment.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua setting [KEY VALUE] [--json] [--english]

Without KEY: the settings that were changed. VALUE is JSON.
  portal.look-ups '{"hits":30,"minutes":10}'   typed look-ups an address may make
  portal.timeline.AGENCY false                 this agency (its code) shows only done or not, and when
  backup '{"at":"18:30","dir":"/srv/backup","keep":14}'   a backup every day; "keys": another folder for its keys;
                                               null: none`;

async function run(args: readonly string[], say: Say): Promise<number> {
  const [key, value] = args.filter((one) => !one.startsWith('--'));
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'setting', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    if (key === undefined) return await show(installation.owner, say);
    const { db, legalClock } = opened.surroundings;
    const offices = await listOfficesInForce(db, dateOf(legalClock.now()));
    const stored = key.replace(/^portal\.timeline\.(.+)$/, (whole, code: string) => {
      const agency = offices.find((office) => office.kind === 'agency' && office.code === code);
      return agency ? `portal.timeline.${agency.id}` : whole;
    });
    const ok = await write(installation.owner, stored, value ?? '');
    say.line(ok ? 'main.setting.done' : 'main.setting.wrong', { key, value: value ?? '' });
    return ok ? 0 : 1;
  } finally {
    await opened.close();
    await installation.close();
  }
}

async function show(owner: pg.Pool, say: Say): Promise<number> {
  const { rows } = await owner.query('select key, value from platform.setting order by key');
  say.plain(JSON.stringify(rows, null, 2));
  return 0;
}

async function write(owner: pg.Pool, key: string, json: string): Promise<boolean> {
  const schema = key === BACKUP ? backupSetting : settingSchema(key);
  const parsed = schema?.safeParse(readJson(json));
  if (!parsed?.success) return false;
  await owner.query(
    `insert into platform.setting (key, value) values ($1, $2)
     on conflict (key) do update set value = excluded.value, updated_at = now()`,
    [key, JSON.stringify(parsed.data)],
  );
  return true;
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export const setting: Command = { usage, run };
