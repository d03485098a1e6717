import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './root.ts';

export function version(): string {
  const file = readFileSync(join(projectRoot(), 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
