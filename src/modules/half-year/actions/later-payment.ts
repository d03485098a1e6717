import type { Instant } from '#kernel/instant.ts';
import { accepted } from '#kernel/refusal.ts';
import { followDossier, takePayment } from '#modules/cash/index.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import { takesMoney } from '../rules/candidates.ts';
import type { Counter } from '../rules/world.ts';
import type { Drawers } from './drawers.ts';
import { pressOf, whenDone, type Year } from './year.ts';

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
    const counter = this.#counter;
    const method = filing.returnMethod === 'counter' ? 'cash' : 'transfer';
    const task = { command: 'take-payment', from, calendar: counter.calendar, index: this.#index };
    const takers = (at: Instant) => takesMoney(this.#year.attendance, counter.oneStopId, at);
    whenDone(this.#year, task, takers, async (at, actor) => {
      const press = pressOf(this.#own('payment'), at, actor);
      await this.#year.player.give(at, this.#own('payment'), async (deps) => {
        const [payment] = await deps.cashStores.listPaymentsOf(deps.db, id);
        if (!payment || number === null) throw new Error('nothing is owed');
        return takePayment(deps, { ...press, number, paymentId: payment.id }, { method });
      });
      taken();
      this.#drawers.took(actor, counter, at);
    });
  }

  #own(what: string): string {
    return `${this.#year.seed} ${this.#index} ${what}`;
  }
}
