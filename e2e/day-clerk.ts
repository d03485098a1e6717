import { expect } from 'vitest';
import { type Visitor, visitor } from './day-visitors.ts';
import type { Keyboard } from './keyboard.ts';

const CERTIFICATION = '/lam-viec/chung-thuc';
const INTAKE = '/lam-viec/tiep-nhan';

/** What is certified: the first work of every morning. */
export const certified: readonly Visitor[] = [
  ...Array.from({ length: 8 }, (_, at) => visitor('2.000815', at)),
  ...Array.from({ length: 3 }, (_, at) => visitor('2.000884', at + 8)),
];

/** What is handed in: eight procedures, of three sections. */
export const handedIn: readonly Visitor[] = [
  ...['1.001612', '1.001612', '1.001612', '2.000720', '2.000720', '1.001570', '1.001266', '1.001266'],
  ...['1.013227', '1.013227', '1.013228', '1.013274', '1.013274', '1.003930', '1.003930'],
].map((procedure, at) => visitor(procedure, at + 11));

/** What cannot be taken as it is: two are refused, two go home for a paper. */
export const refused: readonly Visitor[] = [visitor('1.001612', 26), visitor('1.013227', 27)];
export const incomplete: readonly Visitor[] = [visitor('2.000720', 28), visitor('1.013274', 29)];

/** The first key of the next person's work: from the page of numbers, or from the search for a procedure. */
export async function certify(keys: Keyboard, who: Visitor): Promise<void> {
  const { page } = keys;
  if (page.url().includes('/xong/') && who.procedure === '2.000815') await keys.press('n');
  else await chooseProcedure(keys, who.procedure);
  await keys.waitFor('[name="find"]');
  await keys.press('F2');
  await keys.type(who.scanned);
  await keys.press('Enter');
  await keys.waitFor('[name^="documents.0."]');
  await keys.tabTo('[name="documents.0.name"]');
  await keys.type(who.procedure === '2.000884' ? 'Giấy ủy quyền' : 'Giấy khai sinh');
  if (who.procedure === '2.000815') {
    await keys.press('Tab');
    await keys.type('2');
  }
  await keys.press('Control+Enter');
  await page.waitForURL(/\/xong\//);
  expect(await page.innerText('main')).toContain(who.name);
}

async function chooseProcedure(keys: Keyboard, procedure: string): Promise<void> {
  await keys.go(INTAKE);
  await keys.tabTo('main input[type="search"]');
  await keys.type(procedure);
  await keys.page.waitForSelector(`[role="option"] >> text=${procedure}`);
  await keys.press('ArrowDown', 'Enter');
}

/** Finds the procedure, reads the card, ticks every paper that the list asks for. */
export async function fillIn(keys: Keyboard, who: Visitor, papers: 'all' | 'none' = 'all'): Promise<void> {
  const { page } = keys;
  await chooseProcedure(keys, who.procedure);
  await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
  await keys.press('F2');
  await keys.type(who.scanned);
  await keys.press('Enter');
  await page.waitForFunction(
    (name) => document.querySelector<HTMLInputElement>('[name="applicants.0.name"]')?.value === name,
    who.name,
  );
  if (papers === 'all') await tickPapers(keys);
}

async function tickPapers(keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.press('Alt+3');
  const boxes = await page.locator('table.papers input[name$=".there"]').count();
  for (let at = 1; at <= boxes; at += 1) {
    await keys.tabTo(`[name="papers.paper-${at}.there"]`);
    await keys.press('Space');
  }
  if ((await page.locator('[name="fees.0.amount"]').count()) > 0) {
    await keys.tabTo('[name="fees.0.amount"]');
    await keys.type('50000');
  }
}

/** Accepts, and answers the number. */
export async function accept(keys: Keyboard): Promise<string> {
  await keys.press('Control+Enter');
  await keys.page.waitForURL(/ho-so\/.*moi=1/);
  return decodeURIComponent(new URL(keys.page.url()).pathname.split('/').at(-1) ?? '');
}

/** The reason is typed once and stands on the paper that the person takes home. */
export async function refuse(keys: Keyboard): Promise<void> {
  await keys.enter('button[formaction$="/toi-khong-tiep-nhan"]');
  await keys.page.waitForURL(/khong-tiep-nhan/);
  await keys.tabTo('[name="reason"]');
  await keys.type('Hồ sơ không thuộc thẩm quyền giải quyết của Ủy ban nhân dân huyện.');
  await keys.press('Control+Enter');
  await keys.page.waitForURL(/\/lam-viec\/ho-so\//);
  expect(await keys.page.innerText('main')).toContain('không thuộc thẩm quyền');
}

export async function sendHomeForPapers(keys: Keyboard): Promise<void> {
  await keys.enter('button[formaction$="/toi-bo-sung"]');
  await keys.page.waitForURL(/bo-sung/);
  // what is missing is ticked already
  await keys.tabTo('[name="reason"]');
  await keys.type('Thiếu văn bản đề nghị có chữ ký.');
  await keys.press('Control+Enter');
  await keys.page.waitForURL(/\/lam-viec\/ho-so\//);
}

/** The person is back with the paper: the dossier goes on where it stopped, nothing is typed again. */
export async function takeUpAgain(keys: Keyboard, who: Visitor): Promise<string> {
  await find(keys, who.card);
  await keys.press('j', 'Enter');
  await keys.page.waitForURL(/\/ho-so\//);
  await keys.press('t');
  await keys.page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
  await tickPapers(keys);
  return accept(keys);
}

/** By the search of the header: name, number of the card or number of the dossier. */
async function find(keys: Keyboard, words: string): Promise<void> {
  await keys.page.keyboard.press('Escape');
  await keys.press('/');
  await keys.waitFor('header input[name="q"]');
  await keys.type(words);
  await keys.press('Enter');
  await keys.page.waitForURL(/\/lam-viec\/tim\//);
}

/** The pile of the day: signed by hand, noted with one press. */
export async function signPile(keys: Keyboard): Promise<void> {
  await keys.go(CERTIFICATION);
  await keys.enter(`main a[href="${CERTIFICATION}/hom-nay"]`);
  await keys.page.waitForURL(/hom-nay/);
  await keys.page.keyboard.press('j');
  for (const _ of certified) await keys.press('x', 'j');
  await keys.press('Control+Enter');
  await keys.page.waitForURL(/da-ky=/);
}

/** From the list of what is ready to the next: the receiver is the person who asked. */
export async function handOverFirst(keys: Keyboard): Promise<void> {
  await keys.go('/lam-viec/tra-ket-qua');
  await keys.press('j', 'Enter');
  await keys.page.waitForURL(/\/ho-so\//);
  await keys.press('t');
  await keys.page.waitForURL(/ho-so\/.*\/tra-ket-qua/);
  await keys.tabTo('[name="proof"]');
  await keys.type('Ký nhận trong sổ chứng thực');
  await keys.press('Control+Enter');
  await keys.page.waitForURL(/xong=tra-ket-qua/);
}

/** Counts what lies in the drawer, and closes the day. */
export async function settle(keys: Keyboard, cash: string): Promise<void> {
  await keys.go('/lam-viec/thu-phi');
  await keys.enter('main table a');
  await keys.page.waitForURL(/thu-phi\/./);
  await keys.tabTo('[name="cash"]');
  await keys.type(cash);
  await keys.press('Control+Enter');
  await keys.page.waitForURL(/xong=closed/);
}
