import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { IconName } from '#ui/components/icon.tsx';
import type { Tone } from '#ui/components/state.tsx';
import { type Flow, signed, type Totals } from '../rules/day.ts';
import type { PaymentState } from '../rules/payment.ts';
import type { CashList } from '../store/lists.ts';

export const money = (amount: number) => formatDong(dong(amount));

/** `+50.000 đ`, `−8.000 đ`: a minus as wide as the plus. */
export function signedMoney(amount: number): string {
  if (amount === 0) return money(0);
  return amount > 0 ? `+${money(amount)}` : `−${money(-amount)}`;
}

export const flowMoney = (flow: Flow) =>
  flow.kind === 'taken' ? money(flow.amount) : signedMoney(signed(flow));

/** `thừa 5.000 đ`, `thiếu 5.000 đ`, `khớp`. */
export function differenceText(t: Words, amount: number): string {
  if (amount === 0) return t('cash.difference.none');
  return t(amount > 0 ? 'cash.difference.more' : 'cash.difference.less', { amount: money(Math.abs(amount)) });
}

export function differencesText(t: Words, { cash, transfer }: Totals): string {
  return t('cash.difference.both', {
    cash: differenceText(t, cash),
    transfer: differenceText(t, transfer),
  });
}

interface Look {
  readonly icon: IconName;
  readonly tone?: Tone;
}

export const paymentLooks: Readonly<Record<PaymentState, Look>> = {
  'at-return': { icon: 'clock' },
  due: { icon: 'alert', tone: 'warning' },
  paid: { icon: 'ok', tone: 'success' },
  'given-back': { icon: 'back' },
  exempt: { icon: 'ok' },
  dropped: { icon: 'close' },
};

/** An open day of the past waits for its clerk; a closed one for the head. */
export function listLook(
  { state, day }: Pick<CashList, 'state' | 'day'>,
  today: string,
): Look & { key: string } {
  if (state === 'confirmed') return { icon: 'ok', tone: 'success', key: 'confirmed' };
  if (state === 'closed') return { icon: 'lock', tone: 'info', key: 'closed' };
  return day < today ? { icon: 'late', tone: 'danger', key: 'open-past' } : { icon: 'wallet', key: 'open' };
}
