import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { type Database, inTransaction, type Tx, withoutTimeouts } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';
import { readXes } from '../formats/read-xes.ts';
import { fatalDoubts, type LogCase, type LogDoubt } from '../rules/log.ts';
import { LogSums } from '../rules/log-sums.ts';
import { findLog, insertCases, insertLog, lockImports, type StoredLog } from '../store/logs.ts';

export interface FlowDeps {
  readonly db: Database;
  readonly random: Random;
}

export interface ImportWish {
  readonly name: string;
  /** Of the file. */
  readonly sha256: string;
  /** What cannot be read is left out; otherwise nothing is imported. */
  readonly leaveOut: boolean;
}

export interface ImportAnswer {
  /** Null: nothing was imported. */
  readonly log: StoredLog | null;
  /** The same file was imported before, under this name perhaps or another. */
  readonly alreadyThere: boolean;
  /** The first of them, in the order of the file. */
  readonly doubts: readonly LogDoubt[];
  readonly doubtCount: number;
}

/** Cases and events that are written at once, and the characters that they hold. */
const AT_ONCE = 5_000;
const MOST_HELD = 8 * 1024 * 1024;
const MOST_TOLD = 20;
const MOST_NAME = 100;

class NothingStored extends Error {}

/**
 * Imports an event log (XES) in one transaction: whole or not at all. The same file again is said and changes nothing.
 * Refusals: `flow/log-name`, `flow/log-name-taken`.
 */
export async function importLog(
  { db, random }: FlowDeps,
  bytes: AsyncIterable<Uint8Array>,
  origin: AuditOrigin,
  wish: ImportWish,
): Promise<Outcome<ImportAnswer>> {
  const name = wish.name.trim();
  if (name === '' || name.length > MOST_NAME) return refused('flow/log-name', { most: MOST_NAME });
  const told: LogDoubt[] = [];
  let doubtCount = 0;
  const doubt = (one: LogDoubt) => {
    doubtCount += 1;
    if (told.length < MOST_TOLD) told.push(one);
    return (fatalDoubts as readonly string[]).includes(one.code);
  };
  try {
    return await inTransaction(db, async (tx) => {
      await withoutTimeouts(tx);
      await lockImports(tx);
      const there = await findLog(tx, 'sha256', wish.sha256);
      if (there) return accepted({ log: there, alreadyThere: true, doubts: [], doubtCount: 0 });
      if (await findLog(tx, 'name', name)) return refused('flow/log-name-taken', { name });
      const id = random.uuid(Date.parse(origin.machineNow));
      const sums = await storeCases(tx, id, bytes, doubt);
      if (sums === null || (doubtCount > 0 && !wish.leaveOut)) throw new NothingStored();
      const log = { id, name, sha256: wish.sha256, importedAt: origin.legalNow, ...sums };
      await insertLog(tx, log);
      const subject = { kind: 'log', id: wish.sha256 };
      await record(tx, { ...origin, action: 'flow/import-log', subject, result: 'allowed' });
      return accepted({ log, alreadyThere: false, doubts: told, doubtCount });
    });
  } catch (error) {
    if (!(error instanceof NothingStored)) throw error;
    return accepted({ log: null, alreadyThere: false, doubts: told, doubtCount });
  }
}

/** Null: the file cannot be read to its end. */
async function storeCases(
  tx: Tx,
  logId: string,
  bytes: AsyncIterable<Uint8Array>,
  doubt: (one: LogDoubt) => boolean,
): Promise<LogSums['sums'] | null> {
  const sums = new LogSums();
  let batch: LogCase[] = [];
  let [held, size] = [0, 0];
  const write = async () => {
    await insertCases(tx, logId, sums.cases - batch.length, batch);
    batch = [];
    [held, size] = [0, 0];
  };
  for await (const part of readXes(bytes)) {
    if (part.doubt) {
      if (doubt(part.doubt)) return null;
      continue;
    }
    batch.push(part.case);
    sums.add(part.case);
    held += 1 + part.case.events.length;
    size += part.size;
    if (held >= AT_ONCE || size >= MOST_HELD) await write();
  }
  await write();
  return sums.sums;
}
