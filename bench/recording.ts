import { closeSync, openSync, readSync, statSync } from 'node:fs';
import pg from 'pg';
import type { BareDatabase } from '../outside/bare-database.ts';
import { openDesks } from './desks.ts';
import type { DataSet } from './kept-data.ts';
import { learnForms, live, prepareLives } from './lives.ts';
import { type Recorded, recordedIn } from './recorded.ts';
import { freeze, untilItRests } from './worker.ts';

/** Lives as PostgreSQL was asked them, and what has to stand in the tables for them to be asked once more. */
export interface Recording {
  readonly lives: readonly (readonly Recorded[])[];
  readonly tables: ReadonlyMap<string, string>;
}

/** Whole tables as they stood when the first recorded life began. */
const CARRIED = [
  'identity.session',
  'counter.draft',
  'dossiers.number_series',
  'documents.register_series',
] as const;

const LOGGED = { log_statement: 'all', log_error_verbosity: 'default', log_parameter_max_length: '-1' };

/** For connections that are opened from now on. All people and dossiers of a demo are invented. */
export async function logStatements(database: BareDatabase, on: boolean): Promise<void> {
  for (const [name, value] of Object.entries(LOGGED))
    await database.rows(
      on ? `alter role motcua_app set ${name} = '${value}'` : `alter role motcua_app reset ${name}`,
    );
}

/** What the server's log says of a piece of work. */
export async function loggedBy(log: string, work: () => Promise<void>): Promise<Recorded[]> {
  const from = statSync(log).size;
  await work();
  const bytes = Buffer.alloc(statSync(log).size - from);
  const file = openSync(log, 'r');
  readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  return recordedIn(bytes.toString());
}

/** One client, life after life: the statements of a life then stand together in the log. */
export async function recordLives(set: DataSet, size: number, count: number): Promise<Recording> {
  await set.reset(size);
  await set.serverAlone((database) => logStatements(database, true));
  const installation = await set.installation();
  await installation.start();
  await untilItRests(installation);
  const thaw = freeze(installation);
  try {
    const desks = await openDesks(installation.address, 1);
    const [desk] = desks;
    if (!desk) throw new Error('no desk');
    const forms = await learnForms(desk);
    const prepared = await prepareLives(desks, count);
    const tables = new Map<string, string>();
    for (const table of CARRIED) {
      const [row] = await installation.rows<{ all: string }>(
        `select coalesce(json_agg(t), '[]')::text as all from ${table} t`,
      );
      tables.set(table, row?.all ?? '[]');
    }
    const lives: Recorded[][] = [];
    for (const life of prepared) lives.push(await loggedBy(set.serverLog, () => live(life, forms, () => {})));
    return { lives, tables };
  } finally {
    thaw();
    await installation.stop();
    await set.serverAlone((database) => logStatements(database, false));
  }
}

/** Puts the tables of the recording into a fresh copy, so that its lives can be asked again. */
export async function carryOver(database: BareDatabase, { tables }: Recording): Promise<void> {
  for (const [table, all] of tables)
    await database.rows(`set session_replication_role = replica; delete from ${table};
      insert into ${table} select * from json_populate_recordset(null::${table}, ${pg.escapeLiteral(all)})`);
}
