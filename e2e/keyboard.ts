import type { Page } from 'playwright-core';

/** Hands that never touch the mouse. Counts presses: Tab, Enter, arrows, each key of a combination, but no typed words. */
export class Keyboard {
  pressed = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...presses: readonly string[]): Promise<void> {
    for (const keys of presses) {
      this.pressed += keys.split('+').length;
      await this.page.keyboard.press(keys);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Waits until it has the focus by itself, as a person would. */
  async waitFor(selector: string): Promise<void> {
    const isThere = (wanted: string) => document.activeElement?.matches(wanted) ?? false;
    await this.page.waitForFunction(isThere, selector);
  }

  /** Typed once the field has the focus by itself. */
  async typeInto(name: string, text: string): Promise<void> {
    await this.waitFor(`[name="${name}"]`);
    await this.type(text);
  }

  async tabTo(selector: string): Promise<void> {
    const isThere = (wanted: string) => document.activeElement?.matches(wanted) ?? false;
    for (let tabs = 0; tabs < 200; tabs += 1) {
      if (await this.page.evaluate(isThere, selector)) return;
      await this.press('Tab');
    }
    throw new Error(`no way to ${selector} by Tab at ${this.page.url()}`);
  }

  /** Tab to what stands there, and Enter. */
  async enter(selector: string): Promise<void> {
    await this.tabTo(selector);
    await this.press('Enter');
  }

  /** By the menu of the header; what has no room there stands behind “Thêm”. */
  async go(path: string): Promise<void> {
    const link = this.page.locator(`header nav a[href="${path}"]:visible`);
    await this.tabTo('header nav a');
    if ((await link.count()) === 0) await this.enter('header nav details summary');
    await this.enter(`header nav a[href="${path}"]`);
    await this.page.waitForURL((url) => url.pathname === path);
  }
}
