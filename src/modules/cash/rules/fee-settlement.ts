import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Method } from './charge.ts';
import { type Flow, signed } from './day.ts';

/** Money that moved in a quarter, with what it was for. */
export interface QuarterFlow extends Flow {
  readonly receiptNumber: string;
  readonly procedureCode: string;
  readonly procedureName: string;
}

/** đồng: what came in, what of it was void, what went back, what is left. */
export interface Sums {
  readonly taken: number;
  readonly voided: number;
  readonly givenBack: number;
  readonly net: number;
}

export interface ProcedureSums extends Sums {
  readonly code: string;
  readonly name: string;
  readonly receipts: number;
}

export interface Exempted {
  readonly payments: number;
  readonly amount: number;
}

/** What the settlement of a quarter says. */
export interface QuarterFigures {
  readonly receipts: {
    readonly issued: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly voided: number;
  };
  readonly whole: Sums;
  readonly cash: Sums;
  readonly transfer: Sums;
  readonly procedures: readonly ProcedureSums[];
  readonly exempted: Exempted;
  /** Handed over to the treasury. */
  readonly treasury: number;
}

export function sumsOf(flows: readonly Flow[]): Sums {
  const of = (kind: Flow['kind']) =>
    flows.filter((flow) => flow.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
  return {
    taken: of('taken'),
    voided: of('voided'),
    givenBack: of('given-back'),
    net: flows.reduce((sum, flow) => sum + signed(flow), 0),
  };
}

/** Numbers of receipts have one length, so their order as text is their order. */
export function figuresOf(
  flows: readonly QuarterFlow[],
  exempted: Exempted,
  treasury: number,
): QuarterFigures {
  const issued = flows.filter(({ kind }) => kind === 'taken').map((flow) => flow.receiptNumber);
  const numbers = [...issued].sort();
  const by = (method: Method) => sumsOf(flows.filter((flow) => flow.method === method));
  return {
    receipts: {
      issued: issued.length,
      first: numbers[0] ?? null,
      last: numbers.at(-1) ?? null,
      voided: flows.filter(({ kind }) => kind === 'voided').length,
    },
    whole: sumsOf(flows),
    cash: by('cash'),
    transfer: by('transfer'),
    procedures: proceduresOf(flows),
    exempted,
    treasury,
  };
}

function proceduresOf(flows: readonly QuarterFlow[]): ProcedureSums[] {
  const codes = [...new Set(flows.map((flow) => flow.procedureCode))].sort();
  return codes.map((code) => {
    const own = flows.filter((flow) => flow.procedureCode === code);
    const receipts = own.filter(({ kind }) => kind === 'taken').length;
    return { code, name: own.at(-1)?.procedureName ?? code, receipts, ...sumsOf(own) };
  });
}

/**
 * May the quarter be prepared? Refuses `cash/quarter-not-over`, `cash/days-open` (a clerk's day is not confirmed),
 * `cash/settlement-confirmed`.
 */
export function decidePrepare(facts: {
  readonly isOver: boolean;
  readonly openDays: number;
  readonly isConfirmed: boolean;
}): Outcome<null> {
  if (facts.isConfirmed) return refused('cash/settlement-confirmed');
  if (!facts.isOver) return refused('cash/quarter-not-over');
  return facts.openDays > 0 ? refused('cash/days-open', { n: facts.openDays }) : accepted(null);
}

/**
 * May this person confirm it? Refuses `cash/settlement-confirmed`, `cash/settlement-changed` (prepared anew, or the
 * figures are others now), `cash/own-settlement`.
 */
export function decideConfirmQuarter(facts: {
  readonly isConfirmed: boolean;
  readonly isLatest: boolean;
  readonly agrees: boolean;
  readonly preparedBy: string;
  readonly confirmer: string;
}): Outcome<null> {
  if (facts.isConfirmed) return refused('cash/settlement-confirmed');
  if (!facts.isLatest || !facts.agrees) return refused('cash/settlement-changed');
  return facts.preparedBy === facts.confirmer ? refused('cash/own-settlement') : accepted(null);
}
