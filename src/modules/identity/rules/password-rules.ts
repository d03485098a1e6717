import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** Known to everybody: a demo's sign-ins, and what people try first. A real installation refuses them. */
export const DEMO_PASSWORD = 'Minh-hoa-2022!';

const LENGTH_WITH_SECOND_FACTOR = 8;
const LENGTH_ALONE = 14;
const LONGEST = 200;
/** Not one of the last ten (regulation.md §7.2). */
export const REMEMBERED_PASSWORDS = 10;

const wellKnown = [DEMO_PASSWORD, 'minhhoa-2022', 'password', 'matkhau', '12345678', 'qwertyui', 'admin123'];

/** The same password however the keyboard composed its letters. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFC');
}

export interface PasswordFacts {
  readonly password: string;
  readonly accountName: string;
  /** A second factor is set up, or will be before anything else can be done. */
  readonly secondFactor: boolean;
}

/**
 * Whether a new password may be used: 8 characters with a second factor, else 14 with four classes (lower case,
 * upper case, figure, other). Refuses `identity/password-…`.
 */
export function checkNewPassword({ password, accountName, secondFactor }: PasswordFacts): Outcome<string> {
  const length = [...password].length;
  const least = secondFactor ? LENGTH_WITH_SECOND_FACTOR : LENGTH_ALONE;
  if (length < least) return refused('identity/password-too-short', { least, length }, 'password');
  if (length > LONGEST) return refused('identity/password-too-long', { most: LONGEST }, 'password');
  if (!secondFactor && classesOf(password) < 4) return refused('identity/password-classes', {}, 'password');
  const folded = password.toLowerCase();
  if (folded.includes(accountName.toLowerCase())) {
    return refused('identity/password-has-account', {}, 'password');
  }
  const known = wellKnown.some((one) => folded === one.toLowerCase()) || new Set(folded).size < 4;
  return known ? refused('identity/password-known', {}, 'password') : accepted(password);
}

function classesOf(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(password)).length;
}
