import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { owe } from '#modules/cash/index.ts';
import { flat, reckonFee } from '#modules/catalogue/index.ts';
import { type Dossier, takeOver } from '#modules/dossiers/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { TakeoverDeps } from '../deps.ts';
import { lockTakeOvers } from '../store.ts';
import { type CheckedFile, checkFile } from './check-file.ts';
import type { RowToTake } from './check-row.ts';

/** Rows in one transaction: few enough to be short, many enough to be quick. */
const AT_ONCE = 100;

export interface TakeOverWish {
  readonly agencyCode: string | null;
  readonly apply: boolean;
  /** Warnings have been read, and are accepted. */
  readonly acceptDoubts: boolean;
  /** Told after each part: so many of so many are taken over for good. */
  readonly progress?: (done: number, all: number) => void;
}

export interface TakeOverAnswer {
  readonly checked: CheckedFile;
  /** Null: nothing was changed. */
  readonly taken: { readonly count: number; readonly alreadyThere: number } | null;
  /** Why nothing was changed although it was wished. */
  readonly hindered: 'errors' | 'warnings' | null;
}

/**
 * Checks a file, and takes its dossiers over when that is wished and nothing hinders it: in parts of a hundred,
 * each a transaction. Broken off it goes on with the rest when it is run again: a number is taken over once.
 */
export async function takeOverFile(
  deps: TakeoverDeps,
  bytes: Uint8Array,
  origin: AuditOrigin,
  wish: TakeOverWish,
): Promise<Outcome<TakeOverAnswer>> {
  const found = await checkFile(deps, bytes, wish.agencyCode);
  if (!found.ok) return found;
  const checked = found.value;
  const has = (severity: string) => checked.doubts.some((doubt) => doubt.severity === severity);
  if (!wish.apply) return accepted({ checked, taken: null, hindered: null });
  if (has('error')) return accepted({ checked, taken: null, hindered: 'errors' });
  if (has('warning') && !wish.acceptDoubts) return accepted({ checked, taken: null, hindered: 'warnings' });
  let [count, there] = [0, checked.alreadyThere];
  const { toTake } = checked;
  for (let from = 0; from < toTake.length; from += AT_ONCE) {
    const part = await takePart(deps, origin, checked, toTake.slice(from, from + AT_ONCE));
    if (!part.ok) return part;
    count += part.value.count;
    there += part.value.alreadyThere;
    wish.progress?.(Math.min(from + AT_ONCE, toTake.length), toTake.length);
  }
  return accepted({ checked, taken: { count, alreadyThere: there }, hindered: null });
}

class PartRefused extends Error {
  readonly refusal: Outcome<never>;
  constructor(refusal: Outcome<never>) {
    super('a part of the file was refused');
    this.refusal = refusal;
  }
}

type Part = NonNullable<TakeOverAnswer['taken']>;

async function takePart(
  deps: TakeoverDeps,
  origin: AuditOrigin,
  { sha256 }: CheckedFile,
  rows: readonly RowToTake[],
): Promise<Outcome<Part>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      await lockTakeOvers(tx);
      let count = 0;
      for (const row of rows) if (await takeOne(tx, deps, origin, row)) count += 1;
      await record(tx, {
        ...origin,
        action: 'takeover/take-over-file',
        subject: { kind: 'file', id: sha256 },
        result: 'allowed',
        reason: `rows:${rows[0]?.old.source.row}-${rows.at(-1)?.old.source.row}`,
      });
      return accepted({ count, alreadyThere: rows.length - count });
    });
  } catch (error) {
    if (error instanceof PartRefused) return error.refusal;
    throw error;
  }
}

/** False: somebody else took this number over a moment ago. */
async function takeOne(
  tx: Tx,
  deps: TakeoverDeps,
  origin: AuditOrigin,
  { old, feeDue }: RowToTake,
): Promise<boolean> {
  const taken = await takeOver(tx, deps, origin, old);
  if (!taken.ok) {
    const { row } = old.source;
    throw new PartRefused(refused('takeover/row-refused', { row, code: taken.refusal.code }));
  }
  if (!taken.value) return false;
  if (feeDue > 0) await oweRest(tx, deps, taken.value, feeDue);
  return true;
}

async function oweRest(tx: Tx, deps: TakeoverDeps, dossier: Dossier, amount: number): Promise<void> {
  const { id: dossierId, number, filing } = dossier;
  const { procedure, intakeOfficeId: officeId, agencyId } = filing;
  const line = {
    what: deps.paperWords('takeover.paper.fee-rest'),
    ...{ quantity: 1, sets: 1, unit: amount, basis: null },
    ...reckonFee(flat(amount), { quantity: 1, sets: 1 }, null),
  };
  const owing = { dossierId, number: number ?? '', officeId, agencyId, procedure };
  await owe(tx, deps, owing, { lines: [line], exemption: null, way: 'at-return' });
}
