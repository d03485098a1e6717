import { formatMoment } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type { PaymentHolding } from '#modules/cash/index.ts';
import type { BookHolding } from '#modules/certification/index.ts';
import type { Words } from '#platform/i18n/words.ts';

/** `chứng thực bản sao từ bản chính, số 12, quyển 01/2022, Bằng tốt nghiệp, 08:00 25/07/2022`. */
export function entryText(t: Words, entry: BookHolding): string {
  return [
    t(`certification.book.kind-${entry.kind}`),
    t('protection.copy.entry', { number: entry.number, volume: entry.volume, year: entry.year }),
    entry.documentName ?? t('protection.held.role-erased'),
    formatMoment(entry.enteredAt),
  ].join(', ');
}

/** What was due, what became of it, and what was typed about it. */
export function paymentText(t: Words, payment: PaymentHolding): string {
  const money = (amount: number) => formatDong(dong(amount));
  const { amount, remains, exempted, receiptNumber, proof, notes } = payment;
  return [
    `${money(amount)} (${t(`cash.state.${payment.state}`)})`,
    ...(remains < amount ? [t('protection.copy.remains', { amount: money(remains) })] : []),
    ...(exempted > 0 ? [t('protection.copy.exempted', { amount: money(exempted) })] : []),
    ...(receiptNumber ? [t('protection.copy.receipt', { number: receiptNumber })] : []),
    ...(proof ? [proof] : []),
    ...notes,
    formatMoment(payment.since),
  ].join(', ');
}
