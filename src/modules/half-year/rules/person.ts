import type { PersonParty } from '#modules/dossiers/index.ts';
import { type Draw, Weighted } from './draw.ts';

const surnames = new Weighted<string>([
  ...([
    ['Nguyễn', 32],
    ['Trần', 11],
    ['Lê', 10],
    ['Phạm', 7],
    ['Huỳnh', 7],
    ['Võ', 5],
    ['Phan', 5],
  ] as const),
  ...([
    ['Đặng', 3],
    ['Bùi', 3],
    ['Đỗ', 2],
    ['Hồ', 2],
    ['Ngô', 2],
    ['Dương', 2],
    ['Lý', 2],
    ['Đinh', 1],
  ] as const),
  ...([
    ['Trương', 2],
    ['Lâm', 2],
    ['Mai', 1],
    ['Tô', 1],
    ['Thạch', 1],
    ['Kiều', 1],
    ['Cao', 1],
  ] as const),
]);
const middle = {
  male: ['Văn', 'Văn', 'Hữu', 'Minh', 'Thanh', 'Hoàng', 'Quốc'],
  female: ['Thị', 'Thị', 'Thị Mỹ', 'Ngọc', 'Thị Kim', 'Thị Tuyết', 'Thị Lệ'],
};
const given = {
  male: 'An Bảo Bình Chiến Cường Danh Dũng Đạt Đức Giàu Hải Hậu Hòa Hùng Khang Khánh Lâm Long Lộc Nam Nghĩa Nhân Ở Phát Phú Phúc Quang Sang Sơn Tài Tâm Thành Thắng Thiện Toàn Trí Trung Tuấn Út Vinh Ẩn'.split(
    ' ',
  ),
  female:
    'Ánh Bảy Bích Cẩm Chi Cúc Diễm Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hồng Huệ Hương Lan Liên Linh Loan Mai Ngân Nga Nhung Oanh Phượng Sáu Sương Thảo Thắm Thu Thúy Trang Trinh Tuyết Út Vân Xuân Yến Ý Ẩn'.split(
      ' ',
    ),
};
const hamlets =
  'Tân Bình|Tân An|Phú Thạnh|Tân Phú|Phú Hòa|Hòa An|An Hòa|Phú Long|Tân Thuận|Hòa Bình|An Phú|Phú Mỹ'.split(
    '|',
  );

const two = (value: number) => String(value).padStart(2, '0');

/** Somebody of one of these places who does not exist: the card agrees with province, sex and year of birth. */
export function inventPerson(draw: Draw, places: readonly string[]): PersonParty {
  const sex = draw.chance(0.48) ? 'male' : 'female';
  const year = draw.between(1950, 2003);
  const century = year < 2000 ? (sex === 'male' ? 0 : 1) : sex === 'male' ? 2 : 3;
  const serial = draw.between(0, 999_999);
  const card = `087${century}${two(year % 100)}${String(serial).padStart(6, '0')}`;
  return {
    kind: 'person',
    name: `${surnames.draw(draw)} ${draw.one(middle[sex])} ${draw.one(given[sex])}`,
    idKind: 'cccd',
    idNumber: card,
    birthDate: `${year}-${two(draw.between(1, 12))}-${two(draw.between(1, 28))}`,
    sex,
    address: `Ấp ${draw.one(hamlets)}, ${places[serial % places.length] ?? ''}`,
    phone: `0900 000 ${String(draw.between(0, 999)).padStart(3, '0')}`, // nobody's: a demo calls no stranger
    email: null,
  };
}
