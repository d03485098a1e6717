import type { Actor } from '#kernel/actor.ts';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { type CashDeps, type CashList, closeList, confirmList, totalsOf } from '#modules/cash/index.ts';
import { receivesMoney } from '../rules/candidates.ts';
import { Draw } from '../rules/draw.ts';
import { officeTimeAfter } from '../rules/office-time.ts';
import type { Counter } from '../rules/world.ts';
import { pressOf, whenDone, type Year } from './year.ts';

/** When clerks begin to count. */
const EVENING = '16:20';
/** How often a day's count is not what was taken. */
const WRONG = 0.01;
/** Turns of drawers come after those of dossiers at one moment. */
const AFTER_DOSSIERS = 10_000_000;

/** The money of every clerk's day: counted in the evening, received by the head of the one-stop. */
export class Drawers {
  readonly #year: Year;
  readonly #open = new Set<string>();
  readonly #draw: Draw;
  #days = 0;

  constructor(year: Year) {
    this.#year = year;
    this.#draw = new Draw(year.seed + 17);
  }

  /** This clerk took money: the first of a list means that it will be counted. */
  took({ accountId }: Actor, counter: Counter, at: Instant): void {
    const day = dateOf(at);
    const drawer = `${accountId} ${counter.oneStopId} ${day}`;
    if (this.#open.has(drawer)) return;
    this.#open.add(drawer);
    this.#days += 1;
    const index = AFTER_DOSSIERS + this.#days;
    const evening = instant(`${day}T${EVENING}`);
    const from = officeTimeAfter(counter.calendar, at > evening ? at : evening, 0);
    const task = { command: 'close-list', from, calendar: counter.calendar, index };
    const clerk = (on: Instant) => {
      const actor = this.#year.attendance.actor(accountId, dateOf(on));
      return actor ? [actor] : [];
    };
    whenDone(this.#year, task, clerk, async (closedAt, actor) => {
      this.#open.delete(drawer);
      await this.#close({ actor, counter, day, index }, closedAt);
    });
  }

  async #close({ actor, counter, day, index }: Settling, at: Instant): Promise<void> {
    const { seed, player, attendance } = this.#year;
    const wrong = this.#draw.chance(WRONG) ? this.#draw.one([-2_000, -1_000, 1_000, 5_000]) : 0;
    const press = pressOf(`${seed} close ${index}`, at, actor);
    const { id, cash } = await player.give(at, `${seed} close ${index}`, (deps) =>
      count(deps, press, { officeId: counter.oneStopId, day }, wrong),
    );
    const task = { command: 'confirm-list', from: at, calendar: counter.calendar, index };
    const heads = (on: Instant) => receivesMoney(attendance, counter.oneStopId, actor.accountId, on);
    whenDone(this.#year, task, heads, async (confirmedAt, head) => {
      const own = `${seed} confirm ${index}`;
      const receiving = { ...pressOf(own, confirmedAt, head), listId: id, receivedCash: cash, note: '' };
      await player.give(confirmedAt, own, (deps) => confirmList(deps, receiving));
    });
  }
}

interface Settling {
  readonly actor: Actor;
  readonly counter: Counter;
  readonly day: CivilDate;
  readonly index: number;
}

type Press = ReturnType<typeof pressOf>;

/** The clerk counts what the open list of the day says, or a little more or less, and says why. */
async function count(
  deps: CashDeps,
  press: Press,
  { officeId, day }: Pick<CashList, 'officeId' | 'day'>,
  wrong: number,
): Promise<Outcome<{ readonly id: string; readonly cash: number }>> {
  const lists = await deps.cashStores.listUnsettledOf(deps.db, press.actor.accountId);
  const list = lists.find((one) => one.state === 'open' && one.officeId === officeId && one.day === day);
  if (!list) throw new Error(`nothing was taken on ${day}`);
  const flows = await deps.cashStores.listMovementsOfList(deps.db, list.id);
  const expected = totalsOf(flows);
  // what went back may be more than what came in: nobody counts less than nothing
  const cash = Math.max(0, expected.cash + wrong);
  const transfer = Math.max(0, expected.transfer);
  const wentBack = expected.cash < 0 || expected.transfer < 0;
  const why = wentBack ? 'Trả lại nhiều hơn số thu trong ngày' : 'Thối nhầm tiền lẻ cho người dân';
  const agrees = cash === expected.cash && transfer === expected.transfer;
  const found = { count: { cash, transfer }, pieces: null, explanation: agrees ? '' : why };
  const done = await closeList(deps, { ...press, listId: list.id, seen: flows.length, ...found });
  return done.ok ? accepted({ id: list.id, cash }) : done;
}
