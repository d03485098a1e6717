import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '#platform/random/random.ts';
import { keyedHash, open, seal } from './sealing.ts';

const random = createRandom();
const key = random.bytes(32);

test('what was sealed opens with the same key and context, and with nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), fc.nat(), (content, context, place) => {
      const sealed = seal(key, content, context, random);
      expect(new Uint8Array(open(key, sealed, context))).toEqual(new Uint8Array(content));
      const altered = Buffer.from(sealed);
      const at = place % altered.length;
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => open(key, altered, context)).toThrow();
      expect(() => open(key, sealed, `${context}!`)).toThrow();
      expect(() => open(random.bytes(32), sealed, context)).toThrow();
    }),
  );
});

test('a keyed hash differs by key and purpose', () => {
  expect(keyedHash(key, 'id', '087')).toEqual(keyedHash(key, 'id', '087'));
  expect(keyedHash(key, 'tax', '087')).not.toEqual(keyedHash(key, 'id', '087'));
  expect(keyedHash(random.bytes(32), 'id', '087')).not.toEqual(keyedHash(key, 'id', '087'));
});
