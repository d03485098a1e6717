import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KnownRoute {
  readonly method: 'GET' | 'POST';
  /** With `:name` for what differs. */
  readonly path: string;
}

/** Every route of the program, as the table of access says them; a test of the program keeps that whole. */
export function knownRoutes(): KnownRoute[] {
  const table = readFileSync(join(import.meta.dirname, '..', 'docs', 'access.md'), 'utf8');
  const rows = [...table.matchAll(/^\| (GET|POST) (\S+) \|/gm)];
  return rows.map(([, method = '', path = '']) => ({ method: method as 'GET' | 'POST', path }));
}

const paths = [...new Set(knownRoutes().map(({ path }) => path))];
/** Of two that fit the one with more words of its own is meant. */
const patterns = paths
  .sort((a, b) => a.split(':').length - b.split(':').length)
  .map((path) => ({ path, fits: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`) }));

/** The route that an address means, with `:name` for whatever names one of many; each act on an account is its own. */
export function kindOf(address: string): string {
  const bare = address.replace(/[?#].*$/, '');
  const found = patterns.find(({ fits }) => fits.test(bare))?.path ?? bare;
  return found.replace(/:act$/, () => bare.split('/').at(-1) ?? '');
}
