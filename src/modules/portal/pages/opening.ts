/** Whether the counter is open at legal time, in words already. */
export type Opening =
  | { readonly open: true /** `11:30`. */; readonly until: string }
  | { readonly open: false /** `13:30`, or `07:00 thứ Hai, 01/08/2022`. */; readonly next: string };

export interface HoursRow {
  /** `Thứ Hai – thứ Sáu`. */
  readonly days: string;
  /** `07:00–11:30`; empty means closed and `note` says so. */
  readonly spans: readonly string[];
  readonly note?: string | undefined;
}

export interface OfficeAddress {
  readonly name: string;
  readonly address: string;
  readonly phone?: string | undefined;
}

/** Another one-stop that can be chosen: whether it is open stands first. */
export interface OtherOffice extends OfficeAddress {
  /** `Đang mở cửa, đến 11:30`. */
  readonly state: string;
  readonly isOpen: boolean;
  /** The agency, and the address that chooses it. */
  readonly agency: string;
  readonly href: string;
}

/** Digits only, as a telephone wants it. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
