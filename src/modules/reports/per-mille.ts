/** 989 → `98,9 %`. */
export function perMille(value: number): string {
  return `${Math.floor(value / 10)},${value % 10}\u00A0%`;
}
