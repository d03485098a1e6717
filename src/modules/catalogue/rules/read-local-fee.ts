import type { CivilDate } from '#kernel/civil-date.ts';
import { parseDong } from '#kernel/money.ts';
import type { Resolution } from './local-fee.ts';
import type { Channel } from './procedure.ts';
import { type Read, TypedReader } from './typed-reader.ts';

/** The form as typed. */
export interface TypedLocalFee {
  readonly per: string;
  readonly channel: string;
  readonly amount: string;
  readonly number: string;
  readonly date: string;
  readonly body: string;
  readonly from: string;
  readonly to: string;
}

export interface WantedLocalFee {
  readonly per: string;
  readonly channel: Channel | null;
  readonly amount: number;
  readonly resolution: Resolution;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

export const feeChannels = ['direct', 'post', 'online'] as const satisfies readonly Channel[];
export const MOST_DONG = 2_000_000_000;

/** Reads the whole form; everything that is wrong is told at once, each with its field. */
export function readLocalFee(typed: TypedLocalFee): Read<WantedLocalFee> {
  const reader = new TypedReader();
  const amount = reader.take(parseDong(typed.amount, MOST_DONG, 'amount'));
  const number = reader.text(typed.number, 'resolution-number', 100);
  const date = reader.date(typed.date, 'resolution-date');
  const body = reader.text(typed.body, 'resolution-body', 200);
  const validFrom = reader.date(typed.from, 'valid-from');
  const validTo = reader.dateOrNone(typed.to, 'valid-to');
  const channel = feeChannels.find((one) => one === typed.channel) ?? null;
  if (channel === null && typed.channel !== '')
    reader.refuse({ code: 'catalogue/wrong-choice', field: 'channel' });
  return reader.read(() => {
    if (amount === null || date === null || validFrom === null) return null;
    return { per: typed.per, channel, amount, resolution: { number, date, body }, validFrom, validTo };
  });
}
