import type { Browser, Page } from 'playwright-core';
import { signIn } from './browser.ts';
import type { Visit } from './visit.ts';

const base = '/quan-tri';

interface Walk {
  readonly browser: Browser;
  readonly address: string;
  readonly visit: Visit;
}

/** The rooms, each with the pages and states that an administrator meets there. */
export const rooms = {
  start: async ({ page, open }: Room) => {
    await open('admin-start', base, 'main');
    await open('admin-codes', `${base}/ma-dinh-danh`);
    await open('admin-code', await hrefOf(page, `main a[href^="${base}/ma-dinh-danh/"]`));
    await open('admin-clock', `${base}/dong-ho?che-do=2018`, 'main');
    await open('admin-clock-set', `${base}/dong-ho/dat`);
    await open('admin-commitments', `${base}/thoi-han-cam-ket`, 'main');
    await open('admin-commitment', `${base}/thoi-han-cam-ket/1.001612`, 'main');
    await open('admin-certificates', `${base}/chung-thu`);
    await open('admin-unchecked', `${base}/chua-kiem-tra`, 'main');
    await open('admin-unchecked-confirmed', `${base}/chua-kiem-tra?loai=confirmed`);
    await page.goto(`${base}/chua-kiem-tra?loai=procedure`);
    await open('admin-confirm', await hrefOf(page, `main a[href^="${base}/chua-kiem-tra/procedure/"]`));
  },
  offices: walkOffices,
  people: walkPeople,
  accounts: walkAccounts,
  standIns: walkStandIns,
  calendar: walkCalendar,
} as const;

interface Room {
  readonly page: Page;
  readonly open: Open;
  readonly visit: Visit;
}

/** Every page of some rooms of a demo. */
export async function walkRooms(
  names: readonly (keyof typeof rooms)[],
  { browser, address, visit }: Walk,
): Promise<void> {
  const { context, page } = await signIn(browser, address, 'nghia.duong');
  const open: Open = async (shown, path, main) => {
    await page.goto(path);
    await visit(shown, page, main);
  };
  for (const name of names) await rooms[name]({ page, open, visit });
  await context.close();
}

type Open = (name: string, path: string, main?: 'main') => Promise<void>;

async function hrefOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().getAttribute('href')) ?? '';
}

async function press(page: Page): Promise<void> {
  await page.locator('main form[method="post"] button[type="submit"]').last().click();
}

async function walkOffices({ page, open, visit }: Room): Promise<void> {
  await open('admin-offices', `${base}/co-quan`, 'main');
  await page.locator('main summary').first().click();
  await visit('admin-offices-open', page);
  await open('admin-office', await hrefOf(page, 'main table th a'));
  const office = new URL(page.url()).pathname;
  await open('admin-office-new', `${office}/don-vi-moi`);
  await open('admin-office-change', `${office}/thay-doi`);
  await open('admin-office-end', `${office}/ket-thuc`);
  await open('admin-agency-new', `${base}/co-quan/moi`);
}

async function walkPeople({ page, open, visit }: Room): Promise<void> {
  await open('admin-people', `${base}/nguoi`, 'main');
  await page.locator('input[name="q"]').last().fill('thi ngoc');
  await page.locator('form.filters button').click();
  await visit('admin-people-found', page);
  await page.locator('input[name="q"]').last().fill('không ai tên thế này');
  await page.locator('form.filters button').click();
  await visit('admin-people-none', page);
  await open('admin-person-new', `${base}/nguoi/moi`);
  await press(page);
  await visit('admin-person-refused', page);
  await page.locator('[name="ho-ten"]').fill('Đặng Thị Ngọc Ẩn');
  await press(page);
  await visit('admin-person-added', page);
  const person = new URL(page.url()).pathname;
  await open('admin-post-new', `${person}/chuc-danh`);
  await page.locator('[name="don-vi"]').selectOption({ index: 3 });
  await page.locator('[name="vai-tro"]').selectOption('specialist');
  await page.locator('[name="chuc-danh"]').fill('Chuyên viên');
  await press(page);
  await visit('admin-person', page, 'main');
  await open('admin-person-correct', `${person}/sua`);
  await page.goto(person);
  await open('admin-post-end', await hrefOf(page, 'main a[href$="/ket-thuc"]'));
  await open('admin-invite', `${person}/tai-khoan`);
  await press(page);
  await visit('admin-given-link', page);
}

async function walkAccounts({ page, open }: Room): Promise<void> {
  await open('admin-accounts', `${base}/tai-khoan`);
  await open('admin-account', await hrefOf(page, 'main table th a'));
  const account = new URL(page.url()).pathname;
  await open('admin-account-reset', `${account}/cap-lai`);
  await open('admin-account-disable', `${account}/khoa`);
  await open('admin-reviews', `${base}/ra-soat`);
  await open('admin-review-new', `${base}/ra-soat/moi`);
}

async function walkStandIns({ page, open }: Room): Promise<void> {
  await open('admin-substitute', `${base}/thay-the/nguoi-thay`);
  await page.locator('[name="chuc-danh"]').selectOption({ index: 2 });
  await page.locator('[name="nguoi"]').selectOption({ index: 6 });
  await page.locator('[name="tu"]').fill('25/07/2022');
  await page.locator('[name="den"]').fill('29/07/2022');
  await press(page);
  await page.waitForURL(`**${base}/thay-the`);
  await open('admin-stand-ins', `${base}/thay-the`);
  await open('admin-stand-in-end', await hrefOf(page, 'main a[href$="/ket-thuc"]'));
  await open('admin-delegation', `${base}/thay-the/uy-quyen`);
}

async function walkCalendar({ page, open }: Room): Promise<void> {
  await open('admin-years', `${base}/lich`);
  await open('admin-year', `${base}/lich/2027`);
  await open('admin-year-confirm', `${base}/lich/2027/xac-nhan`);
  await page.goto(`${base}/lich/2022`);
  await open('admin-day', `${base}/lich/ngay/2022-09-02`);
  await open('admin-day-new', `${base}/lich/ngay`);
  await open('admin-hours', `${base}/gio-lam-viec`);
  await open('admin-office-hours', await hrefOf(page, 'main table th a'));
  const office = new URL(page.url()).pathname;
  await open('admin-hours-change', `${office}/gio`);
  await open('admin-opening-change', `${office}/mo-cua`);
}
