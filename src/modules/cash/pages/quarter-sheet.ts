import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { writeSheet } from '#platform/sheets/write-sheet.ts';
import { signed } from '../rules/day.ts';
import type { QuarterFigures } from '../rules/fee-settlement.ts';
import type { MovementOfList } from '../store/movements.ts';
import type { Payment } from '../store/payments.ts';
import { money } from './money-text.ts';
import { quarterLines } from './quarter-lines.ts';

/** The numbers of a quarter, each with its rule, as the page has them. */
export function sheetOfFigures(t: Words, title: string, figures: QuarterFigures): Promise<Uint8Array> {
  const columns = [
    { head: t('cash.quarter.what'), width: 50 },
    { head: t('cash.quarter.value'), width: 50 },
    { head: t('cash.quarter.rule'), width: 70 },
  ];
  const lines = quarterLines(t, figures).map(({ key, value }) => [
    t(`cash.quarter.line-${key}`),
    value,
    t(`cash.quarter.rule-${key}`),
  ]);
  const procedures = figures.procedures.map(({ code, name, receipts, net }) => [
    `${name} (${code})`,
    money(net),
    t('cash.quarter.receipts', { n: receipts }),
  ]);
  return writeSheet(title, columns, [...lines, ...procedures]);
}

/** Money that moved; what went back stands with a minus, so that the column sums to what is left. */
export function sheetOfMovements(
  t: Words,
  title: string,
  movements: readonly MovementOfList[],
): Promise<Uint8Array> {
  const columns = [
    { head: t('cash.movement.receipt'), width: 16 },
    { head: t('cash.movement.at'), width: 18 },
    { head: t('cash.movement.dossier'), width: 28 },
    { head: t('cash.quarter.procedure'), width: 44 },
    { head: t('cash.movement.what'), width: 40 },
    { head: t('cash.movement.method'), width: 14 },
    { head: t('cash.movement.amount'), width: 14 },
    { head: t('cash.movement.by'), width: 26 },
  ];
  const rows = movements.map((one) => [
    one.receiptNumber,
    formatMoment(one.at),
    one.dossierNumber,
    one.procedureName,
    whatOf(t, one),
    t(`cash.method.${one.method}`),
    signed(one),
    one.by.name,
  ]);
  return writeSheet(title, columns, rows);
}

function whatOf(t: Words, { kind, reason, slip }: MovementOfList): string {
  return [
    t(`cash.kind.${kind}`),
    reason ? t(`cash.reason.${reason}`) : '',
    slip ? t('cash.movement.slip', { number: slip.number }) : '',
  ]
    .filter(Boolean)
    .join('; ');
}

export function sheetOfExempted(t: Words, title: string, payments: readonly Payment[]): Promise<Uint8Array> {
  const columns = [
    { head: t('cash.movement.dossier'), width: 28 },
    { head: t('cash.quarter.procedure'), width: 44 },
    { head: t('cash.lists.since'), width: 18 },
    { head: t('cash.payment.exempted'), width: 14 },
  ];
  const rows = payments.map(({ dossierNumber, procedureName, createdAt, exempted }) => [
    dossierNumber,
    procedureName,
    formatMoment(createdAt),
    exempted,
  ]);
  return writeSheet(title, columns, rows);
}
