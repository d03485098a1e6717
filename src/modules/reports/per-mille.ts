/** 989 → `98,9 %`. */
export function perMille(value: number): string {
  return `${Math.floor(value / 10)},${value % 10}\u00A0%`;
}

/** In a sheet a share stands as 98.9 and is written the same. */
export const SHARE_FORMAT = '0.0"\u00A0%"';
