import { encode } from 'uqr';

export interface QrDrawing {
  /** Modules per side, quiet zone of four on each side included. */
  readonly size: number;
  /** One SVG path of all dark modules, one unit each. */
  readonly path: string;
}

/** A QR code as a vector drawing, level M: a creased paper must still be read. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}

export function qrSvg(text: string): string {
  const { size, path } = drawQr(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}
