import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { receiptContent } from '../papers/receipt.ts';
import { mayCorrectProcedure } from '../rules/decide-corrections.ts';
import type { Dossier } from '../rules/dossier.ts';
import { clockFacts, committedDateOf, dueDateOf } from '../rules/due-date-of.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { paperFrame } from './frame.ts';
import { performAnd } from './perform.ts';
import { planProcess } from './plan.ts';
import { type FilingInput, prepareFiling } from './prepare-filing.ts';
import { tellBooks } from './tell-books.ts';

export interface ProcedureCorrection {
  readonly code: string;
  readonly caseKey: string | null;
  readonly reason: string;
}

/** The wrong procedure or case: everything is computed again from the same receipt; a new one takes its place. */
export function correctProcedure(
  deps: DossierDeps,
  press: PressOnDossier,
  { code, caseKey, reason }: ProcedureCorrection,
): Promise<Outcome<Done>> {
  return performAnd(
    deps,
    press,
    'correct-procedure',
    async (tx, dossier, post, now) => {
      const { receivedAt: received, number, personal, training } = dossier;
      if (!received || !number || !personal) return refused('dossiers/erased');
      const may = mayCorrectProcedure(dossier);
      if (!may.ok) return may;
      if (!reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
      const procedure = await deps.stores.findProcedure(tx, code, dateOf(received));
      if (!procedure) return refused('dossiers/no-such-procedure', undefined, 'code');
      const input = filingInputOf(dossier, procedure.versionId, caseKey);
      const prepared = await prepareFiling(tx, deps, input, received);
      if (!prepared.ok) return prepared;
      const { filing } = prepared.value;
      const calendar = await deps.calendarFor(tx, filing.intakeOfficeId);
      const { pauses } = dossier.clock;
      const counting = { received, pauses };
      const due = dueDateOf(calendar, filing, counting);
      const plan = await planProcess(tx, deps, prepared.value, calendar, { ...due, pauses }, now);
      if (!plan.ok) return plan;
      const clock = clockFacts(due, received, committedDateOf(calendar, filing, counting));
      const frame = await paperFrame(tx, deps, { filing, number, training }, { press, post, now });
      const receiptId = await deps.stores.freezePaper(tx, deps, {
        purpose: 'receipt',
        regime: filing.regime,
        officeId: filing.intakeOfficeId,
        subjectId: dossier.id,
        number,
        frozenAt: now,
        content: receiptContent(frame, { number, filing, personal, clock }),
      });
      return accepted({ filing, pauses, clock, reason, receiptId, ...plan.value });
    },
    async (tx, { dossier }, now, after) => {
      await tellBooks(tx, deps, press, { before: dossier, after });
      const [old] = dossier.receiptIds.slice(-1);
      if (old) await deps.stores.voidPaper(tx, old, now, 'replaced');
    },
  );
}

/** What was filed, with another procedure. */
function filingInputOf(
  { filing, personal }: Dossier,
  versionId: string,
  caseKey: string | null,
): FilingInput {
  if (!personal) throw new Error('its content has been erased');
  const { channel, assisted, returnMethod, sets, fee, intakeOfficeId } = filing;
  return {
    ...{ channel, assisted, returnMethod, sets, fee, personal, caseKey },
    draftId: null,
    oneStopId: intakeOfficeId,
    procedureVersionId: versionId,
    adjustment: null,
  };
}
