import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes of a pixel by colour type, at eight bits a channel. */
const bytesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface CroppedPng {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * The top of a picture. A row of a PNG is written against the row above it only, so rows can be left out at the
 * end without drawing anything anew.
 */
export function cropPng(png: Buffer, most: number): CroppedPng {
  const chunks = chunksOf(png);
  const head = chunks.find((chunk) => chunk.type === 'IHDR')?.data;
  if (!head) throw new Error('not a PNG: no IHDR');
  const width = head.readUInt32BE(0);
  const height = Math.min(head.readUInt32BE(4), most);
  const [depth, colour = -1, , , interlaced] = head.subarray(8);
  const pixel = bytesOf[colour];
  if (depth !== 8 || pixel === undefined || interlaced !== 0) throw new Error('a PNG of another kind');
  const rows = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const cropped = Buffer.from(head);
  cropped.writeUInt32BE(height, 4);
  const kept = chunks.filter(({ type }) => type === 'PLTE' || type === 'tRNS');
  const bytes = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', cropped),
    ...kept.map(({ type, data }) => chunk(type, data)),
    chunk('IDAT', deflateSync(rows.subarray(0, height * (1 + width * pixel)), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, width, height };
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
