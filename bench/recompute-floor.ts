import pg from 'pg';
import type { BareDatabase } from '../outside/bare-database.ts';

/** As the job does it: `AT_ONCE` and `LANES` there. */
const AT_ONCE = 500;
const CONNECTIONS = 4;
const COPY = 'motcua_floor';

const LAST_INTERVAL = `cross join lateral (select * from dossiers.clock_interval i
                                            where i.dossier_id = d.id order by i.seq desc limit 1) i`;

/** What a batch writes, made where it lies: nothing is sent, reckoned or hashed. Each answers how many rows it wrote. */
const WRITES = [
  `with d as (select id, head_seq, head_hash, updated_at, due_at from dossiers.due
               where id = any($1) order by id for update),
        event as (insert into dossiers.event (dossier_id, seq, type, at, by_name, body, previous_hash, hash)
                  select id, head_seq + 1, 'due-date-recomputed', updated_at, '', jsonb_build_object('before', due_at, 'nationalDueAt',
                         due_at, 'clock', jsonb_build_object('dueAt', due_at, 'receivedAt', updated_at, 'certain', true, 'remaining',
                         null), 'ends', jsonb_build_array(due_at, due_at, due_at)), head_hash, head_hash from d returning 1)
   insert into dossiers.clock_interval
          (dossier_id, seq, kind, office_id, account_id, from_at, due_at, national_due_at, supplements)
   select d.id, d.head_seq + 1, i.kind, i.office_id, i.account_id, i.from_at, i.due_at, i.national_due_at, i.supplements
     from d ${LAST_INTERVAL}`,
  `with moved as (update dossiers.due
                     set due_at = due_at + interval '1 day', national_due_at = national_due_at + interval '1 day',
                         known_due_at = coalesce(known_due_at, due_at), step_due_at = step_due_at + interval '1 day',
                         updated_at = updated_at + interval '1 second', head_seq = head_seq + 1, kept_dates = kept_dates || ' '
                   where id = any($1) returning id, updated_at)
   insert into audit.entry (action, subject_kind, subject_id, legal_at, machine_at, result)
   select 'dossiers/recompute-due-date', 'dossier', coalesce(d.number, d.reference), updated_at, updated_at, 'allowed'
     from moved join dossiers.dossier d using (id)`,
];

/**
 * About how many seconds PostgreSQL by itself needs to write what a change of the calendar writes of these dossiers: event,
 * interval, dates and line of the audit of each, in batches, on four connections. Done in a copy of the database.
 */
export async function floorOfRecomputing(database: BareDatabase, ids: readonly string[]): Promise<number> {
  const batches = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) =>
    ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  await database.copy('motcua', COPY);
  const clients = Array.from(
    { length: CONNECTIONS },
    () => new pg.Client({ connectionString: database.url(COPY) }),
  );
  try {
    await Promise.all(clients.map((client) => client.connect()));
    const started = performance.now();
    await Promise.all(clients.map((client) => writeAgain(client, batches)));
    return (performance.now() - started) / 1000;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await database.drop(COPY);
  }
}

/** Until no batch is left: whoever is free takes the next. */
async function writeAgain(client: pg.ClientBase, batches: string[][]): Promise<void> {
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    await client.query('begin');
    for (const [at, text] of WRITES.entries()) {
      const { rowCount } = await client.query({ name: `write-${at}`, text, values: [batch] });
      if (rowCount !== batch.length) throw new Error(`${rowCount} rows written of ${batch.length} dossiers`);
    }
    await client.query('commit');
  }
}
