import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cropPng } from './crop-png.ts';

const whole = readFileSync('docs/screens/overview-1280.png');

describe('the top of a picture', () => {
  const top = cropPng(whole, 100);

  it('is as wide, as high as asked, and says so', () => {
    expect([top.width, top.height]).toEqual([1280, 100]);
    expect([top.bytes.readUInt32BE(16), top.bytes.readUInt32BE(20)]).toEqual([1280, 100]);
  });

  it('has the same rows', () => {
    const rows = (png: Buffer) => {
      const at = png.indexOf('IDAT');
      return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)), { finishFlush: 2 });
    };
    const kept = rows(top.bytes);
    expect(kept.length).toBe(100 * (1 + 1280 * 3));
    expect(cropPng(top.bytes, 100).bytes.equals(top.bytes)).toBe(true);
    expect(rows(cropPng(whole, 50).bytes).equals(kept.subarray(0, 50 * (1 + 1280 * 3)))).toBe(true);
  });

  it('is never higher than the picture', () => {
    expect(cropPng(whole, 9000).height).toBe(whole.readUInt32BE(20));
  });

  it('of something else is refused', () => {
    expect(() => cropPng(Buffer.from('no picture'), 10)).toThrow('not a PNG');
  });
});
