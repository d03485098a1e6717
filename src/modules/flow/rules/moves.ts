import type { Instant } from '#kernel/instant.ts';
import type { EventType } from '#modules/dossiers/index.ts';
import { type PublishedEvent, Way } from './happened.ts';

/** Code of a step that is done, or of what came between the steps. */
export interface Move {
  readonly code: string;
  /** Legal time. */
  readonly at: Instant;
}

/** What comes between the steps of a process, or ends it early. */
export const asides = [
  'receipt-refused',
  'step-returned',
  'supplement-asked',
  'payment-asked',
  'opinion-asked',
  're-appointed',
  'procedure-corrected',
  'decision-taken-back',
  'withdrawn',
  'stopped',
  'closed-for-silence',
] as const satisfies readonly EventType[];
export type Aside = (typeof asides)[number];

/** Work that is done once more, by the office or by the citizen. */
export const rework: readonly Aside[] = [
  'receipt-refused',
  'step-returned',
  'supplement-asked',
  'procedure-corrected',
  'decision-taken-back',
];

/** Ends a way before the result. */
export const earlyEnds: readonly Aside[] = ['withdrawn', 'stopped', 'closed-for-silence'];

export const isAside = (code: string): code is Aside => (asides as readonly string[]).includes(code);

/** Events that plan the steps that are to come. */
export const planningEvents: readonly EventType[] = [
  'accepted',
  'taken-over',
  'procedure-corrected',
  'supplement-received',
  'payment-recorded',
  'due-date-recomputed',
];

/** What says something of the way: who reads it may leave out the rest. */
export const movingEvents: readonly EventType[] = [
  ...new Set<EventType>([
    ...planningEvents,
    ...(['forwarded', 'step-finished', 'decided', 'signed-by-hand', 'handed-over'] as const),
    ...asides,
  ]),
];

/**
 * The way of a dossier: each step when it was done, and what came between. Reception is done when the dossier is
 * forwarded, or as soon as anything follows.
 */
export function movesOf(events: readonly PublishedEvent[]): Move[] {
  const moves: Move[] = [];
  const way = new Way();
  let isReceiving = false; // the last move is a reception that nothing has ended yet
  for (const event of events) {
    const { step, transition } = way.next(event);
    const isAccepted = event.type === 'accepted';
    const code = isAside(event.type)
      ? event.type
      : transition === 'complete' || isAccepted
        ? step?.code
        : null;
    if (!code) continue;
    if (isReceiving && event.type === 'forwarded') moves.pop();
    moves.push({ code, at: event.at });
    isReceiving = isAccepted;
  }
  return moves;
}
