import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('a log that cannot be written hurts nobody who logs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-log-'));
  symlinkSync('/dev/full', join(folder, 'web.log')); // whoever writes there hears that the disk is full
  const log = createLog({ program: 'web', file: join(folder, 'web.log') });
  for (let line = 0; line < 3; line += 1) expect(() => log.info('something happened')).not.toThrow();
  rmSync(folder, { recursive: true });
});
