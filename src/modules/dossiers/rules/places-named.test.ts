import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namesAndPlaces, placesNamed } from './places-named.ts';

it.each([
  ['Ấp Phú Hòa, xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp', 'xa phu huu|huyen chau thanh|tinh dong thap'],
  ['Xã Tân Phú Trung', 'xa tan phu trung|?'],
  [
    'Khóm 2, TT. Cái Tàu Hạ, H.Châu Thành, T. Đồng Tháp',
    'thi tran cai tau ha|huyen chau thanh|tinh dong thap',
  ],
  ['Ấp Tân Bình xã Tân Nhuận Đông huyện Châu Thành', 'xa tan nhuan dong|huyen chau thanh|?'],
  ['12 Nguyễn Huệ, P.1, TP. Sa Đéc', 'phuong 1|thanh pho sa dec|?'],
  ['xã Phú Hòa Đông, huyện Củ Chi, TP.Hồ Chí Minh', 'xa phu hoa dong|huyen cu chi|thanh pho ho chi minh'],
  ['Ấp Tân Xã, Phú Hựu', '?'],
  ['', '?'],
])('an address names its units: %s', (address, places) => {
  expect(placesNamed(address).join('|')).toBe(places);
});

it('any address is read, with few units', () => {
  fc.assert(fc.property(fc.string(), (text) => placesNamed(text).length <= 9));
});

it('what is typed may be a place, or a name and a place', () => {
  const read = namesAndPlaces('Nguyễn An Phú Hựu').map(({ nameWords, unitNames }) => [
    nameWords.join(' '),
    unitNames.at(-1),
  ]);
  expect(read).toEqual([
    ['', 'xa nguyen an phu huu'],
    ['nguyen', 'xa an phu huu'],
    ['nguyen an', 'xa phu huu'],
    ['nguyen an phu', 'xa huu'],
  ]);
  expect(namesAndPlaces('xã Tân Phú Trung')[0]?.unitNames).toEqual(['xa tan phu trung']);
});
