import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Installation } from '../outside/installation.ts';
import { signIn } from './browser.ts';
import type { Visit } from './visit.ts';

/** The system administrator's page about the installation: red without a backup, then with one. */
export async function walkHealth(browser: Browser, installation: Installation, visit: Visit): Promise<void> {
  const { page, context } = await signIn(browser, installation.address, 'nghia.duong');
  await page.goto('/quan-tri/suc-khoe');
  await page.locator('.ds-alert[data-color="danger"]').waitFor();
  await visit('health-no-backup', page, 'main');
  const made = await installation.command('backup', join(installation.folder, 'backups'));
  if (made.code !== 0) throw new Error(made.printed);
  await page.reload();
  await visit('health', page);
  await context.close();
}
