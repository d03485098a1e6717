import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Installation } from '../outside/installation.ts';
import { signIn } from './browser.ts';
import type { Visit } from './visit.ts';

/** Decided in June, taken over from the software before, and still there at the end of July. */
const exported = [
  'Số hồ sơ;Mã thủ tục;Trường hợp;Họ tên hoặc tên tổ chức;Số giấy tờ hoặc mã số thuế;Địa chỉ;Điện thoại;Tiếp nhận lúc;Hẹn trả;Tình trạng;Số kết quả;Ngày có kết quả',
  'HS-2022-00311;1.001612;Một cá nhân đăng ký;Trần Thị Mẫu;087188004512;Ấp 2, xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp;0900000000;13/06/2022 08:30;16/06/2022;chờ trả kết quả;112/GCN;16/06/2022',
];

/** Results that nobody fetches: in the list of all, in their group, and a wrong number of days. */
export async function walkUnfetched(
  browser: Browser,
  installation: Installation,
  visit: Visit,
): Promise<void> {
  const file = join(installation.folder, 'cho-tra.csv');
  writeFileSync(file, exported.join('\r\n'));
  const agency = ['--agency', '000.00.11.H20'];
  const taken = await installation.command(
    'import',
    ...['dossiers', file, ...agency, '--apply', '--accept-doubts'],
  );
  if (taken.code !== 0) throw new Error(taken.printed);
  const { page, context } = await signIn(browser, installation.address, 'phuc.do');
  await page.goto('/lam-viec/tra-ket-qua');
  await page.locator('a[href*="nhom=cho-lau"]').click();
  await page.waitForURL(/nhom=cho-lau/);
  await page.getByText('2022-00311').first().waitFor();
  await visit('results-unfetched', page, 'main');
  await page.locator('[name="days"]').fill('0');
  await page.locator('form:has([name="days"]) button').click();
  await page.waitForSelector('.ds-error-summary');
  await visit('results-unfetched-days', page);
  await context.close();
}
