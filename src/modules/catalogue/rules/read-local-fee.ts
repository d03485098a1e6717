import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { parseDong } from '#kernel/money.ts';
import { accepted, type Outcome, type Refusal } from '#kernel/refusal.ts';
import type { Resolution } from './local-fee.ts';
import type { Channel } from './procedure.ts';

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
export function readLocalFee(
  typed: TypedLocalFee,
):
  | { readonly ok: true; readonly value: WantedLocalFee }
  | { readonly ok: false; readonly problems: readonly Refusal[] } {
  const problems: Refusal[] = [];
  const take = <T>(outcome: Outcome<T>): T | null => {
    if (outcome.ok) return outcome.value;
    problems.push(outcome.refusal);
    return null;
  };
  const text = (value: string, field: string, most: number): string => {
    const clean = value.trim();
    if (clean === '') problems.push({ code: 'catalogue/text-missing', field });
    if ([...clean].length > most) problems.push({ code: 'catalogue/text-too-long', field, params: { most } });
    return clean;
  };
  const amount = take(parseDong(typed.amount, MOST_DONG, 'amount'));
  const number = text(typed.number, 'resolution-number', 100);
  const date = take(parseCivilDate(typed.date, 'resolution-date'));
  const body = text(typed.body, 'resolution-body', 200);
  const validFrom = take(parseCivilDate(typed.from, 'valid-from'));
  const validTo = typed.to.trim() === '' ? null : take(parseCivilDate(typed.to, 'valid-to'));
  const channel = feeChannels.find((one) => one === typed.channel) ?? null;
  if (channel === null && typed.channel !== '')
    problems.push({ code: 'catalogue/wrong-choice', field: 'channel' });
  if (problems.length > 0 || amount === null || date === null || validFrom === null)
    return { ok: false, problems };
  return accepted({
    per: typed.per,
    channel,
    amount,
    resolution: { number, date, body },
    validFrom,
    validTo,
  });
}
