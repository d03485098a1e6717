import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAsking, readPaperNumber } from './asking.ts';

const typed = { number: '087 188 004 512', reason: 'person-asks-access', reference: ' 45/gyc ' };

test('a question has a number, a reason from the list and the number of a paper', () => {
  expect(readAsking(typed)).toEqual({
    ok: true,
    value: { number: '087188004512', reason: 'person-asks-access', reference: '45/GYC' },
  });
  const codeOf = (change: Partial<typeof typed>) => {
    const read = readAsking({ ...typed, ...change });
    return read.ok ? 'ok' : `${read.refusal.code} ${read.refusal.field}`;
  };
  expect(codeOf({ number: 'Mỹ Duyên' })).toBe('protection/number-unreadable so');
  expect(codeOf({ number: '0100109106' })).toBe('ok'); // a tax code
  expect(codeOf({ reason: 'curious' })).toBe('protection/reason-missing ly-do');
  expect(codeOf({ reference: '' })).toBe('protection/reference-missing van-ban');
});

test('the log takes the number of a paper, no word about a person', () => {
  for (const good of ['45', '45/GYC', '12/2026/QĐ-UBND', '7/CV-CAH', '123/TTr-UBND'])
    expect(readPaperNumber(good), good).toBeDefined();
  for (const bad of [
    'bà Duyên hỏi',
    'GYC',
    '087188004512',
    '45/GYC Duyên',
    '<b>1</b>',
    "1' or 1=1",
    '45/HUỲNHTHỊMỸDUYÊN',
    '٤٥/GYC',
    '1\u0000',
  ])
    expect(readPaperNumber(bad), bad).toBeUndefined();
});

test('whatever is typed, what is kept holds no blank and no seven digits in a row', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const kept = readPaperNumber(text);
      return kept === undefined || (!/\s/.test(kept) && !/\d{7}/.test(kept));
    }),
  );
});
