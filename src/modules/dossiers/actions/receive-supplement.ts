import { postAt } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/database.ts';
import { receiptContent } from '../papers/receipt.ts';
import { countCompleted } from '../rules/count-again.ts';
import type { FiledPaper } from '../rules/filing.ts';
import { transitions } from '../rules/transitions.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { paperFrame } from './frame.ts';
import { perform } from './perform.ts';

export interface SupplementInput {
  readonly papers: readonly FiledPaper[];
  readonly note: string | null;
}

/**
 * Complete at last: the clock restarts from zero (NĐ 61/2018 Điều 19 khoản 4), or goes on, with a new receipt. Its scans are
 * those that this person's form keeps for this dossier, and no others: `dossiers/scans-gone`.
 */
export function receiveSupplement(
  deps: DossierDeps,
  press: PressOnDossier,
  { papers, note }: SupplementInput,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'receive-supplement', async (tx, dossier, _, now) => {
    const { filing, personal, number, training } = dossier;
    const { roles } = transitions['receive-supplement'];
    const post = postAt(press.actor, roles, filing.intakeOfficeId, filing.procedure);
    if (!personal || !number || !post) return refused('dossiers/erased');
    if (!(await takeScans(tx, deps, press, dossier.id, papers))) return refused('dossiers/scans-gone');
    const calendar = await deps.calendarFor(tx, filing.intakeOfficeId);
    const counted = countCompleted(calendar, dossier, now);
    if (!counted) return refused('dossiers/erased');
    const { clock } = counted;
    const frame = await paperFrame(tx, deps, { filing, number, training }, { press, post, now });
    const content = receiptContent(frame, {
      number,
      filing,
      clock,
      personal: { ...personal, papers: [...personal.papers, ...papers] },
    });
    const receiptId = await deps.stores.freezePaper(tx, deps, {
      purpose: 'receipt',
      regime: filing.regime,
      officeId: filing.intakeOfficeId,
      subjectId: dossier.id,
      number,
      frozenAt: now,
      content,
    });
    const [before] = dossier.receiptIds.slice(-1);
    if (before && papers.length > 0) await deps.stores.voidPaper(tx, before, now, 'replaced');
    return accepted({ papers, note, receiptId, ...counted });
  });
}

async function takeScans(
  tx: Tx,
  deps: DossierDeps,
  { actor }: PressOnDossier,
  dossierId: string,
  papers: readonly FiledPaper[],
): Promise<boolean> {
  const fileIds = papers.flatMap((paper) => paper.files.map((file) => file.id));
  const taken = await deps.stores.takeKeptScans(tx, { dossierId, accountId: actor.accountId }, fileIds);
  return taken.length === fileIds.length;
}
