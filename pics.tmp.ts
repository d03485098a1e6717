import { openBrowser, signIn } from './e2e/browser.ts';

const b = await openBrowser();
const shots = async (who: string, list: [string, string][]) => {
  const { page, context } = await signIn(b, 'http://localhost:8391', who);
  for (const [name, url] of list) {
    await page.goto(url);
    for (const w of [1280, 360]) {
      await page.setViewportSize({ width: w, height: 900 });
      const h = Math.min(2600, await page.evaluate(() => document.documentElement.scrollHeight));
      await page.screenshot({
        path: `/tmp/w/import-pics/${name}-${w}.png`,
        fullPage: true,
        clip: { x: 0, y: 0, width: w, height: h },
      });
    }
  }
  await context.close();
};
await shots('thu.nguyen', [
  ['dossier', '/lam-viec/ho-so/HS-2022-00457'],
  ['history', '/lam-viec/ho-so/HS-2022-00457/dien-bien'],
  ['work', '/lam-viec'],
]);
await shots('ngan.pham', [['register', '/lam-viec/so-theo-doi?thang=2022-07']]);
await b.close();
