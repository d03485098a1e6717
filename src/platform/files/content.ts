export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** Why a file is not taken; the module that asks turns it into its own refusal. */
export type ContentProblem = 'empty' | 'too-large' | 'wrong-kind' | 'damaged' | 'encrypted';

export type ContentCheck =
  | { readonly ok: true; readonly mediaType: MediaType }
  | { readonly ok: false; readonly problem: ContentProblem };

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const bad = (problem: ContentProblem): ContentCheck => ({ ok: false, problem });
const good = (mediaType: MediaType): ContentCheck => ({ ok: true, mediaType });

/**
 * Decides by content, never by name: PDF, JPEG or PNG, whole, readable without a password. Only the frame is
 * looked at, nothing is unpacked: a hostile file must not cost time or memory.
 */
export function checkContent(bytes: Buffer): ContentCheck {
  if (bytes.length === 0) return bad('empty');
  if (bytes.length > MAX_FILE_BYTES) return bad('too-large');
  if (bytes.subarray(0, 1024).includes('%PDF-')) return checkPdf(bytes);
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return checkJpeg(bytes);
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return checkPng(bytes);
  return bad('wrong-kind');
}

/** Header, `startxref` at the end that points at a cross-reference table or stream, a trailer with a root. */
function checkPdf(bytes: Buffer): ContentCheck {
  const end = bytes.subarray(-2048).toString('latin1');
  const start = /startxref\s+(\d{1,10})\s+%%EOF\s*[^%]*$/.exec(end)?.[1];
  if (start === undefined) return bad('damaged');
  const shift = bytes.indexOf('%PDF-');
  const trailer =
    trailerAt(bytes, Number(start)) ?? (shift > 0 ? trailerAt(bytes, Number(start) + shift) : null);
  if (trailer === null || !/\/Root\s+\d+\s+\d+\s+R/.test(trailer)) return bad('damaged');
  return /\/Encrypt\b/.test(trailer) ? bad('encrypted') : good('application/pdf');
}

/** The text of the trailer dictionary (of a table, or of the stream that replaces it since PDF 1.5). */
function trailerAt(bytes: Buffer, offset: number): string | null {
  if (offset <= 0 || offset >= bytes.length) return null;
  const head = bytes.toString('latin1', offset, offset + 32);
  if (/^\s*\d+\s+\d+\s+obj\b/.test(head)) {
    const stream = bytes.indexOf('stream', offset);
    return stream === -1 ? null : bytes.toString('latin1', offset, Math.min(stream, offset + 65_536));
  }
  if (!/^\s*xref\b/.test(head)) return null;
  const trailer = bytes.indexOf('trailer', offset);
  if (trailer === -1) return null;
  const next = bytes.indexOf('startxref', trailer);
  return next === -1 ? null : bytes.toString('latin1', trailer, Math.min(next, trailer + 65_536));
}

/** Segments from the start up to the frame header (which has the size in pixels), and an end mark. */
function checkJpeg(bytes: Buffer): ContentCheck {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < bytes.length / 2) return bad('damaged');
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return bad('damaged');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrameHeader(marker)) {
      const pixels = bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
      return pixels > 0 ? good('image/jpeg') : bad('damaged');
    } else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return bad('damaged');
}

/** SOF0–SOF15 without DHT, JPG and DAC, which share the range. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunks from IHDR to IEND; lengths must fit. */
function checkPng(bytes: Buffer): ContentCheck {
  let at = 8;
  let pixels = 0;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (at === 8 && (kind !== 'IHDR' || length !== 13)) return bad('damaged');
    if (at === 8) pixels = bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12);
    if (kind === 'IEND') return pixels > 0 ? good('image/png') : bad('damaged');
    at += 12 + length;
  }
  return bad('damaged');
}
