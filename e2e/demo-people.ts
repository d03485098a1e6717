import type { DemoDossier } from './demo-desk.ts';

const commune = (hamlet: string, name: string) =>
  `Ấp ${hamlet}, xã ${name}, huyện Châu Thành, tỉnh Đồng Tháp`;

/** Invented people who open, change and close a small business; the card agrees with year and sex. */
export const people = {
  duyen: {
    procedure: '1.001612',
    name: 'Huỳnh Thị Mỹ Duyên',
    card: '087188004512',
    birthDate: '14/09/1988',
    phone: '0900 000 345',
    address: commune('Tân Bình', 'Tân Nhuận Đông'),
  },
  hoa: {
    procedure: '1.001612',
    name: 'Nguyễn Văn Hòa',
    card: '087071002238',
    birthDate: '02/03/1971',
    phone: '0900 000 642',
    address: commune('Tân An', 'Tân Nhuận Đông'),
  },
  an: {
    procedure: '2.000720',
    name: 'Đặng Thị Ngọc Ẩn',
    card: '087190007716',
    birthDate: '21/11/1990',
    phone: '0900 000 771',
    address: commune('Phú Thạnh', 'An Phú Thuận'),
  },
  duc: {
    procedure: '1.001266',
    name: 'Lê Minh Đức',
    card: '087083001907',
    birthDate: '07/01/1983',
    phone: '0900 000 190',
    address: commune('Tân Phú', 'Tân Phú Trung'),
  },
  o: {
    procedure: '2.000720',
    name: 'Phan Văn Ở',
    card: '087065003021',
    birthDate: '30/04/1965',
    phone: '0900 000 302',
    address: commune('Phú Hòa', 'Phú Hựu'),
  },
  bay: {
    procedure: '1.001570',
    name: 'Huỳnh Thị Bảy',
    card: '087176005544',
    birthDate: '12/12/1976',
    phone: '0900 000 554',
    address: commune('Hòa An', 'Hòa Tân'),
  },
} as const satisfies Record<string, DemoDossier>;
