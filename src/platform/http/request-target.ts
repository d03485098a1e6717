/** Where an address leads that nobody can read: nowhere, so it is answered with the page that tells so. */
const UNREADABLE = '/dia-chi-khong-doc-duoc';

/**
 * What the request line asks for, whatever was put there: `//`, `/\`, a whole address (proxies send one), `*`,
 * broken escapes, a NUL. The answer begins with exactly one slash: as a link or a redirect it stays on this site.
 */
export function targetOf(url: string): string {
  const local = url.replace(/#.*$/s, '').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?\\]*/i, '');
  const [before = '', ...query] = local.split('?');
  const path = `/${before.replace(/^[\s/\\]+/, '')}`;
  return isReadable(path) && !url.includes('%00') ? [path, ...query].join('?') : UNREADABLE;
}

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}
