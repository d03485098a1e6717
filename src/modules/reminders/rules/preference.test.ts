import { expect, test } from 'vitest';
import { readPreference } from './preference.ts';

test('on the pages only: no address is kept, whatever was typed', () => {
  expect(readPreference({ way: 'page', address: 'x' })).toEqual({
    ok: true,
    value: { way: 'page', address: null },
  });
});

test('by mail: an address, without what could be a header', () => {
  for (const way of ['at-once', 'daily'])
    expect(readPreference({ way, address: ' an.nguyen@chauthanh.dongthap.gov.vn ' })).toMatchObject({
      value: { way, address: 'an.nguyen@chauthanh.dongthap.gov.vn' },
    });
  for (const address of [
    '',
    'an',
    'an@',
    'an@b',
    'an@b.vn\r\nBcc: c@d.vn',
    'a b@c.vn',
    `${'a'.repeat(250)}@b.vn`,
  ])
    expect(readPreference({ way: 'daily', address })).toMatchObject({
      refusal: { code: 'reminders/wrong-address' },
    });
  expect(readPreference({ way: 'sms', address: '' })).toMatchObject({
    refusal: { code: 'reminders/no-way' },
  });
});
