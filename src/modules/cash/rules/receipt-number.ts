/** `0000123/2022`: counted for each one-stop and year, from 1. */
export function receiptNumber(number: number, year: number): string {
  return `${String(number).padStart(7, '0')}/${year}`;
}
