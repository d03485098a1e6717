import pg from 'pg';
import { type BareDatabase, openBareDatabase } from '../outside/bare-database.ts';
import { filled, formOf, signedIn } from '../outside/http-client.ts';
import type { Installation } from '../outside/installation.ts';
import type { DataSet, Say } from './kept-data.ts';
import { cpuOf } from './processes.ts';
import { floorOfRecomputing } from './recompute-floor.ts';

/** What a change of the calendar costs. */
export interface Recomputing {
  /** Open dossiers whose limits run over the day, and how many of them got another date. */
  readonly open: number;
  readonly moved: number;
  /** From the press of the administrator until the last dossier has its date. */
  readonly seconds: number;
  /** PostgreSQL by itself, writing as many rows of the same tables. */
  readonly floorSeconds: number;
  /** Seconds of processor meanwhile. */
  readonly processor: { readonly worker: number; readonly postgresql: number };
}

const ADMINISTRATOR = 'nghia.duong';
const NEW_DAY = '/quan-tri/lich/ngay';
const LONGEST_MS = 600_000;

const OPEN = `dossiers.dossier d join dossiers.due u using (id)
  where d.state in ('accepted', 'in-progress') and not d.training and u.clock = 'running' and not u.due_promised
    and u.due_at >= '2022-07-27'`;

/**
 * The open dossiers of the half-year that are due on 27 July or later, again and again until there are `wanted`, each with
 * its whole history (what is personal left out); then somebody makes that day a day off.
 */
export async function measureRecomputing(
  set: DataSet,
  size: number,
  wanted: number,
  say: Say,
): Promise<Recomputing> {
  await set.reset(size);
  const installation = await set.installation();
  await installation.start(); // a set that was kept gets the structure of today, and what a night fills in
  await clocksKept(installation);
  await installation.stop();
  const floorSeconds = await set.serverAlone(async (database) => {
    await multiplyOpen(database, wanted);
    const open = await database.rows<{ id: string }>(`select id from ${OPEN} order by id`);
    say(`${open.length} open dossiers: written by PostgreSQL alone`);
    return floorOfRecomputing(
      database,
      open.map(({ id }) => id),
    );
  });
  await installation.start();
  try {
    say('a day off');
    return { ...(await dayOff(installation)), floorSeconds };
  } finally {
    await installation.stop();
  }
}

/** Asks on one connection, and seldom: whoever watches takes time from what is watched. */
async function dayOff(installation: Installation): Promise<Omit<Recomputing, 'floorSeconds'>> {
  const watcher = new pg.Client({ connectionString: openBareDatabase(installation.env).url() });
  await watcher.connect();
  try {
    const count = async (text: string) => (await watcher.query<{ n: number }>(text)).rows[0]?.n ?? 0;
    const open = await count(`select count(*)::int as n from ${OPEN}`);
    const press = await readyToPress(installation);
    const cpu = () => cpuOf(installation.running.process.pid ?? 0, installation.postgresPid());
    const before = cpu();
    const started = performance.now();
    await press();
    const ended = await untilRecomputed(() => count(WAITING), started);
    const after = cpu();
    const used = (part: 'worker' | 'postgresql') => ((after.get(part) ?? 0) - (before.get(part) ?? 0)) / 1000;
    const processor = { worker: used('worker'), postgresql: used('postgresql') };
    const moved = await count(
      `select count(*)::int as n from dossiers.event where type = 'due-date-recomputed'`,
    );
    return { open, moved, seconds: (ended - started) / 1000, processor };
  } finally {
    await watcher.end();
  }
}

async function readyToPress(installation: Installation): Promise<() => Promise<void>> {
  const browser = await signedIn(installation.address, ADMINISTRATOR);
  const form = formOf(await browser.get(NEW_DAY), NEW_DAY);
  const typed = {
    ngay: '27/07/2022',
    loai: 'holiday',
    ten: 'Nghỉ bão',
    'so-thong-bao': '01/TB',
    'ngay-thong-bao': '25/07/2022',
  };
  return async () => {
    const answer = await browser.post(form.action, filled(form, typed));
    if (answer.status !== 303) throw new Error(`a day off was answered with ${answer.status}`);
  };
}

async function clocksKept(installation: Installation): Promise<void> {
  await installation.rows(`select graphile_worker.add_job('dossiers-keep-clocks', '{}'::json)`);
  const unkept = `select count(*)::int as n from dossiers.due
                   where (kept_clock is null or kept_dates is null) and clock = 'running' and not due_promised`;
  const until = performance.now() + LONGEST_MS;
  while (((await installation.rows<{ n: number }>(unkept))[0]?.n ?? 0) > 0) {
    if (performance.now() > until) throw new Error('the clocks of open dossiers are not kept');
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

const WAITING = `select count(*)::int as n from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
 where t.identifier in ('dossiers-recompute-due-dates', 'domain-event')`;

async function untilRecomputed(waiting: () => Promise<number>, started: number): Promise<number> {
  let seen = false;
  while (performance.now() - started < LONGEST_MS) {
    const jobs = await waiting();
    if (jobs === 0 && seen) return performance.now();
    seen ||= jobs > 0;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the dates of open dossiers are not computed again');
}

async function multiplyOpen(database: BareDatabase, wanted: number): Promise<void> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  try {
    await multiplyIn(client, wanted);
  } finally {
    await client.end();
  }
}

async function multiplyIn(client: pg.ClientBase, wanted: number): Promise<void> {
  await client.query('set session_replication_role = replica; set synchronous_commit = off');
  await client.query(`create temp table again as
    with open as (select id, row_number() over (order by id) as place, count(*) over () as n
                    from ${OPEN})
    select o.id, uuidv7() as new_id, row_number() over (order by k.k, o.place) as place
      from open o cross join lateral generate_series(1, (${wanted} / o.n + 1)::int) k(k)`);
  await client.query(`delete from again where place > ${wanted}`);
  const own = {
    'dossiers.dossier': {
      id: 'a.new_id',
      reference: "to_char(a.place, 'FM0000-000000000')",
      number: "regexp_replace(d.number, '-\\d+$', '-' || (10000 + a.place))",
      short_number: "regexp_replace(d.short_number, '-\\d+$', '-' || (10000 + a.place))",
      ...{ draft_id: 'null', group_id: 'null', wrapped_key: 'null' },
    },
    'dossiers.due': { id: 'a.new_id' },
    'dossiers.event': { dossier_id: 'a.new_id', personal_digest: 'null' },
    'dossiers.clock_interval': { dossier_id: 'a.new_id' },
    'dossiers.involved_office': { dossier_id: 'a.new_id' },
    'dossiers.applicant': { dossier_id: 'a.new_id' },
  };
  for (const [table, values] of Object.entries(own)) await copyRows(client, table, values);
  await client.query('vacuum (analyze)'); // which else begins by itself while something is measured
}

async function copyRows(client: pg.ClientBase, table: string, own: Readonly<Record<string, string>>) {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => own[name] ?? `d.${name}`);
  const key = 'id' in own ? 'id' : 'dossier_id';
  await client.query(
    `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from again a join ${table} d on d.${key} = a.id`,
  );
}
