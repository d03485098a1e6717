import { createInterface } from 'node:readline/promises';
import type { Say } from '../say.ts';
import type { Kind } from './installation.ts';

/** Asked once, where somebody sits before a terminal; else it is a demo. */
export async function askKind(say: Say): Promise<Kind> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 'demo';
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (;;) {
      const typed = (await terminal.question(say.t('main.start.ask-kind'))).trim();
      if (typed === '' || typed === '1') return 'demo';
      if (typed === '2') return 'real';
    }
  } finally {
    terminal.close();
  }
}
