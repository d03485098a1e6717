import { afterAll, expect, test } from 'vitest';
import { poppler, testRenderer } from '#platform/papers/testing.ts';
import type { Regime } from './rules/content.ts';
import { samplePapers } from './testing.ts';

const renderer = testRenderer(new URL('../../../templates', import.meta.url).pathname);
afterAll(() => renderer.close());

const head = ['ỦY BAN NHÂN DÂN', 'BỘ PHẬN TIẾP NHẬN', 'Châu Thành, ngày'];
const papers = ['Tên giấy tờ, tài liệu', 'Bản chính', 'Bản sao chứng thực', 'Bản chụp'];
const person = ['Địa chỉ:', 'Số điện thoại:', 'Email:'];
const contact = ['liên hệ ông Lê Văn Được, điện thoại'];

/** TT 01/2018/TT-VPCP, forms 01 to 05, field by field in its order; the data of forms 01 to 06 of TT 03/2025. */
const fieldsOf = {
  receipt: [
    ...[...head, 'Mã hồ sơ:', 'Đơn vị tiếp nhận:', 'Tiếp nhận hồ sơ của:', 'hình thức nộp:', ...person],
    ...['Số CCCD/hộ chiếu', 'Nội dung yêu cầu giải quyết:', 'Chủ hồ sơ:', 'Địa chỉ chủ hồ sơ:'],
    ...['Hình thức thu phí, lệ phí:', '1. Thành phần hồ sơ nộp gồm:', ...papers, '2. Số lượng hồ sơ:'],
    ...['3. Thời gian giải quyết hồ sơ theo quy định:', '4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày'],
    ...['5. Thời gian trả kết quả giải quyết hồ sơ: 08 giờ 05 phút, ngày', 'Tra cứu tình trạng hồ sơ tại:'],
    ...['6. Đăng ký nhận kết quả tại:', 'mang theo giấy này', 'giấy ủy quyền'],
    ...['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ'],
  ],
  'completion-request': [
    ...[...head, 'Số: 12/HDHS', 'Hồ sơ của:', 'Nội dung yêu cầu giải quyết:', ...person, ...papers],
    ...['Lý do:', 'Căn cứ:', ...contact, 'NGƯỜI HƯỚNG DẪN'],
  ],
  refusal: [
    ...[...head, 'Số: 03/', 'đã xem xét hồ sơ của:', ...person, 'Nội dung yêu cầu giải quyết:'],
    ...['với lý do cụ thể như sau:', ...contact, 'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ'],
  ],
  apology: [
    ...[...head, 'Số: 02/XL', 'Mã hồ sơ:', 'Kính gửi:', 'cơ quan đã nhận hồ sơ của ông/bà về việc'],
    ...['17 giờ 00 phút, ngày 28 tháng 7 năm 2022', 'Cơ quan đang giải quyết:', 'Lý do:', 'xin lỗi ông/bà'],
    ...['17 giờ 00 phút, ngày 02 tháng 8 năm 2022', 'tại Bộ phận Tiếp nhận và Trả kết quả', 'PHÓ CHỦ TỊCH'],
  ],
  'stop-notice': [
    ...[
      ...head,
      'Số: 01/TBD',
      'Mã hồ sơ:',
      'Kính gửi:',
      'Nội dung yêu cầu giải quyết:',
      'Hồ sơ đang ở bước:',
    ],
    ...['lý do sau:', 'Căn cứ:', 'Phí, lệ phí đã nộp:', 'PHÓ CHỦ TỊCH'],
  ],
  'control-slip': [
    ...[...head, 'Mã hồ sơ:', 'Nội dung yêu cầu giải quyết:', 'Người nộp hồ sơ:', ...person, 'Chủ hồ sơ:'],
    ...[
      'Thời gian nhận hồ sơ:',
      'Thời gian giải quyết theo quy định:',
      'Thời gian hẹn trả kết quả:',
      ...papers,
    ],
    ...['I. GIAO, NHẬN HỒ SƠ', 'Bên giao', 'Bên nhận', 'Thời gian giao, nhận', 'Tiến độ', 'Trước hạn'],
    ...['II. GIAO, NHẬN KẾT QUẢ', 'Kết quả, ghi chú'],
  ],
} as const;
type Form = keyof typeof fieldsOf;

/** What TT 03/2025/TT-VPCP asks beside: where the dossier is; the extensions so far and their limit. */
const alsoIn2025: Partial<Record<Form, readonly string[]>> = {
  'completion-request': ['Hồ sơ đang ở bước: Kiểm tra trước khi tiếp nhận'],
  apology: ['Gia hạn: Lần gia hạn thứ nhất của hồ sơ này; mỗi hồ sơ chỉ được gia hạn một lần.'],
};

const squeezed = (text: string) => text.replace(/\s/g, '');
const regimes: readonly Regime[] = ['2018', '2025'];
const all = (Object.keys(fieldsOf) as Form[]).flatMap((form) => regimes.map((regime) => ({ form, regime })));

test.each(all)('$form of $regime has every field that the form asks', async ({ form, regime }) => {
  const order = { content: samplePapers[form], qr: null, void: false, signature: null };
  const pdf = await renderer.render(`${regime}/${form}.typ`, order);
  const printed = squeezed(poppler('pdftotext', ['-raw', '{pdf}', '-'], pdf));
  const fields = [...fieldsOf[form], ...(regime === '2025' ? (alsoIn2025[form] ?? []) : [])];
  expect(fields.filter((field) => !printed.includes(squeezed(field)))).toEqual([]);
});

test.each(['completion-request', 'apology'] as const)(
  '%s of 2025 that was frozen before these were asked is drawn as it was',
  async (form) => {
    const fields = Object.entries(samplePapers[form]);
    const content = Object.fromEntries(fields.filter(([name]) => !['stage', 'extensions'].includes(name)));
    const order = { content, qr: null, void: false, signature: null };
    const pdf = await renderer.render(`2025/${form}.typ`, order);
    const printed = squeezed(poppler('pdftotext', ['-raw', '{pdf}', '-'], pdf));
    expect(fieldsOf[form].filter((field) => !printed.includes(squeezed(field)))).toEqual([]);
    expect(printed).not.toMatch(/Hồsơđangởbước|Giahạn:/);
  },
);
