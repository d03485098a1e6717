import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { openBrowser, signIn } from './browser.ts';

let demo: Installation;
let browser: Browser;
const ROWS = 40;

/** A month whose lines fill several sheets, with names and addresses that are long. */
async function aFullMonth(): Promise<void> {
  const heads =
    'Số hồ sơ;Mã thủ tục;Trường hợp;Họ tên hoặc tên tổ chức;Số giấy tờ hoặc mã số thuế;Địa chỉ;Tiếp nhận lúc;Hẹn trả;Tình trạng;Đơn vị đang giữ';
  const address = 'Ấp Phú Hòa, đường Nguyễn Huệ, xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp';
  const rows = Array.from({ length: ROWS }, (_, at) =>
    [
      ...[`HS-2022-${1000 + at}`, '1.001612', 'Một cá nhân đăng ký', 'Nguyễn Thị Thanh Tuyền Hạnh Phúc'],
      ...['087188004512', address, '21/07/2022 08:30', '26/07/2022', 'đang giải quyết'],
      'Phòng Tài chính - Kế hoạch',
    ].join(';'),
  );
  const file = join(demo.folder, 'thang.csv');
  writeFileSync(file, [heads, ...rows].join('\r\n'));
  const taken = await demo.command('import', 'dossiers', file, '--agency', '000.00.11.H20', '--apply');
  if (taken.code !== 0) throw new Error(taken.printed);
}

beforeAll(async () => {
  [demo, browser] = [await startedDemo(), await openBrowser()];
  await aFullMonth();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.remove();
});

test('a register printed from its page: landscape, its month, from the first sheet on, the head on each', {
  timeout: 120_000,
}, async () => {
  const { page, context } = await signIn(browser, demo.address, 'phuc.do');
  await page.goto('/lam-viec/so-theo-doi?thang=2022-07');
  const pdf = join(demo.folder, 'so.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await context.close();
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size: +84\d\.\d+ x 59\d\.\d+/);
  const sheets = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1);
  expect(sheets.length).toBeLessThan(8);
  expect(sheets[0]).toContain('Tháng 07/2022');
  for (const sheet of sheets) {
    expect(sheet).toContain('Mã hồ sơ');
    expect(sheet).toMatch(/HS-2022-10\d\d/);
    expect(sheet).not.toMatch(/Lọc|Tải XLSX|Trang sau/);
  }
  const lines = sheets.join('\n').match(/HS-2022-10\d\d/g) ?? [];
  expect(new Set(lines).size).toBe(ROWS);
});
