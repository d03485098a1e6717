import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentDigest } from './content-digest.ts';
import { canonicalJson } from './rules/canonical-json.ts';

const salt = Buffer.alloc(32, 1);

test('the order of keys does not matter', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 'x'] })).toBe('{"a":[true,null,"x"],"b":1}');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
      const turned = Object.fromEntries(Object.entries(content).reverse());
      return contentDigest(salt, content) === contentDigest(salt, turned);
    }),
  );
});

test('it is JSON that reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (content) => {
      expect(canonicalJson(JSON.parse(canonicalJson(content)))).toBe(canonicalJson(content));
    }),
  );
});

test('another salt, another digest', () => {
  expect(contentDigest(salt, { a: 1 })).not.toBe(contentDigest(Buffer.alloc(32, 2), { a: 1 }));
});
