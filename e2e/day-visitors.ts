/** Who comes on a working day, and why. Nobody of them lives. */
export interface Visitor {
  readonly procedure: string;
  readonly name: string;
  readonly card: string;
  /** What the reader at the counter types when the card is held before it. */
  readonly scanned: string;
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Võ', 'Đặng', 'Bùi', 'Đỗ'];
const women = ['Thị Ngọc Ẩn', 'Thị Mỹ Hạnh', 'Thị Út', 'Thị Kiều Oanh', 'Thị Bảy'];
const men = ['Văn Ở', 'Minh Đức', 'Hữu Nghĩa', 'Quốc Việt', 'Văn Đượm'];
const communes = ['Tân Nhuận Đông', 'Phú Hựu', 'An Phú Thuận', 'Hòa Tân', 'Tân Phú Trung'];

export function visitor(procedure: string, at: number): Visitor {
  const isWoman = at % 2 === 1;
  const year = 50 + at;
  const serial = String(100_000 + at * 7919).slice(-6);
  const given = (isWoman ? women : men)[Math.floor(at / 2) % 5];
  const name = `${families[at % 10]} ${given}`;
  const card = `087${isWoman ? 1 : 0}${year}${serial}`;
  const born = `${String((at % 28) + 1).padStart(2, '0')}${String((at % 12) + 1).padStart(2, '0')}19${year}`;
  const home = `Ấp Tân Hòa, xã ${communes[at % 5]}`;
  return {
    procedure,
    name,
    card,
    scanned: `${card}||${name}|${born}|${isWoman ? 'Nữ' : 'Nam'}|${home}|15082021|`,
  };
}
