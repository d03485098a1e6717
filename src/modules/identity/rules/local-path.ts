/**
 * A path of this site to go back to after signing in, or the fallback: never another site, never the sign-in
 * pages themselves, nothing a browser could read as a host (`//`, `/\`) and no control characters.
 */
export function localPath(given: string | undefined, fallback: string): string {
  if (!given || given.length > 500 || !/^\/[\w\-./~%?=&;,+:@!*'()]*$/.test(given)) return fallback;
  if (given.startsWith('//') || /%5c|%2f%2f|%0|%1/i.test(given)) return fallback;
  return /^\/(dang-nhap|dang-xuat|moi)(\/|\?|$)/.test(given) ? fallback : given;
}
