/** Three working days. */
export const DEFAULT_STILL_HOURS = 24;
export const MOST_STILL_HOURS = 400;

/** A whole number of office hours as typed; null: none that makes sense. */
export function readHours(typed: string): number | null {
  const hours = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  return hours >= 1 && hours <= MOST_STILL_HOURS ? hours : null;
}
