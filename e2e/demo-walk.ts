import type { Page } from 'playwright-core';
import { type Desk, signIn } from './browser.ts';
import { dossierPath, fillDraft, give, startDraft, takeIn } from './demo-desk.ts';
import { people } from './demo-people.ts';
import { walkCash } from './demo-walk-cash.ts';
import type { Visit, Walk } from './visit.ts';

interface Desks {
  readonly counter: Page;
  readonly specialist: Page;
  readonly leader: Page;
  readonly clerk: Page;
}

/** Every page of the desk in every state that it has, along the life of a few dossiers. */
export async function walkDesk({ browser, address, visit }: Walk): Promise<string> {
  const open = (account: string) => signIn(browser, address, account);
  const opened: Desk[] = [];
  for (const account of ['ngan.pham', 'thu.nguyen', 'son.do', 'yen.vo']) opened.push(await open(account));
  const [counter, specialist, leader, clerk] = opened.map(({ page }) => page);
  if (!counter || !specialist || !leader || !clerk) throw new Error('somebody did not come in');
  const desks = { counter, specialist, leader, clerk };
  await visit('work-empty', specialist);
  await walkIntake(counter, visit);
  const numbers = await fillTheDesk(desks);
  await walkHandling(desks, visit, numbers);
  await walkEnd(desks, visit, numbers.decided);
  await walkLists(desks, visit);
  await walkCash({ browser, address, visit }, counter, numbers.accepted);
  return linkOf(counter, numbers.inWork);
}

/** The signed link that stands in the QR code of the receipt. */
async function linkOf(page: Page, number: string): Promise<string> {
  await page.goto(dossierPath(number));
  await openPaper(page, 'Giấy tiếp nhận');
  const link = await page.locator('main a[href*="/tra-cuu/"]').first().getAttribute('href');
  if (!link) throw new Error('the receipt has no signed link');
  return link;
}

async function walkIntake(page: Page, visit: Visit): Promise<void> {
  await page.goto('/lam-viec/tiep-nhan');
  await visit('intake-start', page);
  await page.goto('/lam-viec/tiep-nhan?q=kha%20sinh');
  await visit('intake-found', page);
  await startDraft(page, people.duyen.procedure);
  await page.locator('button[formaction$="/tiep-nhan"]').click();
  await visit('intake-refused', page);
  await fillDraft(page, people.duyen);
  await page.locator('[data-reload-button]').evaluate((button: HTMLElement) => button.click());
  await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}$/);
  await visit('intake', page, 'main');
  await page.locator('button[formaction$="/toi-khong-tiep-nhan"]').click();
  await visit('intake-not-accepted', page);
  await page.goBack();
  await page.locator('button[formaction$="/toi-bo-sung"]').click();
  await visit('intake-correction', page);
  await page.locator('input[name$=".asked"]').first().check();
  await page.locator('[name="reason"]').fill('Chưa ghi ngành, nghề kinh doanh.');
  await page.locator('main form button[type="submit"]').last().click();
  await page.waitForURL(/\/lam-viec\/ho-so\//);
  await visit('dossier-correction-asked', page);
  await openPaper(page);
  await visit('paper-completion-request', page);
  await startDraft(page, people.duc.procedure);
  await fillDraft(page, people.duc);
  await page.locator('button[formaction$="/toi-khong-tiep-nhan"]').click();
  await page.locator('[name="reason"]').fill('Hộ kinh doanh còn nợ thuế, chưa được chấm dứt hoạt động.');
  await page.locator('main form button[type="submit"]').last().click();
  await page.waitForURL(/\/lam-viec\/ho-so\//);
  await visit('dossier-not-accepted', page);
  await openPaper(page);
  await visit('paper-refusal', page);
}

/** The newest paper of that name made for the dossier whose page is open. */
async function openPaper(page: Page, name = ''): Promise<void> {
  const row = page.locator('table tr', { hasText: name });
  await row.locator('a[href*="/giay/"]:not([href$=".pdf"])').first().click();
  await page.waitForURL(/\/giay\//);
}

interface Numbers {
  readonly accepted: string;
  readonly inWork: string;
  readonly waiting: string;
  readonly decided: string;
}

/** Takes in what the lists are full of. */
async function fillTheDesk({ counter }: Desks): Promise<Numbers> {
  const decided = await takeIn(counter, people.an);
  const waiting = await takeIn(counter, people.bay);
  const inWork = await takeIn(counter, people.hoa);
  const others = [people.o, people.duc];
  const more: string[] = [];
  for (const one of others) more.push(await takeIn(counter, one));
  for (const number of [decided, waiting, inWork, ...more.slice(0, 1)]) await give(counter, number, 'chuyen');
  return { decided, waiting, inWork, accepted: more[1] ?? '' };
}

async function begin(page: Page, number: string): Promise<void> {
  await give(page, number, 'nhan');
  await give(page, number, 'bat-dau');
}

async function walkHandling({ counter, specialist }: Desks, visit: Visit, numbers: Numbers): Promise<void> {
  await counter.goto(`${dossierPath(numbers.accepted)}?moi=1`);
  await visit('dossier-accepted', counter);
  await openPaper(counter, 'Giấy tiếp nhận');
  await visit('paper-receipt', counter);
  await counter.goto(dossierPath(numbers.accepted));
  await counter.locator('form[action$="/phieu-kiem-soat"] button').click();
  await counter.waitForURL(/\/giay\//);
  await visit('paper-control-slip', counter);
  await counter.goto(dossierPath(numbers.accepted, 'sua'));
  await visit('dossier-correct-data', counter);
  await begin(specialist, numbers.inWork);
  await specialist.goto(dossierPath(numbers.inWork));
  await visit('dossier-in-work', specialist, 'main');
  await specialist.goto(dossierPath(numbers.inWork, 'dien-bien'));
  await visit('dossier-history', specialist);
  await specialist.goto(dossierPath(numbers.inWork, 'bo-sung'));
  await visit('form-supplement', specialist);
  await specialist.locator('main form[action$="/bo-sung"] button[type="submit"]').last().click();
  await visit('form-refused', specialist);
  await begin(specialist, numbers.waiting);
  const asked = {
    'item.0.what': 'Ghi đủ ngành, nghề kinh doanh',
    reason: 'Chưa ghi ngành, nghề kinh doanh.',
  };
  await give(specialist, numbers.waiting, 'bo-sung', asked);
  await give(counter, numbers.waiting, 'bao-bo-sung');
  await counter.goto(dossierPath(numbers.waiting));
  await visit('dossier-awaiting-supplement', counter);
  await counter.goto(dossierPath(numbers.waiting, 'nhan-bo-sung'));
  await visit('form-receive-supplement', counter);
  await begin(specialist, numbers.decided);
  await specialist.goto('/lam-viec');
  await visit('work', specialist, 'main');
}

async function walkEnd({ specialist, leader, clerk }: Desks, visit: Visit, number: string): Promise<void> {
  await specialist.goto(dossierPath(number, 'xong'));
  await visit('form-finish', specialist);
  await give(specialist, number, 'xong');
  await leader.goto(dossierPath(number));
  await visit('dossier-to-sign', leader);
  await leader.goto(dossierPath(number, 'ky'));
  await visit('form-sign', leader);
  await give(leader, number, 'ky');
  await clerk.goto(dossierPath(number));
  await visit('dossier-decided', clerk);
  await clerk.goto('/lam-viec/tra-ket-qua');
  await visit('results', clerk);
  await clerk.goto(dossierPath(number, 'tra-ket-qua'));
  await visit('form-hand-over', clerk);
  await give(clerk, number, 'tra-ket-qua', { proof: 'Chữ ký trên sổ trả kết quả, dòng 12' });
  await clerk.goto(dossierPath(number));
  await visit('dossier-returned', clerk);
  await openPaper(clerk);
  await visit('paper-result', clerk);
}

async function walkLists({ counter, specialist }: Desks, visit: Visit): Promise<void> {
  await counter.goto('/lam-viec/ho-so');
  await visit('dossiers', counter, 'main');
  await counter.locator('input[name="q"]').first().fill('Huynh Thi');
  await counter.locator('input[name="q"]').first().press('Enter');
  await visit('search', counter);
  await specialist.goto('/tai-khoan');
  await visit('account', specialist);
  await specialist.goto('/lam-viec/ho-so/000.00.00.H00-000000-0000');
  await visit('not-found', specialist);
}
