import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { planSteps } from '#kernel/working-time/step-plan.ts';
import type { Inputs } from '../rules/command.ts';
import { countingOf, dueDateOf } from '../rules/due-date-of.ts';
import { sharesFrom } from '../rules/step-shares.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';
import { clockFacts } from './plan.ts';

/** Paid: the clock goes on where it stood, and the dossier goes back to who held it. */
export function recordPayment(
  deps: DossierDeps,
  press: PressOnDossier,
  paid: Pick<Inputs['record-payment'], 'by' | 'proof'>,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'record-payment', async (tx, dossier, _, now) => {
    const counting = countingOf(dossier);
    if (!counting) return refused('dossiers/erased');
    const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
    const pauses = dossier.clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: now } : pause));
    const due = dueDateOf(calendar, dossier.filing, { ...counting, pauses });
    const ends = planSteps(calendar, due, sharesFrom(dossier.steps, dossier.plannedFrom), pauses);
    const steps = dossier.steps.map((step, index) => ({ ...step, dueAt: ends[index] ?? null }));
    return accepted({ ...paid, clock: clockFacts(due, counting.received), steps });
  });
}
