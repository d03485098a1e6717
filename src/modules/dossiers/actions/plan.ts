import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { DueDate } from '#kernel/working-time/due-date.ts';
import type { Pause } from '#kernel/working-time/limit.ts';
import { planSteps } from '#kernel/working-time/step-plan.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Process, ProcessAnswer } from '#modules/workflow/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { PlannedStep } from '../rules/event.ts';
import type { DossierDeps } from './deps.ts';
import type { PreparedFiling } from './prepare-filing.ts';

export interface Plan {
  readonly processKey: string;
  readonly steps: readonly PlannedStep[];
}

/** The steps of the process with the offices in force and the moment by which each should be finished. */
export async function planProcess(
  q: Queries,
  deps: Pick<DossierDeps, 'stores'>,
  prepared: Omit<PreparedFiling, 'filing'>,
  calendar: WorkCalendar,
  due: Pick<DueDate, 'due' | 'effectiveReceipt'> & { readonly pauses?: readonly Pause[] },
  now: Instant,
): Promise<Outcome<Plan>> {
  const answer = await deps.stores.processFor(q, prepared.procedure, dateOf(now), prepared.agency);
  const ends = planSteps(
    calendar,
    due,
    answer.process.steps.map((step) => step.share),
    due.pauses,
  );
  const steps: PlannedStep[] = [];
  const offices = new Map<StepOffice, OfficeInForce | undefined>();
  for (const [index, step] of answer.process.steps.entries()) {
    if (!offices.has(step.office))
      offices.set(step.office, await officeOf(q, deps, step.office, prepared, answer, now));
    const office = offices.get(step.office);
    if (!office) return refused('dossiers/no-office', { step: step.name, agency: prepared.agency.name });
    const { code, name, kind, role, share } = step;
    steps.push({
      code,
      name,
      kind,
      role,
      share,
      officeId: office.id,
      officeName: office.name,
      dueAt: ends[index] ?? null,
    });
  }
  return accepted({ processKey: answer.process.key, steps });
}

type StepOffice = Process['steps'][number]['office'];

async function officeOf(
  q: Queries,
  deps: Pick<DossierDeps, 'stores'>,
  where: StepOffice,
  prepared: Omit<PreparedFiling, 'filing'>,
  answer: ProcessAnswer,
  now: Instant,
): Promise<OfficeInForce | undefined> {
  const { agency, oneStop } = prepared;
  const on = dateOf(now);
  switch (where) {
    case 'one-stop':
      return oneStop;
    case 'leadership':
      return deps.stores.findLeadership(q, agency.id, on);
    case 'section':
      return deps.stores.findSection(q, agency.id, answer.sectionKey, on);
    case 'outside':
      return answer.outsideKey
        ? deps.stores.findOutsideOffice(q, agency.id, answer.outsideKey, on)
        : undefined;
  }
}
