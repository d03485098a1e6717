import pg from 'pg';
import type { BareDatabase } from '../outside/bare-database.ts';

const AT_ONCE = 500;
const CONNECTIONS = 2;
const COPY = 'motcua_floor';

/** What a batch writes, each row made of the last of its dossier where it lies: nothing is sent, read or reckoned. */
const WRITES = [
  `select from dossiers.dossier where id = any($1) order by id for update`,
  `insert into dossiers.event (dossier_id, seq, type, at, by_account, by_office, by_name, body, previous_hash, hash)
   select e.dossier_id, e.seq + 1, e.type, e.at, e.by_account, e.by_office, e.by_name, e.body, e.hash, e.previous_hash
     from dossiers.dossier d join dossiers.event e on e.dossier_id = d.id and e.seq = d.head_seq where d.id = any($1)`,
  `insert into dossiers.clock_interval
          (dossier_id, seq, kind, office_id, account_id, from_at, due_at, national_due_at, supplements)
   select i.dossier_id, i.seq + 1, i.kind, i.office_id, i.account_id, i.from_at, i.due_at, i.national_due_at, i.supplements
     from dossiers.dossier d join dossiers.clock_interval i on i.dossier_id = d.id and i.seq = d.head_seq
    where d.id = any($1)`,
  `update dossiers.dossier set due_at = due_at + interval '1 day', national_due_at = national_due_at + interval '1 day',
          step_due_at = step_due_at + interval '1 day', head_seq = head_seq + 1, kept_clock = kept_clock || ' '
    where id = any($1)`,
  `insert into audit.entry (action, subject_kind, subject_id, legal_at, machine_at, result)
   select 'dossiers/recompute-due-date', 'dossier', coalesce(number, reference), updated_at, updated_at, 'allowed'
     from dossiers.dossier where id = any($1)`,
];

/**
 * Seconds that PostgreSQL alone needs to write what a change of the calendar writes of these dossiers, batch by batch on as
 * many connections: with these tables no program, however fast, is faster. Done in a copy of the database.
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
    for (const text of WRITES) await client.query({ name: text.slice(0, 60), text, values: [batch] });
    await client.query('commit');
  }
}
