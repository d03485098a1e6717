import { postsOf } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { checkFeesSaid, checkSeen, type Seen, takesAsAuthorised } from '../rules/hand-over-many.ts';
import { transitions } from '../rules/transitions.ts';
import { findReturnSheet, insertReturnSheet, insertSheetLines } from '../store/return-sheets.ts';
import { type Chosen, keyOf } from './bulk.ts';
import type { DossierDeps, Press } from './deps.ts';
import { orRefusal, performIn, RolledBack } from './perform.ts';

/** What is still to be paid, đồng by dossier; who owes nothing is not there. */
export interface UnpaidFees {
  readonly of: (dossierIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** The same, and it stays so until the transaction ends. */
  readonly held: (tx: Tx, dossierIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

export interface ManyResults {
  readonly chosen: readonly (Chosen & { readonly originalsReturned: boolean })[];
  readonly seen: Seen;
  readonly by: 'signature' | 'code';
  readonly proof: string;
}

/**
 * One person takes several results and signs one sheet: all of them or none, for the sheet says what was signed.
 * A refusal names its dossier (`number`). The same press again finds its sheet.
 */
export function handOverMany(
  deps: DossierDeps & { readonly unpaid?: UnpaidFees },
  press: Press,
  input: ManyResults,
): Promise<Outcome<{ readonly sheetId: string }>> {
  return orRefusal(
    inTransaction<Outcome<{ readonly sheetId: string }>>(deps.db, async (tx) => {
      const post = postsOf(press.actor).find((one) =>
        transitions['hand-over'].roles.some((role) => role === one.role),
      );
      if (!post) return refused('dossiers/not-your-post', { command: 'hand-over' });
      if (input.chosen.length === 0) return refused('dossiers/nothing-chosen');
      const seen = checkSeen(input.seen, input.chosen.length);
      if (!seen.ok) return seen;
      const { accountId: madeBy, name: madeByName } = press.actor;
      const sheet = { id: press.key, officeId: post.officeId, madeAt: deps.clock.now(), madeBy, madeByName };
      if (!(await insertReturnSheet(tx, sheet))) return repeated(tx, press);
      const lines = [];
      for (const line of inOrder(input.chosen)) lines.push(await handOne(tx, deps, press, input, line));
      await feesAreSaid(tx, deps, input, lines);
      await insertSheetLines(tx, sheet.id, lines);
      return accepted({ sheetId: sheet.id });
    }),
  );
}

/** Asked once the dossiers are locked, and held: what a colleague takes or voids comes before or after all of this. */
async function feesAreSaid(
  tx: Tx,
  { unpaid }: { readonly unpaid?: UnpaidFees },
  { seen }: ManyResults,
  lines: readonly { readonly dossierId: string }[],
): Promise<void> {
  const held = await unpaid?.held(
    tx,
    lines.map((line) => line.dossierId),
  );
  const said = checkFeesSaid(seen, held ?? new Map());
  if (!said.ok) throw new RolledBack(said);
}

async function repeated(tx: Tx, { actor, key }: Press): Promise<Outcome<{ readonly sheetId: string }>> {
  const sheet = await findReturnSheet(tx, key);
  return sheet?.madeBy === actor.accountId ? accepted({ sheetId: key }) : refused('dossiers/press-used');
}

/** Always in the same order: two who take some of the same results wait for each other, never both. */
function inOrder(chosen: ManyResults['chosen']): ManyResults['chosen'] {
  return [...new Map(chosen.map((line) => [line.number, line])).values()].sort((a, b) =>
    a.number < b.number ? -1 : 1,
  );
}

async function handOne(
  tx: Tx,
  deps: DossierDeps,
  press: Press,
  { seen, by, proof }: ManyResults,
  { number, seenSeq, originalsReturned }: ManyResults['chosen'][number],
): Promise<{ readonly dossierId: string; readonly number: string }> {
  let dossierId = '';
  const done = await ofDossier(number, () =>
    performIn(tx, deps, {
      press: { ...press, key: keyOf(press.key, number), number, seenSeq },
      command: 'hand-over',
      prepare: async (_, dossier) => {
        dossierId = dossier.id;
        if (dossier.training) return refused('dossiers/training-on-real-sheet');
        const toAuthorised = takesAsAuthorised(dossier, seen);
        const { receiver } = seen;
        return accepted({ by, receiver, toAuthorised, proof, originalsReturned, sheetId: press.key });
      },
    }),
  );
  if (!done.ok) throw new RolledBack(done);
  return { dossierId, number };
}

/** The refusal says of which dossier it is. */
async function ofDossier<T>(number: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const done = await orRefusal(work());
  if (done.ok) return done;
  return { ok: false, refusal: { ...done.refusal, params: { ...done.refusal.params, number } } };
}
