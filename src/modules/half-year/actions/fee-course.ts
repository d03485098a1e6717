import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted } from '#kernel/refusal.ts';
import { type CashDeps, takeAtAcceptance } from '#modules/cash/index.ts';
import type { ReadCharge } from '#modules/counter/index.ts';
import type { Alongside, Dossier } from '#modules/dossiers/index.ts';
import { leadsCounter } from '../rules/candidates.ts';
import { Draw } from '../rules/draw.ts';
import { feeAtAcceptance } from '../rules/fees.ts';
import type { Arrival } from '../rules/world.ts';
import type { Drawers } from './drawers.ts';
import { LaterPayment } from './later-payment.ts';
import type { Year } from './year.ts';

/** Who fetches a result has the money with them, nearly always. */
const PAYS_AT_RETURN = 0.97;
const nothingMore = new Set(['withdraw', 'stop', 'annul-acceptance']);

/** What one dossier costs: said when it is accepted, taken then or when the result is fetched. */
export class FeeCourse {
  readonly #year: Year;
  readonly #drawers: Drawers;
  readonly #arrival: Arrival;
  readonly #draw: Draw;
  readonly #later: LaterPayment;
  #charge: ReadCharge | null = null;
  #paid = false;

  constructor(year: Year, drawers: Drawers, arrival: Arrival) {
    this.#year = year;
    this.#drawers = drawers;
    this.#arrival = arrival;
    this.#later = new LaterPayment(year, drawers, arrival.counter, arrival.index);
    this.#draw = new Draw(Math.imul(year.seed, 61) + arrival.index * 104_729);
  }

  /** As the clerk types it. Who receives the drawers in the evening takes no money herself. */
  typed(actor: Actor, at: Instant): ReadCharge['fee'] {
    const { exemptions } = this.#year.world;
    const { fee, charge } = feeAtAcceptance(this.#arrival, exemptions, dateOf(at), this.#draw);
    const later = leadsCounter(actor, this.#arrival.counter.oneStopId) && fee.amount > 0;
    this.#charge = later
      ? { fee: { ...fee, way: 'at-return' }, charge: { ...charge, way: 'at-return' } }
      : { fee, charge };
    return this.#charge.fee;
  }

  /** In the transaction that accepts: what is due is written down, what is paid at once is in the drawer. */
  take(deps: CashDeps): Alongside {
    return async (tx, { id: dossierId, number, personal, filing }, by) => {
      const payer = personal?.authorised ?? personal?.applicants[0];
      if (!this.#charge || number === null || !payer) return accepted(null);
      const { intakeOfficeId: officeId, agencyId } = filing;
      const owing = { dossierId, number, officeId, agencyId, procedure: this.#arrival.procedure, payer };
      const taken = await takeAtAcceptance(tx, deps, by, owing, this.#charge.charge);
      this.#paid = taken !== null;
      return accepted(null);
    };
  }

  /** What a press of the dossier means for its money. */
  async follow(command: string, dossier: Dossier, actor: Actor | null, at: Instant): Promise<void> {
    if (command === 'accept' && this.#paid && actor) this.#drawers.took(actor, this.#arrival.counter, at);
    if (command === 'annul-acceptance' && this.#paid) this.#later.giveBack(dossier, at);
    if (this.#paid || !this.#charge || this.#charge.fee.amount === 0) return;
    if (command === 'hand-over') {
      await this.#later.follow(dossier, 'fall-due', at);
      const paid = () => {
        this.#paid = true;
      };
      if (this.#draw.chance(PAYS_AT_RETURN)) this.#later.take(dossier, at, paid);
    }
    if (nothingMore.has(command)) await this.#later.follow(dossier, 'drop', at);
  }
}
