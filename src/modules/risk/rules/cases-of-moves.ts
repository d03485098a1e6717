import type { Instant } from '#kernel/instant.ts';
import type { Case, Passage } from './case.ts';

/** What of a dossier says how long such a one takes. */
export interface Kind {
  readonly of: string;
  readonly procedure: string;
  readonly field: string;
  /** Whose office hours measure it: the one-stop that took it in. */
  readonly hours: string;
}

export interface PlannedPlace {
  readonly step: string;
  readonly kind: string;
  readonly office: string;
}

/** An event that moved it, started, stopped or ended its clock. */
export interface Move {
  readonly type: string;
  readonly at: Instant;
  /** The step it came to; null: stays where it is. */
  readonly stepIndex: number | null;
  /** The clock stands still from here on, and goes on where it was. */
  readonly suspends: boolean;
  /** Not of an answer beside which something else is awaited: it lets no clock go on. */
  readonly goesOn: boolean;
  /** Of the clock that this event reckoned. */
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
  /** The steps that it planned; empty: none. */
  readonly steps: readonly PlannedPlace[];
}

type Run = { -readonly [K in keyof Case]: Case[K] } & {
  passages: Passage[];
  dueMoved: { at: Instant; dueAt: Instant }[];
  pauses: { from: Instant; to: Instant | null }[];
};

/** The runs of a dossier's clock, folded from its moves in their order; who held it is not among them. */
export function casesOf(kind: Kind, moves: readonly Move[]): Case[] {
  const runs: Run[] = [];
  let steps: readonly PlannedPlace[] = [];
  let index = 0;
  for (const move of moves) {
    if (move.steps.length > 0) ({ steps } = move);
    index = move.stepIndex ?? (move.type === 'decision-taken-back' ? signing(steps) : index);
    if (startsRun(runs.at(-1), move) && move.receivedAt) {
      breakOff(runs.at(-1), move.at);
      runs.push(begun(kind, { ...move, receivedAt: move.receivedAt }));
    }
    const run = runs.at(-1);
    if (!run) continue;
    follow(run, move);
    if (run.passages.length === 0 || move.stepIndex !== null || move.type === 'decision-taken-back')
      enter(run, steps[index], move);
  }
  return runs;
}

const starts: ReadonlySet<string> = new Set([
  'accepted',
  'taken-over',
  'procedure-corrected',
  'supplement-received',
]);
/** What a pending pause waited for has come. */
const goesOnAfter: ReadonlySet<string> = new Set([
  'payment-recorded',
  'supplement-received',
  'opinion-answered',
]);

/** After a supplement that only suspended the clock the run goes on. */
function startsRun(run: Run | undefined, { type }: Move): boolean {
  const pending = run?.pauses.some(({ to }) => to === null) ?? false;
  return starts.has(type) && !(type === 'supplement-received' && pending);
}

const breaks: ReadonlySet<string> = new Set([
  'supplement-asked',
  'withdrawn',
  'stopped',
  'closed-for-silence',
  'acceptance-annulled',
]);
const signing = (steps: readonly PlannedPlace[]) =>
  Math.max(
    0,
    steps.findIndex(({ kind }) => kind === 'sign'),
  );

function begun({ of, procedure, field, hours }: Kind, move: Move & { receivedAt: Instant }): Run {
  const { receivedAt, dueAt } = move;
  return {
    ...{ of, procedure, field, hours, receivedAt, dueAt },
    ...{ endedAt: null, brokenOffAt: null, reappointedAt: null, passages: [], pauses: [] },
    ...{ holders: [], dueMoved: [] },
  };
}

function breakOff(run: Run | undefined, at: Instant): void {
  if (run && run.endedAt === null) run.brokenOffAt ??= at;
}

const endsWait = ({ type, goesOn }: Move) => goesOnAfter.has(type) && goesOn;

function follow(run: Run, move: Move): void {
  const { type, at, dueAt, suspends } = move;
  if (suspends || endsWait(move)) run.pauses = run.pauses.map((one) => ({ ...one, to: one.to ?? at }));
  if (suspends) run.pauses.push({ from: at, to: null });
  else if (breaks.has(type)) breakOff(run, at);
  if (type === 're-appointed') run.reappointedAt ??= at;
  if (type === 'decided' || type === 'signed-by-hand') run.endedAt = at;
  if (type === 'decision-taken-back') run.endedAt = null;
  if (type === 'due-date-recomputed' && dueAt && run.pauses.length === 0) run.dueMoved.push({ at, dueAt });
}

function enter(run: Run, place: PlannedPlace | undefined, { type, at }: Move): void {
  const last = run.passages.at(-1);
  if (last) run.passages[run.passages.length - 1] = { ...last, to: at };
  if (!place) return;
  const from = type === 'accepted' && run.receivedAt < at ? run.receivedAt : at;
  run.passages.push({ step: place.step, office: place.office, from, to: null });
}
