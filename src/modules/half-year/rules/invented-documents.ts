/** A paper as people bring it; nobody's. */
export interface InventedDocument {
  readonly title: string;
  /** Words in the name that a procedure gives to such a paper, in lower case; none: it serves for any. */
  readonly fits: readonly string[];
  readonly lines: readonly string[];
}

const person = 'Họ và tên: NGUYỄN VĂN MẪU. Ngày sinh: 01/01/1980. Quốc tịch: Việt Nam.';
const address = 'Nơi cư trú: Ấp Mẫu, huyện Châu Thành, tỉnh Đồng Tháp.';
const promise = 'Tôi cam đoan những điều khai trên đây là đúng và chịu trách nhiệm trước pháp luật.';
const made = (title: string, fits: readonly string[], ...lines: readonly string[]): InventedDocument => ({
  title,
  fits,
  lines: [person, address, ...lines],
});

/** The pool of the half-year: the first that fits is more particular than those behind it. */
export const inventedDocuments: readonly InventedDocument[] = [
  made('Tờ khai', ['tờ khai', 'phiếu'], promise),
  made(
    'Đơn đề nghị',
    ['đơn đề nghị', 'đơn xin', 'đơn đăng ký', 'giấy đề nghị'],
    'Kính đề nghị cơ quan xem xét, giải quyết.',
    promise,
  ),
  made('Giấy chứng sinh', ['chứng sinh'], 'Đã sinh một bé, cân nặng 3.200 gam, tình trạng khỏe mạnh.'),
  made('Giấy báo tử', ['báo tử'], 'Đã chết tại nhà do tuổi cao.'),
  made('Giấy khai sinh', ['khai sinh'], 'Đăng ký lần đầu, ghi vào Sổ đăng ký khai sinh.'),
  made('Giấy chứng nhận kết hôn', ['kết hôn'], 'Việc kết hôn đã được ghi vào Sổ đăng ký kết hôn.'),
  made('Giấy xác nhận tình trạng hôn nhân', ['hôn nhân'], 'Hiện tại chưa đăng ký kết hôn với ai.'),
  made('Thẻ căn cước công dân', ['căn cước', 'chứng minh nhân dân'], 'Có giá trị đến: 01/01/2040.'),
  made('Sổ hộ khẩu', ['hộ khẩu', 'cư trú'], 'Chủ hộ và ba thành viên trong hộ.'),
  made(
    'Giấy chứng nhận quyền sử dụng đất',
    ['quyền sử dụng đất', 'giấy chứng nhận đã cấp'],
    'Thửa đất số 1, tờ bản đồ số 1, diện tích 500 m², đất trồng cây lâu năm.',
  ),
  made(
    'Trích đo thửa đất',
    ['trích đo', 'sơ đồ', 'bản đồ'],
    'Ranh giới theo hiện trạng, các hộ liền kề đã ký.',
  ),
  made('Hợp đồng chuyển nhượng', ['hợp đồng', 'văn bản thỏa thuận'], 'Hai bên đã thỏa thuận và cùng ký tên.'),
  made(
    'Bản vẽ thiết kế xây dựng',
    ['bản vẽ', 'thiết kế'],
    'Nhà ở riêng lẻ, một tầng, diện tích xây dựng 80 m².',
  ),
  made('Giấy xác nhận khuyết tật', ['khuyết tật'], 'Dạng khuyết tật: vận động. Mức độ: nặng.'),
  made(
    'Giấy chứng nhận người có công',
    ['người có công', 'thương binh', 'liệt sĩ'],
    'Hưởng trợ cấp hằng tháng.',
  ),
  made('Giấy chứng nhận đăng ký kinh doanh', ['kinh doanh'], 'Ngành nghề: bán lẻ lương thực, thực phẩm.'),
  made('Học bạ', ['học bạ', 'bằng tốt nghiệp'], 'Kết quả học tập: khá. Hạnh kiểm: tốt.'),
  made('Giấy ủy quyền', ['ủy quyền'], 'Ủy quyền nộp hồ sơ và nhận kết quả thay.'),
  made('Biên bản họp gia đình', ['biên bản'], 'Các thành viên trong gia đình đều đồng ý.'),
  made('Giấy tờ kèm theo', [], 'Giấy tờ kèm theo hồ sơ.'),
];

/** Which of the pool somebody brings for a paper of this name. */
export function documentFor(name: string): InventedDocument {
  const said = name.normalize('NFC').toLowerCase();
  const found = inventedDocuments.find(
    ({ fits }) => fits.length === 0 || fits.some((words) => said.includes(words)),
  );
  if (!found) throw new Error('the pool has nothing that serves for any paper');
  return found;
}
