import { expect, test } from 'vitest';
import { readPreference } from './preference.ts';

const domains = ['dongthap.gov.vn', 'b.vn', 'c.vn', 'd.vn'];

test('on the pages only: no address is kept, whatever was typed', () => {
  expect(readPreference({ way: 'page', address: 'x' }, [])).toEqual({
    ok: true,
    value: { way: 'page', address: null },
  });
});

test('by mail: an address, without what could be a header', () => {
  for (const way of ['at-once', 'daily'])
    expect(readPreference({ way, address: ' an.nguyen@chauthanh.dongthap.gov.vn ' }, domains)).toMatchObject({
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
    expect(readPreference({ way: 'daily', address }, domains)).toMatchObject({
      refusal: { code: 'reminders/wrong-address' },
    });
  expect(readPreference({ way: 'sms', address: '' }, domains)).toMatchObject({
    refusal: { code: 'reminders/no-way' },
  });
});

test('to the authority only', () => {
  const typed = { way: 'daily', address: 'an@gmail.com' };
  expect(readPreference(typed, domains)).toMatchObject({
    refusal: { code: 'reminders/private-address', params: { domains: domains.join(', ') } },
  });
  expect(readPreference(typed, [])).toMatchObject({ refusal: { code: 'reminders/no-domains' } });
});
