import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { type Copied, CopiedParts } from './copied.ts';
import { copyOut } from './copy-protocol.ts';
import { makeFolder } from './durable-copy.ts';
import { BackupProblem } from './problem.ts';
import {
  fileOf,
  listSequences,
  listTables,
  quote,
  quoted,
  type SequenceFacts,
  type TableFacts,
  type TableName,
} from './table-facts.ts';

export interface Dumped extends Copied {
  readonly tables: readonly TableFacts[];
  readonly sequences: readonly SequenceFacts[];
}

/**
 * Every table by COPY in one snapshot into `<to>/database`: what one transaction wrote is in it wholly or not at
 * all. Readers take no lock that work would wait for.
 */
export async function dumpTables(owner: pg.Client, to: string, stop: AbortSignal): Promise<Dumped> {
  const parts = new CopiedParts();
  const tables: TableFacts[] = [];
  await makeFolder(join(to, 'database'));
  parts.folders.push('database');
  await owner.query('begin isolation level repeatable read read only');
  for (const table of await listTables(owner)) {
    const { rows, ...copied } = await dumpTable(owner, table, join(to, fileOf(table)), stop);
    parts.add(fileOf(table), copied);
    tables.push({ ...table, rows });
  }
  // sequences know no snapshot: read after the tables they are never behind them
  const sequences: SequenceFacts[] = [];
  for (const one of await listSequences(owner)) sequences.push({ ...one, ...(await stateOf(owner, one)) });
  await owner.query('commit');
  return { sums: parts.sums, folders: parts.folders, bytes: parts.bytes, tables, sequences };
}

async function dumpTable(owner: pg.Client, table: TableName, path: string, stop: AbortSignal) {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    const columns = table.columns.map(quote).join(', ');
    const rows = await copyOut(owner, `copy ${quoted(table)} (${columns}) to stdout`, async (chunk) => {
      if (stop.aborted) throw new BackupProblem('backup-stopped');
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    });
    await file.sync();
    return { rows, sha256: hash.digest('hex'), size };
  } finally {
    await file.close();
  }
}

async function stateOf(owner: pg.Client, one: Pick<SequenceFacts, 'schema' | 'name'>) {
  const { rows } = await owner.query<{ last: string; called: boolean }>(
    `select last_value::text as last, is_called as called from ${quoted(one)}`,
  );
  return rows[0] ?? { last: '1', called: false };
}
