import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Channel, Fee } from './procedure.ts';

/** The paper by which a People's Council decided an amount. */
export interface Resolution {
  /** As printed: `06/2020/NQ-HĐND`. */
  readonly number: string;
  readonly date: CivilDate;
  readonly body: string;
}

/** An amount of an agency, dated. The list of them is only added to; of two that hold the later word counts. */
export interface LocalFee {
  readonly id: string;
  readonly ordinal: number;
  readonly agencyId: string;
  readonly procedureCode: string;
  /** Names the fee within its procedure. */
  readonly per: string;
  /** null: in every channel that has no amount of its own. */
  readonly channel: Channel | null;
  /** Đồng. */
  readonly amount: number;
  readonly resolution: Resolution;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly setBy: { readonly accountId: string; readonly name: string };
  readonly setAt: Instant;
}

type Dated = Pick<LocalFee, 'validFrom' | 'validTo'>;

export function holdsOn({ validFrom, validTo }: Dated, on: CivilDate): boolean {
  return validFrom <= on && (validTo === null || on <= validTo);
}

/** The amount of a fee on a day in a channel; the channel's own before the one of all channels. */
export function localFeeOn(
  fees: readonly LocalFee[],
  fee: Pick<Fee, 'per' | 'channel'>,
  { channel, on }: { readonly channel: Channel; readonly on: CivilDate },
): LocalFee | undefined {
  const holding = fees
    .filter((one) => one.per === fee.per && holdsOn(one, on))
    .filter((one) => one.channel === null || one.channel === channel)
    .sort((a, b) => b.ordinal - a.ordinal);
  return holding.find((one) => one.channel === channel) ?? holding[0];
}

/**
 * May this amount be set today? What held on a day that is over is never changed, so an amount for a past day may
 * only fill a gap. Refuses `catalogue/local-fee-in-the-past`, `catalogue/local-fee-ends-before`,
 * `catalogue/resolution-later` (decided after it should hold).
 */
export function mayHold(
  fees: readonly LocalFee[],
  wanted: Pick<LocalFee, 'per' | 'channel' | 'validFrom' | 'validTo' | 'resolution'>,
  today: CivilDate,
): Outcome<null> {
  const { validFrom, validTo, resolution } = wanted;
  if (validTo !== null && validTo < validFrom)
    return refused('catalogue/local-fee-ends-before', {}, 'valid-to');
  if (resolution.date > validFrom) return refused('catalogue/resolution-later', {}, 'resolution-date');
  const yesterday = addDays(today, -1);
  const until = validTo !== null && validTo < yesterday ? validTo : yesterday;
  const touched = fees.some(
    (one) =>
      one.per === wanted.per &&
      (one.channel === null || one.channel === wanted.channel) &&
      one.validFrom <= until &&
      (one.validTo === null || one.validTo >= validFrom),
  );
  if (validFrom < today && touched) return refused('catalogue/local-fee-in-the-past', {}, 'valid-from');
  return accepted(null);
}
