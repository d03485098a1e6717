import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { followDossier, giveBack, takePayment } from '#modules/cash/index.ts';
import type { CertifyingDeps } from '#modules/certification/index.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import { takesMoney } from '../rules/candidates.ts';
import type { Counter } from '../rules/world.ts';
import type { Drawers } from './drawers.ts';
import { pressOf, whenDone, type Year } from './year.ts';

type Act = (deps: CertifyingDeps, press: ReturnType<typeof pressOf>) => Promise<Outcome<null>>;

/** Money of one dossier that was not taken when it was accepted. */
export class LaterPayment {
  readonly #year: Year;
  readonly #drawers: Drawers;
  readonly #counter: Counter;
  readonly #index: number;

  constructor(year: Year, drawers: Drawers, counter: Counter, index: number) {
    this.#year = year;
    this.#drawers = drawers;
    this.#counter = counter;
    this.#index = index;
  }

  /** What the worker does when the dossier says that it went on. */
  async follow({ id }: Dossier, what: 'fall-due' | 'drop', at: Instant): Promise<void> {
    await this.#year.player.give(at, this.#own(what), async (deps) => {
      await followDossier(deps, id, what, at);
      return accepted(null);
    });
  }

  /** Taken by a clerk who is free; `taken` is told. */
  take({ id, number, filing }: Dossier, from: Instant, taken: () => void = () => {}): void {
    const method = filing.returnMethod === 'counter' ? 'cash' : 'transfer';
    const task = { command: 'take-payment', from, calendar: this.#counter.calendar, index: this.#index };
    const act: Act = async (deps, press) => {
      const [payment] = await deps.cashStores.listPaymentsOf(deps.db, id);
      if (!payment || number === null) throw new Error('nothing is owed');
      return takePayment(deps, { ...press, number, paymentId: payment.id }, { method });
    };
    this.#byClerk(task, 'payment', act, taken);
  }

  /** Given back by a clerk who is free: what was annulled costs nothing. */
  giveBack({ id, number }: Dossier, from: Instant): void {
    const task = { command: 'give-back', from, calendar: this.#counter.calendar, index: this.#index };
    this.#byClerk(task, 'given back', async (deps, press) => {
      const [payment] = await deps.cashStores.listPaymentsOf(deps.db, id);
      if (!payment?.method || number === null) throw new Error('nothing was paid');
      const { amount, method } = payment;
      const what = { amount, seen: amount, method, reason: 'annulled', note: '' } as const;
      return giveBack(deps, { ...press, number, paymentId: payment.id }, what);
    });
  }

  /** By a clerk who takes and gives money, out of the day's drawer. */
  #byClerk(task: Parameters<typeof whenDone>[1], name: string, act: Act, done: () => void = () => {}): void {
    const counter = this.#counter;
    const clerks = (at: Instant) => takesMoney(this.#year.attendance, counter.oneStopId, at);
    whenDone(this.#year, task, clerks, async (at, actor) => {
      const press = pressOf(this.#own(name), at, actor);
      await this.#year.player.give(at, this.#own(name), (deps) => act(deps, press));
      done();
      this.#drawers.took(actor, counter, at);
    });
  }

  #own(what: string): string {
    return `${this.#year.seed} ${this.#index} ${what}`;
  }
}
