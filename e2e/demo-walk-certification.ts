import type { Page } from 'playwright-core';
import { signIn } from './browser.ts';
import { people } from './demo-people.ts';
import type { Visit, Walk } from './visit.ts';

const base = '/lam-viec/chung-thuc';

/** The pages of certification in every state; the second time the person is known. */
export async function walkCertification({ browser, address, visit }: Walk): Promise<void> {
  const { page } = await signIn(browser, address, 'ngan.pham');
  await page.goto(`${base}/so`);
  await visit('certification-book-none', page);
  await page.goto(`${base}/hom-nay`);
  await visit('certification-today-none', page);
  await page.goto(`${base}/ban-dien-tu`);
  await visit('certification-electronic-none', page);
  await page.goto(base);
  await page.locator('button[value="accept"]').click();
  await page.waitForSelector('.ds-error-summary');
  await visit('certification-refused', page);
  await page.locator('[name="name"]').fill(people.hoa.name);
  await page.locator('[name="id-number"]').fill(people.hoa.card);
  await fillDocument(page, 0, 'Giấy khai sinh', '2', '3');
  await page.locator('button[value="accept"]').click();
  await page.waitForURL(/\/xong\//);
  await page.goto(base);
  await page.locator('[name="find"]').fill(people.hoa.card);
  await page.locator('button[value="find"]').click();
  await page.waitForSelector('button[value="use"]');
  await visit('certification-known', page);
  await page.locator('button[value="use"]').click();
  await fillDocument(page, 0, 'Bằng tốt nghiệp trung học phổ thông', '3', '2');
  await page.locator('button[value="add"]').click();
  await fillDocument(page, 1, 'Học bạ trung học phổ thông', '24', '1');
  await page.locator('[data-reload-button]').evaluate((button: HTMLElement) => button.click());
  await page.waitForFunction(() => document.querySelector('#so-tien')?.textContent?.includes('36.000'));
  await visit('certification', page, 'main');
  await page.locator('button[value="accept"]').click();
  await page.waitForURL(/\/xong\//);
  await visit('certification-done', page);
  const done = page.url();
  await page.goto(done.replace('/xong/', '/loi-chung/'));
  await visit('certification-words', page);
  await signature(page, visit);
  await page.goto(`${base}/hom-nay`);
  await visit('certification-today', page, 'main');
  await page.locator('table input[type="checkbox"]').first().check();
  await page.getByRole('button', { name: 'Đã ký', exact: true }).click();
  await page.waitForURL(/da-ky=1/);
  await visit('certification-signed', page);
  await page.goto(`${base}/so`);
  await visit('certification-book', page, 'main');
}

async function fillDocument(page: Page, row: number, name: string, pages: string, copies: string) {
  const field = (what: string) => page.locator(`[name="documents.${row}.${what}"]`);
  await field('name').fill(name);
  await field('pages').fill(pages);
  await field('copies').fill(copies);
}

async function signature(page: Page, visit: Visit): Promise<void> {
  await page.goto(`${base}?viec=2.000884`);
  for (const summary of await page.locator('details.folded > summary').all()) await summary.click();
  await visit('certification-signature', page);
  await page.locator('[name="name"]').fill(people.o.name);
  await page.locator('[name="id-number"]').fill(people.o.card);
  await page.locator('[name="documents.0.name"]').fill('Sơ yếu lý lịch');
  await page.locator('button[value="accept"]').click();
  await page.waitForURL(/\/xong\//);
}
