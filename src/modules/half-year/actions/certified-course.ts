import type { Instant } from '#kernel/instant.ts';
import { accepted } from '#kernel/refusal.ts';
import { certify } from '#modules/certification/index.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import { leadsCounter, receivers } from '../rules/candidates.ts';
import type { Request } from '../rules/certified.ts';
import type { Drawers } from './drawers.ts';
import { LaterPayment } from './later-payment.ts';
import type { Piles } from './piles.ts';
import { pressOf, whenDone, type Year } from './year.ts';

interface Around {
  readonly drawers: Drawers;
  readonly piles: Piles;
  readonly given: () => void;
}

/** Something is certified: numbers in the book and the fee with one press; then it lies on the leader's pile. */
export function beginCertified(year: Year, request: Request, { drawers, piles, given }: Around): void {
  const { at: from, index, counter } = request;
  const { attendance, player, seed } = year;
  const clerks = (at: Instant) => receivers(attendance, { counter, channel: 'direct' }, at);
  const task = { command: 'certify', from, calendar: counter.calendar, index };
  whenDone(year, task, clerks, async (at, actor) => {
    const own = `${seed} ${index} certify`;
    const { key, origin } = pressOf(own, at, actor);
    const later = leadsCounter(actor, counter.oneStopId);
    const fields = { ...request.fields, ...(later ? { 'fee-way': 'at-return' } : {}) };
    const number = await player.give(at, own, async (deps) => {
      const done = await certify(deps, { actor, origin }, { key, fields });
      if (done.kind === 'done') return accepted(done.dossier);
      throw new Error(`nothing is certified: ${JSON.stringify(done)}`);
    });
    given();
    const dossier = await year.player.dossierOf(number);
    if (!dossier) throw new Error(`no dossier ${number}`);
    const { amount, way } = dossier.filing.fee;
    const owes = amount > 0 && way === 'at-return';
    if (amount > 0 && !owes) drawers.took(actor, counter, at);
    piles.put(counter, dossier, at, owes ? payAtReturn(year, drawers, request) : null);
  });
}

function payAtReturn(year: Year, drawers: Drawers, { counter, index }: Request) {
  const payment = new LaterPayment(year, drawers, counter, index);
  return async (dossier: Dossier, at: Instant) => {
    await payment.follow(dossier, 'fall-due', at);
    payment.take(dossier, at);
  };
}
