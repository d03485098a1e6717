import { signIn } from './browser.ts';
import { dossierPath, record, takeIn } from './demo-desk.ts';
import { people } from './demo-people.ts';
import type { Walk } from './visit.ts';

/** What is said of time: why a date, what could not be used meanwhile, who is reminded of what. */
export async function walkTime({ browser, address, visit }: Walk): Promise<void> {
  const open = async (account: string) => signIn(browser, address, account);
  const [clerk, head, administrator] = [
    await open('ngan.pham'),
    await open('phuc.do'),
    await open('nghia.duong'),
  ];
  const number = await takeIn(clerk.page, people.o);
  await clerk.page.goto(dossierPath(number, 'vi-sao'));
  await visit('dossier-why', clerk.page, 'main');
  await administrator.page.goto('/quan-tri/su-co/ghi');
  await visit('incident-record', administrator.page);
  await record(administrator.page, '/quan-tri/su-co/ghi', {
    ...{ 'he-thong': 'network', 'tu-ngay': '28/07/2022', 'tu-gio': '07:30' },
    'noi-dung': 'Đứt đường truyền của huyện',
  });
  await administrator.page.goto('/quan-tri/su-co');
  await visit('incidents', administrator.page, 'main');
  await administrator.page.goto('/quan-tri/ten-mien-thu');
  await visit('mail-domains', administrator.page);
  for (const [name, path] of [
    ['reminders', ''],
    ['reminders-broken', '/vi-pham'],
    ['reminders-apologies', '/chua-xin-loi'],
    ['reminders-preference', '/cach-nhan'],
  ] as const) {
    await head.page.goto(`/lam-viec/nhac-viec${path}`);
    await visit(name, head.page);
  }
  for (const { context } of [clerk, head, administrator]) await context.close();
}
