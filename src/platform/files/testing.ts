import { randomBytes } from 'node:crypto';

/** The smallest picture there is: 1 × 1, whole. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The same picture with bytes of its own: no other test keeps this content. */
export function aPicture(): Buffer {
  const end = onePixel.length - 12;
  const note = Buffer.concat([
    Buffer.from([0, 0, 0, 8]),
    Buffer.from('teXt'),
    randomBytes(8),
    Buffer.alloc(4),
  ]);
  return Buffer.concat([onePixel.subarray(0, end), note, onePixel.subarray(end)]);
}
