import { afterAll, expect, test } from 'vitest';
import { poppler, testRenderer } from '#platform/papers/testing.ts';

const renderer = testRenderer(new URL('../../../templates', import.meta.url).pathname);
afterAll(() => renderer.close());

/** Form 06 of TT 01/2018 (2025: form 07), field by field as regulation §1.4 names them. */
const fields = [
  ...['Mã hồ sơ', 'Nội dung', 'Số bộ', 'Tên người nộp', 'Địa chỉ', 'Điện thoại', 'Nhận lúc', 'Hẹn trả'],
  ...['Có kết quả lúc', 'Người ký', 'Trả lúc', 'Người trả', 'Người nhận kết quả', 'Ghi chú'],
];
const order = (rows: number) => ({
  title: 'Sổ theo dõi hồ sơ',
  form: 'Mẫu số 06 – TT 01/2018/TT-VPCP',
  office: 'Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành',
  month: '07/2022',
  printedAt: '2023-01-03T08:00:00+07:00',
  demo: false,
  columns: fields.map((head, at) => ({ head, width: at === 0 ? 28 : 14 })),
  rows: Array.from({ length: rows }, (_, row) => fields.map((field, at) => `${field} ${row + 1}/${at + 1}`)),
  sum: `Cộng: ${rows} dòng`,
  closing: { year: '2022', entries: 1200, at: '2023-01-03T08:00:00+07:00', by: 'Phạm Thị Kim Ngân' },
});
const squeezed = (text: string) => text.replace(/[\s\u200b]/g, '');
const textOf = (pdf: Uint8Array) => squeezed(poppler('pdftotext', ['-raw', '{pdf}', '-'], pdf));

test('a month of a register on paper: every field, its head on every page, the sum, who closed it', async () => {
  const pdf = await renderer.render('shared/register.typ', order(60));
  const text = textOf(pdf);
  for (const field of fields) expect(text.split(squeezed(field)).length - 1).toBeGreaterThan(60);
  const said = ['Cộng: 60 dòng', 'Khóa sổ năm 2022 ngày 03/01/2023', '1200', 'Phạm Thị Kim Ngân'];
  for (const one of [...said, 'NGƯỜI KHÓA SỔ', 'Mẫu số 06', 'Trang1/']) expect(text).toContain(squeezed(one));
  const pages = Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', ['{pdf}'], pdf))?.[1]);
  expect(pages).toBeGreaterThan(1);
  expect(text.split(squeezed('Mã hồ sơ (1)')).length + text.split('MãhồsơNội').length).toBeGreaterThan(pages);
});

test('a year not closed says so', async () => {
  const text = textOf(await renderer.render('shared/register.typ', { ...order(0), closing: null }));
  expect(text).toContain(squeezed('Sổ năm 2022 chưa khóa'));
});
