import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSums, sumsText } from './sums.ts';

const sha256 = 'a'.repeat(64);

test('what is written is read again, in the order of paths', () => {
  const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(path), (paths) => {
      const lines = paths.map((one) => ({ sha256, path: one }));
      expect(parseSums(sumsText(lines))).toEqual(lines.sort((a, b) => (a.path < b.path ? -1 : 1)));
    }),
  );
});

test.each([
  ['cut in the middle of a line', `${sha256}  database/PG_VERSION\n${sha256}  data`],
  ['a digest too short', 'abc  file\n'],
  ['an empty line', `\n${sha256}  file\n`],
  ['up and out', `${sha256}  database/../../etc/passwd\n`],
  ['from the root', `${sha256}  /etc/passwd\n`],
  ['another separator', `${sha256}  ..\\file\n`],
])('%s is no list', (_, text) => {
  expect(parseSums(text)).toBeNull();
});
