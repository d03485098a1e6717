import { type Dong, dong } from '#kernel/money.ts';
import type { BookKind } from './books.ts';

export const FEE_BASIS = 'TT 226/2016/TT-BTC, Điều 4';

const FIRST_PAGES = 2;
const FIRST_PAGE_FEE = 2_000;
const LATER_PAGE_FEE = 1_000;
const MOST_A_COPY = 200_000;

/** What one certified copy costs, and how that comes about. */
export interface CopyFee {
  readonly firstPages: number;
  readonly laterPages: number;
  /** More would have been due: the most of the law is taken. */
  readonly capped: boolean;
  readonly each: Dong;
}

/**
 * The fee of one copy of so many pages, in dong: 2,000 each for page 1 and 2, 1,000 from the third on, at most
 * 200,000 a copy (TT 226/2016/TT-BTC Điều 4). Pages are those of the original. Throws a RangeError on a number
 * of pages that is not whole or below 1.
 */
export function copyFee(pages: number): CopyFee {
  if (!Number.isSafeInteger(pages) || pages < 1) throw new RangeError(`not a number of pages: ${pages}`);
  const firstPages = Math.min(pages, FIRST_PAGES);
  const laterPages = pages - firstPages;
  const full = firstPages * FIRST_PAGE_FEE + laterPages * LATER_PAGE_FEE;
  return { firstPages, laterPages, capped: full > MOST_A_COPY, each: dong(Math.min(full, MOST_A_COPY)) };
}

export interface FeeQuestion {
  readonly kind: BookKind;
  /** Of the catalogue, for one certification: 10,000 a signature case, 50,000 a transaction, …; in dong. */
  readonly unit: number;
  readonly pages: number | null;
  readonly copies: number;
}

export interface DocumentFee {
  readonly each: Dong;
  readonly quantity: number;
  readonly amount: Dong;
  /** Only of copies. */
  readonly copy: CopyFee | null;
}

/**
 * The fee of one document. Copies go by page and copy; every signed original is a case of its own, however many
 * sign it; a transaction is one. Throws a RangeError on quantities below 1.
 */
export function documentFee({ kind, unit, pages, copies }: FeeQuestion): DocumentFee {
  if (!Number.isSafeInteger(copies) || copies < 1) throw new RangeError(`not a number of copies: ${copies}`);
  const copy = kind === 'copies' ? copyFee(pages ?? 1) : null;
  const each = copy ? copy.each : dong(unit);
  const quantity = kind === 'transactions' ? 1 : copies;
  return { each, quantity, amount: dong(each * quantity), copy };
}

/** Why nothing is paid: a ground from a list, with a reason in the clerk's own words beside it. */
export const exemptions = ['farm-loan', 'decided', 'other'] as const;
export type Exemption = (typeof exemptions)[number];

/** Grounds that can be given: the mortgage of an agricultural loan is a transaction. */
export function exemptionsOf(kind: BookKind): readonly Exemption[] {
  return exemptions.filter((one) => one !== 'farm-loan' || kind === 'transactions');
}
