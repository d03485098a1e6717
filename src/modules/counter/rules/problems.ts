import type { Problems } from '#kernel/problems.ts';

export { Problems } from '#kernel/problems.ts';

export const longest = {
  name: 200,
  address: 500,
  phone: 30,
  email: 120,
  idNumber: 30,
  note: 2000,
  reason: 4000,
  paper: 300,
} as const;

/** The text itself; longer than the page takes is said, never cut off silently. */
export function readText(problems: Problems, field: string, text: string, most: number): string {
  if ([...text].length > most) problems.add(field, 'counter/too-long', { most });
  return text;
}

/** A whole number within bounds; empty is the default. */
export function readCount(
  problems: Problems,
  field: string,
  text: string,
  bounds: { readonly least: number; readonly most: number; readonly empty: number },
): number {
  if (text === '') return bounds.empty;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.least && value <= bounds.most) return value;
  problems.add(field, 'counter/wrong-count', { least: bounds.least, most: bounds.most });
  return bounds.empty;
}
