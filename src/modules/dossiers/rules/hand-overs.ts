import type { Instant } from '#kernel/instant.ts';
import { after } from './after.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, EventOf, EventType, PlannedStep } from './event.ts';

/** One row of the control slip: from hand to hand, with the time of the step that was handed on. */
export interface HandOver {
  readonly from: string;
  readonly handedBy: string | null;
  /** For whom, when it was a substitute who handed it over, or received it. */
  readonly handedFor: string | null;
  readonly to: string;
  readonly receivedBy: string | null;
  readonly receivedFor: string | null;
  /** When the receiving side confirmed; null while it has not. */
  readonly at: Instant | null;
  readonly timeliness: 'early' | 'on-time' | 'late' | null;
  /** Given back: what was missing; null once that has been erased, and where nothing was refused. */
  readonly note: string | null;
  readonly refused: boolean;
}

/** The hand-overs of a history, in order: forwarded, finished, returned; each confirmed by the other side. */
export function handOvers(id: string, events: readonly DossierEvent[]): HandOver[] {
  const rows: HandOver[] = [];
  let then: Dossier | null = null; // the plan as it stood when the step was handed on
  for (const event of events) {
    const target = targetOf(event);
    const step = target === null ? undefined : then?.steps[target];
    if (step && then) rows.push(handedOn(event, step, then));
    then = after(then, event, id);
    if (event.type === 'receipt-refused') refuse(rows, event);
    if (confirming.includes(event.type)) confirm(rows, event);
  }
  return rows;
}

/** A unit leader who gives it to somebody has received it. */
const confirming: readonly EventType[] = ['receipt-confirmed', 'reassigned', 'decided', 'signed-by-hand'];

function targetOf(event: DossierEvent): number | null {
  if (event.type === 'forwarded') return event.body.stepIndex;
  if (event.type === 'step-finished') return event.body.stepIndex + 1;
  if (event.type === 'step-returned') return event.body.toIndex;
  return null;
}

function handedOn(event: DossierEvent, to: PlannedStep, dossier: Dossier): HandOver {
  const finished = event.type === 'step-finished' ? dossier.steps[event.body.stepIndex] : undefined;
  return {
    from: event.by.officeName,
    handedBy: event.by.name,
    handedFor: absentOf(event),
    to: to.officeName,
    receivedBy: null,
    receivedFor: null,
    at: null,
    timeliness: finished?.dueAt ? timeliness(event.at, finished.dueAt) : null,
    note: null,
    refused: false,
  };
}

function timeliness(at: Instant, dueAt: Instant): 'early' | 'on-time' | 'late' {
  if (at > dueAt) return 'late';
  return at.slice(0, 10) === dueAt.slice(0, 10) ? 'on-time' : 'early';
}

/** Both sides stand on the slip: who handed it over, who gave it back and why. */
function refuse(rows: HandOver[], event: EventOf<'receipt-refused'>): void {
  const last = rows.at(-1);
  if (!last || last.at !== null) return;
  const note = event.personal?.missing ?? null;
  rows[rows.length - 1] = { ...last, ...received(event), refused: true, note };
}

function confirm(rows: HandOver[], event: DossierEvent): void {
  const last = rows.at(-1);
  if (last && last.at === null) rows[rows.length - 1] = { ...last, ...received(event) };
}

function received(event: DossierEvent) {
  return { receivedBy: event.by.name, receivedFor: absentOf(event), at: event.at };
}

function absentOf({ body: { instead } }: DossierEvent): string | null {
  return instead?.kind === 'substitute' ? instead.name : null;
}
