import type {
  Fee,
  FeeExemption,
  LimitAdjustment,
  LocalFee,
  Procedure,
  RequiredPaper,
} from '#modules/catalogue/index.ts';
import type { Offer } from './read-draft.ts';
import { channels, returnMethods } from './ways.ts';

/** Puts the offer together; a dossier that came another way keeps the way it came. */
export function offerOf(
  procedure: Procedure,
  chosen: {
    readonly papers: readonly RequiredPaper[];
    readonly fees: readonly Fee[];
    /** What the province decided for a fee that the catalogue leaves open. */
    readonly localOf: (fee: Fee) => LocalFee | undefined;
    readonly exemptions: readonly FeeExemption[];
    readonly adjustments: readonly LimitAdjustment[];
    readonly goesOn: boolean;
  },
): Offer {
  return {
    cases: procedure.cases,
    papers: chosen.papers,
    adjustments: chosen.adjustments,
    exemptions: chosen.exemptions,
    fees: chosen.fees.map((fee) => ({
      index: procedure.fees.indexOf(fee),
      fee,
      local: fee.amount === null ? (chosen.localOf(fee) ?? null) : null,
    })),
    channels: chosen.goesOn ? channels.all : channels.counter,
    returns: chosen.goesOn ? returnMethods.all : returnMethods.counter,
  };
}
