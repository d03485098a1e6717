import { expect, test } from 'vitest';
import { findDamage } from './damaged-text.ts';

const heading = ['Số hồ sơ', 'Họ tên hoặc tên tổ chức'];
const damage = (...cells: string[]) => findDamage([heading, cells])?.damage;

test.each([
  ['tcvn3', 'NguyÔn V¨n Hïng'],
  ['tcvn3', '§Æng ThÞ ót'],
  ['vni', 'Nguyeãn Vaên Huøng'],
  ['vni', 'Ñaëng Thò UÙt'],
  ['mojibake', 'Nguyá»…n VÄƒn HÃ¹ng'],
  ['mojibake', 'Äáº·ng Thá»‹ Ãšt'],
  ['replaced', 'Nguy\uFFFDn Văn Hùng, Đặng Thị Út'],
])('%s: %s', (kind, text) => {
  expect(damage(text)).toBe(kind);
});

test.each([
  'Nguyễn Văn Hùng',
  'ĐẶNG THỊ NGỌC ẨN',
  'Nguyễn Thị Müller, ấp Tân Thuận',
  'Tran Van A, 087188004512',
  'Huỳnh Thị Hoè, xã Hoà Tú',
  '',
])('whole: %s', (text) => {
  expect(damage(text)).toBeUndefined();
  expect(damage(text.normalize('NFD'))).toBeUndefined();
});

test('a foreign name among Vietnamese ones is none, a file of damaged ones is', () => {
  const rows = [heading, ['François Müller'], ['Nguyễn Văn Hùng'], ['Đặng Thị Út']];
  expect(findDamage(rows)).toBeUndefined();
  expect(findDamage([heading, ['NguyÔn V¨n Hïng'], ['Lª ThÞ Hång'], ['Đặng Út']])).toEqual({
    damage: 'tcvn3',
    row: 2,
  });
});
