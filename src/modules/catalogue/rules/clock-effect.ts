import type { CivilDate } from '#kernel/civil-date.ts';
import type { ClockEffects } from '#kernel/working-time/clock-effects.ts';
import type { Regime } from './procedure.ts';

export type ClockEvent = 'supplement' | 'payment' | 'opinion' | 're-appointment';

/** One dated rule of a regime, or of a procedure in it. */
export interface ClockEffect {
  readonly regime: Regime;
  /** Null: of every procedure. */
  readonly procedureCode: string | null;
  readonly event: ClockEvent;
  readonly effect: 'restart' | 'suspend' | 'none' | null;
  /** At most so often; null: not said. */
  readonly most: number | null;
  /** The law, as it is shown. */
  readonly basis: string;
  /** Compared with the text of the law. */
  readonly checked: boolean;
  /** Null: from the beginning. */
  readonly validFrom: CivilDate | null;
  /** Included; null: not ended. */
  readonly validTo: CivilDate | null;
}

/**
 * The rules that hold for a procedure among those in force on a day: its own before those of the regime, the later before
 * the earlier; how often is the regime's where the procedure does not say it. Throws when the regime says nothing.
 */
export function effectsOf(inForce: readonly ClockEffect[]): ClockEffects {
  const of = (event: ClockEvent) => ruleOf(inForce, event);
  const [supplement, payment, opinion, again] = [
    of('supplement'),
    of('payment'),
    of('opinion'),
    of('re-appointment'),
  ];
  return {
    supplement: {
      effect: supplement.effect === 'suspend' ? 'suspend' : 'restart',
      basis: supplement.basis,
      most: supplement.most,
    },
    payment: { effect: 'suspend', basis: payment.basis },
    opinion: { effect: opinion.effect === 'suspend' ? 'suspend' : 'none', basis: opinion.basis },
    reAppointment: { most: again.most, basis: again.basis },
  };
}

function ruleOf(inForce: readonly ClockEffect[], event: ClockEvent) {
  const rules = inForce
    .filter((one) => one.event === event)
    .toSorted((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''));
  const general = rules.find(({ procedureCode }) => procedureCode === null);
  const rule = rules.find(({ procedureCode }) => procedureCode !== null) ?? general;
  if (!rule) throw new Error(`no rule says what ${event} does to the clock`);
  return { effect: rule.effect, basis: rule.basis, most: rule.most ?? general?.most ?? 1 };
}
