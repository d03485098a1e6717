import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './browser.ts';

const rawKey =
  /\b(?:dossiers|cash|counter|certification|portal|protection|identity|ui|http|kernel|main|documents|incidents|catalogue|calendar|workflow|administration|help|reports|reminders)\.[a-z-]+(?:\.[a-z-]+)*\b/;
const english =
  /\b(?:the|and|with|your|please|submit|save|cancel|search|error|loading|undefined|null|NaN|Invalid)\b/i;

/** What holds on every page in every state: axe, no sideways scrolling, words, one heading, a title. */
export async function expectGood(name: string, page: Page): Promise<void> {
  await expectAccessible(page);
  const text = await page.locator('body').innerText();
  expect(rawKey.exec(text)?.[0], `${name}: a key instead of words`).toBeUndefined();
  expect(english.exec(text)?.[0], `${name}: English in a Vietnamese page`).toBeUndefined();
  expect(await page.locator('h1').count(), `${name}: headings of the first level`).toBe(1);
  const [title = '', site] = (await page.title()).split(' – ');
  expect([title.length > 2, Boolean(site)], `${name}: title "${title}"`).toEqual([true, true]);
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  for (const width of [360, size.width]) {
    await page.setViewportSize({ ...size, width });
    expect(await page.evaluate(whoCutsLetters), `${name} at ${width}: letters are cut`).toEqual([]);
  }
  await expectEnglish(name, page);
}

/** The same address in English, asked for beside the browser so that its own language stays. */
async function expectEnglish(name: string, page: Page): Promise<void> {
  const cookies = (await page.context().cookies()).filter((cookie) => cookie.name !== 'ngon-ngu');
  const cookie = [...cookies, { name: 'ngon-ngu', value: 'en' }]
    .map((one) => `${one.name}=${one.value}`)
    .join('; ');
  const answer = await fetch(page.url(), { headers: { cookie }, redirect: 'manual' });
  if (answer.status >= 300 && answer.status < 400) return; // the answer to a press has no address of its own
  const html = await answer.text();
  expect(html, `${name} in English`).toContain('<html lang="en"');
  const text = html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ');
  expect(rawKey.exec(text)?.[0], `${name} in English: a key instead of words`).toBeUndefined();
  expect(html.match(/<h1[\s>]/g)?.length, `${name} in English: headings`).toBe(1);
}

/**
 * A field shows only what is within its line, and what hides its overflow only what is within its box: the marks of Ẩ
 * and the dot of Ặ must not be cut. Answers who cuts.
 */
function whoCutsLetters(): string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  const cuts = (field: Element) => {
    const { fontWeight, fontSize, fontFamily, lineHeight, paddingTop, paddingBottom } =
      getComputedStyle(field);
    const isField = field.matches('input, select');
    const room = (padding: string) => (isField ? 0 : Number.parseFloat(padding));
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`; // `font` is empty once figures are tabular
    const text = context.measureText('ẨẪẰẶỘỞ');
    const leading = Number.parseFloat(lineHeight) - text.fontBoundingBoxAscent - text.fontBoundingBoxDescent;
    const above = text.fontBoundingBoxAscent + leading / 2 - text.actualBoundingBoxAscent;
    const below = text.fontBoundingBoxDescent + leading / 2 - text.actualBoundingBoxDescent;
    return Math.min(above + room(paddingTop), below + room(paddingBottom)) < 0;
  };
  const hasText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const hidesText = (element: HTMLElement) =>
    ['hidden', 'clip'].includes(getComputedStyle(element).overflowY) &&
    element.offsetHeight > 4 && // smaller is only heard
    hasText(element);
  const fields = document.querySelectorAll<HTMLElement>(
    'input:not([type=checkbox], [type=radio], [type=hidden], [type=file]), select',
  );
  const hiding = [...document.querySelectorAll<HTMLElement>('body *')].filter(hidesText);
  return [...fields, ...hiding]
    .filter((one) => one.offsetParent !== null && cuts(one))
    .map((one) => `${one.tagName.toLowerCase()} ${one.getAttribute('name') ?? one.className}`);
}

/** Dark, and with more contrast: the colours change, so axe looks again. */
export async function expectGoodColours(page: Page): Promise<void> {
  for (const scheme of [{ colorScheme: 'dark' }, { contrast: 'more' }] as const) {
    await page.emulateMedia(scheme);
    await expectAccessible(page, [1280]);
  }
  await page.emulateMedia({ colorScheme: null, contrast: null });
}
