import type { Browser, Page } from 'playwright-core';

/** Called with every page and state on the way; `main` ones are also looked at in dark and with more contrast. */
export type Visit = (name: string, page: Page, main?: 'main') => Promise<void>;

export interface Walk {
  readonly browser: Browser;
  readonly address: string;
  readonly visit: Visit;
}
