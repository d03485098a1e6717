import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { copyIn } from './copy-protocol.ts';
import { BackupProblem } from './problem.ts';
import {
  fileOf,
  listReferences,
  listTables,
  quote,
  quoted,
  type SequenceFacts,
  type TableFacts,
} from './table-facts.ts';

export interface DumpedTables {
  readonly tables: readonly TableFacts[];
  readonly sequences: readonly SequenceFacts[];
}

/**
 * Fills the tables of a database whose structure stands, in one transaction: what the migrations put in goes,
 * triggers sleep (they guard work, not a copy of it), referenced tables come first, and every row is counted.
 */
export async function loadTables(owner: pg.Client, from: string, dumped: DumpedTables): Promise<void> {
  await checkStructure(owner, dumped.tables);
  const names = dumped.tables.map(quoted);
  await owner.query('begin');
  for (const name of names) await owner.query(`alter table ${name} disable trigger user`);
  await owner.query(`truncate ${names.join(', ')}`);
  for (const table of inOrder(dumped.tables, await listReferences(owner)))
    await loadTable(owner, from, table);
  await owner.query('set constraints all immediate'); // checks what waits for the end of the transaction
  for (const name of names) await owner.query(`alter table ${name} enable trigger user`);
  for (const one of dumped.sequences)
    await owner.query('select setval($1::regclass, $2, $3)', [quoted(one), one.last, one.called]);
  await owner.query('commit');
  await owner.query('analyze');
}

async function loadTable(owner: pg.Client, from: string, table: TableFacts): Promise<void> {
  const columns = table.columns.map(quote).join(', ');
  const rows = await copyIn(
    owner,
    `copy ${quoted(table)} (${columns}) from stdin`,
    chunksOf(join(from, fileOf(table))),
  );
  if (rows !== table.rows) throw new BackupProblem('backup-damaged', { file: fileOf(table) });
}

/** Opened when the server asks for it: before that nobody would hear that it is missing. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}

/** The backup belongs to a structure: every table and column must be there, and no other. */
async function checkStructure(owner: pg.Client, wanted: readonly TableFacts[]): Promise<void> {
  const described = (tables: readonly Pick<TableFacts, 'schema' | 'name' | 'columns'>[]) =>
    new Map(tables.map((table) => [`${table.schema}.${table.name}`, [...table.columns].sort().join()]));
  const [inBackup, here] = [described(wanted), described(await listTables(owner))];
  for (const name of new Set([...inBackup.keys(), ...here.keys()]))
    if (inBackup.get(name) !== here.get(name))
      throw new BackupProblem('restore-other-structure', { table: name });
}

/** Referenced before referencing; a table that references itself is checked when its COPY ends. */
function inOrder(
  tables: readonly TableFacts[],
  references: readonly { readonly from: string; readonly to: string }[],
): TableFacts[] {
  const plain = (name: string) => name.replaceAll('"', '');
  const needs = new Map<string, Set<string>>();
  for (const { from, to } of references)
    needs.set(plain(from), (needs.get(plain(from)) ?? new Set()).add(plain(to)));
  const done = new Set<string>();
  const ordered: TableFacts[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter((table) => [...(needs.get(keyOf(table)) ?? [])].every((one) => done.has(one)));
    if (ready.length === 0) throw new Error(`tables reference each other: ${left.map(keyOf).join(', ')}`);
    ordered.push(...ready);
    for (const table of ready) done.add(keyOf(table));
    left = left.filter((table) => !done.has(keyOf(table)));
  }
  return ordered;
}

function keyOf({ schema, name }: TableFacts): string {
  return schema === 'public' ? name : `${schema}.${name}`;
}
