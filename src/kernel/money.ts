import { accepted, type Outcome, refused } from './refusal.ts';

/** Vietnamese dong: whole numbers, no smaller coin exists. */
export type Dong = number & { readonly __dong: unique symbol };

/** Throws a RangeError on fractions and on amounts beyond 2^53. */
export function dong(amount: number): Dong {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in dong: ${amount}`);
  return amount as Dong;
}

/** `1.234.567 đ`, with a no-break space so that the sign stays with its number. */
export function formatDong(amount: Dong): string {
  return `${groupThousands(amount)}\u00A0đ`;
}

/** `1.234.567`, as Vietnamese write large numbers. */
export function groupThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const THOUSANDS = ['', 'nghìn', 'triệu'] as const;
const BILLION = 1_000_000_000;

/** The amount as papers write it out: 1.001.000 → "một triệu không trăm lẻ một nghìn đồng". */
export function dongInWords(amount: Dong): string {
  return `${numberInWords(amount)} đồng`;
}

/** A whole number in Vietnamese words, as read in the South ("lẻ", not "linh"). Throws on fractions. */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  if (value < 0) return `âm ${numberInWords(-value)}`;
  return value === 0 ? DIGITS[0] : words(value, false).join(' ');
}

/** `inside`: larger groups stand before, so hundreds are read even when they are zero. */
function words(value: number, inside: boolean): string[] {
  if (value >= BILLION) {
    const rest = value % BILLION;
    return [...words(Math.floor(value / BILLION), inside), 'tỷ', ...words(rest, true)];
  }
  const read: string[] = [];
  for (let power = 2; power >= 0; power -= 1) {
    const group = Math.floor(value / 1000 ** power) % 1000;
    if (group === 0) continue;
    read.push(...hundreds(group, inside || read.length > 0));
    const unit = THOUSANDS[power];
    if (unit) read.push(unit);
  }
  return read;
}

function hundreds(group: number, inside: boolean): string[] {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const read: string[] = [];
  const spoken = inside || hundred > 0;
  if (spoken) read.push(digit(hundred), 'trăm');
  if (ten === 0 && one > 0 && spoken) read.push('lẻ');
  if (ten === 1) read.push('mười');
  if (ten > 1) read.push(digit(ten), 'mươi');
  if (one > 0) read.push(unitAfter(ten, one));
  return read;
}

function unitAfter(ten: number, one: number): string {
  if (one === 1 && ten > 1) return 'mốt';
  if (one === 4 && ten > 1) return 'tư';
  if (one === 5 && ten > 0) return 'lăm';
  return digit(one);
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}

/**
 * Reads an amount as people type it: `1.234.567`, `1 234 567 đ`, digits. Refuses `kernel/amount-missing`,
 * `kernel/unreadable-amount`, `kernel/amount-too-large` (more than `most` đồng).
 */
export function parseDong(typed: string, most: number, field?: string): Outcome<Dong> {
  if (typed.trim() === '') return refused('kernel/amount-missing', {}, field);
  const written = typed.trim().replace(/\s*(?:đ|đồng|vnđ|vnd)$/iu, '');
  // groups of three or none: `50.5` is no amount, and must not become 505
  if (!/^\d{1,15}$|^\d{1,3}(?:[.,\s]\d{3}){1,4}$/.test(written))
    return refused('kernel/unreadable-amount', {}, field);
  const value = Number(written.replace(/\D/g, ''));
  return value <= most
    ? accepted(dong(value))
    : refused('kernel/amount-too-large', { most: groupThousands(most) }, field);
}
