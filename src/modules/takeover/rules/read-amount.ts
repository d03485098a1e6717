import type { ColumnKey } from './columns.ts';
import type { RowReader } from './doubt.ts';

const MOST = 2_000_000_000;

/** Whole đồng: `350000`, `350.000`, `350,000 đ`; null when it is empty or wrong. */
export function readAmount(reader: RowReader, column: ColumnKey): number | null {
  const typed = reader.text(column).replace(/\s|đ(ồng)?$|₫$|VND$/giu, '');
  if (typed === '') return null;
  const digits = /^\d{1,3}([.,]\d{3})+$/.test(typed) ? typed.replace(/[.,]/g, '') : typed;
  if (!/^\d{1,10}$/.test(digits) || Number(digits) > MOST) {
    reader.error('amount-unreadable', column);
    return null;
  }
  return Number(digits);
}

export function readCount(reader: RowReader, column: ColumnKey): number | null {
  const typed = reader.text(column);
  if (typed === '') return null;
  if (!/^\d{1,3}$/.test(typed)) {
    reader.error('count-unreadable', column);
    return null;
  }
  return Number(typed);
}
