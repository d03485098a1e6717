import type { Page } from 'playwright-core';
import { type Desk, signIn } from './browser.ts';
import { dossierPath, give, takeIn } from './demo-desk.ts';
import { people } from './demo-people.ts';
import { walkReports } from './demo-walk-reports.ts';
import type { Visit, Walk } from './visit.ts';

/** What goes between the offices: bulk presses, hand-over lists, the signing folder, the rarer commands. */
export async function walkOffices({ browser, address, visit }: Walk): Promise<void> {
  const opened: Desk[] = [];
  for (const account of ['ngan.pham', 'thu.nguyen', 'son.do'])
    opened.push(await signIn(browser, address, account));
  const [counter, specialist, leader] = opened.map(({ page }) => page);
  if (!counter || !specialist || !leader) throw new Error('somebody did not come in');
  const numbers = [await takeIn(counter, people.an), await takeIn(counter, people.bay)];
  await walkHandOver(counter, specialist, visit, numbers);
  await walkRarer({ counter, specialist, leader }, visit, numbers);
  for (const { context } of opened) await context.close();
}

async function walkHandOver(
  counter: Page,
  specialist: Page,
  visit: Visit,
  numbers: readonly string[],
): Promise<void> {
  await counter.goto('/lam-viec');
  for (const number of numbers) await counter.locator(`input[name="chon"][value$="~${number}"]`).check();
  await visit('work-ticked', counter, 'main');
  await counter.locator('button[name="lam"][value="forward"]').click();
  await visit('bulk-done', counter);
  await counter.goto('/lam-viec/ban-giao');
  await visit('hand-overs', counter);
  await counter.locator('main form button').first().click();
  await counter.waitForURL(/ban-giao\/[0-9a-f-]{36}/);
  await visit('hand-over-list', counter);
  await specialist.goto(new URL(counter.url()).pathname);
  await visit('hand-over-list-received', specialist);
  await specialist.locator('button[name="lam"][value="confirm-receipt"]').click();
  await specialist.waitForLoadState();
}

interface Three {
  readonly counter: Page;
  readonly specialist: Page;
  readonly leader: Page;
}

/** The form of each, and the dossier in the state it leads to. */
async function walkRarer(
  { counter, specialist, leader }: Three,
  visit: Visit,
  [paying = '', signing = '']: readonly string[],
): Promise<void> {
  const form = async (page: Page, number: string, slug: string, name: string) => {
    await page.goto(dossierPath(number, slug));
    await visit(name, page);
  };
  await form(counter, signing, 'sua-thu-tuc', 'form-correct-procedure');
  for (const number of [paying, signing]) await give(specialist, number, 'bat-dau');
  await form(specialist, paying, 'hoi-y-kien', 'form-ask-opinion');
  await form(specialist, paying, 'yeu-cau-nop-tien', 'form-ask-for-payment');
  await give(specialist, paying, 'yeu-cau-nop-tien', {
    amount: '350.000',
    basis: 'Thông báo số 12/TB-CCT ngày 28/07/2022',
  });
  await counter.goto(dossierPath(paying));
  await visit('dossier-awaiting-payment', counter);
  await form(counter, paying, 'da-nop-tien', 'form-record-payment');
  await give(specialist, signing, 'xong');
  await leader.goto('/lam-viec/ky');
  await visit('signing', leader, 'main');
  await form(leader, signing, 'hen-lai', 'form-re-appoint');
  await form(leader, signing, 'dung', 'form-stop');
  await leader.goto('/lam-viec/dieu-hanh');
  await visit('morning', leader, 'main');
  await leader.goto('/lam-viec/tinh-hinh');
  await visit('overview', leader);
  await leader.goto('/lam-viec/thong-ke');
  await visit('figures', leader);
  await walkReports(leader, visit);
  await leader.goto('/lam-viec/duong-di');
  await visit('ways', leader);
  await leader.locator('main table a').first().click();
  await leader.waitForURL(/thu-tuc=/);
  await visit('ways-procedure', leader, 'main');
}
