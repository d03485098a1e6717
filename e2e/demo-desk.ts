import type { Page } from 'playwright-core';

/** What a clerk types for one dossier of a demo. */
export interface DemoDossier {
  readonly procedure: string;
  readonly name: string;
  readonly card: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly address: string;
}

const intake = '/lam-viec/tiep-nhan';
export const dossierPath = (number: string, what = '') => `/lam-viec/ho-so/${number}${what && `/${what}`}`;

/** Opens a new draft of the procedure at the counter. */
export async function startDraft(page: Page, procedure: string): Promise<void> {
  await page.goto(`${intake}?q=${procedure}`);
  await page.locator('.procedures form button').first().click();
  await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
}

/** Fills in the whole page; every required paper is there. */
export async function fillDraft(page: Page, dossier: DemoDossier): Promise<void> {
  const field = (name: string) => page.locator(`[name="applicants.0.${name}"]`);
  await field('name').fill(dossier.name);
  await field('id-number').fill(dossier.card);
  await field('birth-date').fill(dossier.birthDate);
  await field('phone').fill(dossier.phone);
  await field('address').fill(dossier.address);
  await page.locator('table.papers input[type="checkbox"]').first().check();
  const open = page.locator('input[name^="fees."][name$=".amount"]');
  for (const fee of await open.all()) await fee.fill('50.000');
}

/** Takes a dossier in; answers its number. */
export async function takeIn(page: Page, dossier: DemoDossier): Promise<string> {
  await startDraft(page, dossier.procedure);
  await fillDraft(page, dossier);
  await page.locator('button[formaction$="/tiep-nhan"]').click();
  await page.waitForURL(/\/lam-viec\/ho-so\//);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

/** Gives one command on its own page, with what has to be written. */
export async function give(
  page: Page,
  number: string,
  slug: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.goto(dossierPath(number, slug));
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value);
  await page.locator(`main form[action$="/${slug}"] button[type="submit"]`).last().click();
  await page.waitForURL(/\?xong=/);
}

/** Fills in a form on a page of its own and presses: what is typed, ticked, or chosen by its value or its text. */
export async function record(
  page: Page,
  path: string,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(path);
  for (const [name, value] of Object.entries(typed)) {
    if ((await page.locator(`select[name="${name}"]`).count()) > 0) await choose(page, name, value);
    else if ((await page.locator(`input[type="radio"][name="${name}"]`).count()) > 0)
      await page.check(`input[name="${name}"][value="${value}"]`);
    else await page.fill(`[name="${name}"]`, value);
  }
  await page.locator(`main form[action="${path}"] button[type="submit"]`).click();
  const moved = await page.waitForURL((url) => url.pathname !== path, { timeout: 8000 }).catch(() => null);
  if (moved === null) throw new Error(await page.innerText('main'));
}

async function choose(page: Page, name: string, wanted: string): Promise<void> {
  const options = page.locator(`select[name="${name}"] option`);
  const byValue = page.locator(`select[name="${name}"] option[value="${wanted}"]`);
  const option = (await byValue.count()) > 0 ? byValue : options.filter({ hasText: wanted }).first();
  await page.selectOption(`select[name="${name}"]`, (await option.getAttribute('value')) ?? '');
}
