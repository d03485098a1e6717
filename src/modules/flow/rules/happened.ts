import type { Instant } from '#kernel/instant.ts';
import type { EventType, PlannedStep } from '#modules/dossiers/index.ts';

export type FlowStep = Pick<PlannedStep, 'code' | 'name' | 'kind' | 'role'>;

/** An event of a dossier as it is published. */
export interface PublishedEvent {
  readonly seq: number;
  readonly type: EventType;
  /** Legal time. */
  readonly at: Instant;
  readonly stepIndex: number | null;
  /** Given back to this step. */
  readonly toIndex: number | null;
  /** The steps that it planned; null: it planned none. */
  readonly steps: readonly FlowStep[] | null;
}

/** Of the standard lifecycle of IEEE 1849. */
export type Transition = 'start' | 'assign' | 'reassign' | 'complete';

/** Which step of the process an event is about, and how far that step has come with it. */
export interface Happened {
  /** Null: it is about the dossier. */
  readonly step: FlowStep | null;
  readonly transition: Transition;
}

type About = 'reception' | 'named' | 'current' | 'sign' | 'return';

/** Events that carry a step of the process on; all others stand for themselves. */
const about: Readonly<Partial<Record<EventType, readonly [About, Transition]>>> = {
  accepted: ['reception', 'start'],
  forwarded: ['reception', 'complete'],
  'receipt-confirmed': ['named', 'assign'],
  'step-started': ['named', 'start'],
  'step-finished': ['named', 'complete'],
  reassigned: ['current', 'reassign'],
  decided: ['sign', 'complete'],
  'signed-by-hand': ['sign', 'complete'],
  'handed-over': ['return', 'complete'],
};

/** Reads the events of one dossier in their order. */
export class Way {
  #steps: readonly FlowStep[] = [];
  #current: number | null = 0;

  /** What this event, the next of the dossier, says of the process as it was planned then. */
  next({ type, stepIndex, toIndex, steps }: PublishedEvent): Happened {
    this.#steps = steps ?? this.#steps;
    const [which, transition] = about[type] ?? [null, 'complete' as const];
    const step = which === null ? null : this.#step(which, stepIndex);
    if (type === 'taken-over')
      this.#current = null; // it says only in words where it stood
    else if (toIndex !== null) this.#current = toIndex;
    else if (stepIndex !== null) this.#current = stepIndex + (type === 'step-finished' ? 1 : 0);
    return { step, transition };
  }

  #step(which: About, named: number | null): FlowStep | null {
    const kinds = { reception: 'reception', sign: 'sign', return: 'return' } as const;
    if (which !== 'named' && which !== 'current')
      return this.#steps.find(({ kind }) => kind === kinds[which]) ?? null;
    const index = which === 'named' ? named : this.#current;
    return index === null ? null : (this.#steps[index] ?? null);
  }
}
