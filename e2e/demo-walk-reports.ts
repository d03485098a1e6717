import type { Page } from 'playwright-core';
import type { Visit } from './visit.ts';

const days = '?ky=&tu=2022-07-01&den=2022-07-27';

/** The reports of a leader: a form, the dossiers behind a number, one that was frozen beside the same counted again. */
export async function walkReports(leader: Page, visit: Visit): Promise<void> {
  await leader.goto('/lam-viec/bao-cao/ii-06a');
  await visit('report-ii-06a', leader, 'main');
  await leader.locator('.report .sum a').first().click();
  await visit('report-behind', leader, 'main');
  await leader.goto('/lam-viec/bao-cao/ii-07b');
  await visit('report-ii-07b', leader);
  await leader.locator('.report .sum a').first().click();
  await visit('report-procedures', leader);
  await leader.goto('/lam-viec/bao-cao/thoi-han');
  await visit('report-timeliness', leader);
  await leader.goto('/lam-viec/bao-cao/nguyen-nhan');
  await visit('report-causes', leader);
  await leader.goto('/lam-viec/bao-cao/chi-so');
  await visit('report-indices', leader, 'main');
  await leader.goto('/lam-viec/bao-cao/ii-06a?ky=&tu=32/07/2022&den=01/07/2022');
  await visit('report-refused', leader);
  await leader.goto(`/lam-viec/bao-cao/ii-06a${days}`);
  await leader.locator('form[action*="/chot"] button').click();
  await leader.waitForURL(/da-chot/);
  await visit('report-frozen', leader);
  await leader.goto('/lam-viec/bao-cao');
  await visit('reports', leader);
}
