import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Attendance } from './attendance.ts';
import type { Draw } from './draw.ts';
import { officeTimeAfter } from './office-time.ts';

/** Minutes that a press takes somebody of middling pace, with what is read, typed and said for it. */
const minutes: Readonly<Record<string, number>> = {
  ...{ accept: 5, 'ask-for-correction': 5, 'not-accept': 5, 'annul-acceptance': 3 },
  ...{ certify: 4, 'sign-by-hand': 6 },
  ...{ forward: 1.5, 'confirm-receipt': 1.5, 'refuse-receipt': 3, 'start-step': 1, 'finish-step': 9 },
  ...{ 'ask-for-supplement': 8, 'announce-supplement': 4, 'receive-supplement': 5 },
  ...{ 'ask-for-payment': 6, 'record-payment': 3, 'ask-opinion': 8, 'answer-opinion': 12 },
  ...{ 're-appoint': 6, decide: 3, 'announce-result': 3, 'hand-over': 4 },
  ...{ withdraw: 5, 'close-for-silence': 4 },
  ...{ 'take-payment': 2, 'give-back': 4, 'close-list': 6, 'confirm-list': 4 },
  ...{ 'record-absence': 2, 'name-substitute': 2 },
};
const MINUTE = 60;
const SLOWEST = 1.9;
const FASTEST = 0.6;

/** Something that comes to somebody's desk. */
export interface Task {
  readonly command: string;
  readonly from: Instant;
  readonly calendar: WorkCalendar;
}

export interface Taken {
  readonly accountId: string;
  /** When it is done: the moment of the press. */
  readonly at: Instant;
}

/**
 * The desks of all officers: each does one thing at a time and nothing while away; what comes meanwhile waits, so slow
 * people have queues.
 */
export class Desks {
  readonly #attendance: Attendance;
  readonly #busyUntil = new Map<string, Instant>();
  readonly #paces = new Map<string, number>();
  readonly #draw: Draw;

  constructor(attendance: Attendance, draw: Draw) {
    this.#attendance = attendance;
    this.#draw = draw;
  }

  /**
   * Gives it to one of these: whoever is free, else who has done it first. Nobody else can begin anything at that
   * desk before it is done.
   */
  give(candidates: readonly Actor[], task: Task): Taken | undefined {
    if (candidates.length === 0) return undefined;
    const wanted = (minutes[task.command] ?? 3) * MINUTE * (0.5 + this.#draw.part());
    const turn = this.#draw.between(0, candidates.length - 1);
    let best: Taken | undefined;
    for (let n = 0; n < candidates.length; n += 1) {
      const { accountId } = candidates[(turn + n) % candidates.length] as Actor;
      const at = this.#doneAt(accountId, task, wanted);
      if (!best || at < best.at) best = { accountId, at };
      if (!this.#waits(accountId, task.from)) break;
    }
    if (best) this.#busyUntil.set(best.accountId, best.at);
    return best;
  }

  #waits(accountId: string, from: Instant): boolean {
    return (this.#busyUntil.get(accountId) ?? from) > from;
  }

  /** At least a minute later, of office time in which the officer is there. */
  #doneAt(accountId: string, { from, calendar }: Task, wanted: number): Instant {
    const busy = this.#busyUntil.get(accountId) ?? from;
    const seconds = Math.max(MINUTE, wanted * this.#paceOf(accountId));
    return officeTimeAfter(calendar, busy > from ? busy : from, seconds, (day) =>
      this.#attendance.isAway(accountId, day),
    );
  }

  #paceOf(accountId: string): number {
    const pace = this.#paces.get(accountId) ?? FASTEST + this.#draw.part() * (SLOWEST - FASTEST);
    this.#paces.set(accountId, pace);
    return pace;
  }
}
