import { foldedWords } from '#kernel/vietnamese-text.ts';

/** Where sign-in names end; longer ones are cut. */
const LONGEST = 40;

/** `Phạm Thị Kim Ngân` → `ngan.pham`, or `ngan.pham2` … where that is taken. */
export function proposedAccountName(name: string, taken: ReadonlySet<string>): string {
  const words = foldedWords(name).map((word) => word.replace(/[^a-z0-9]/g, ''));
  const [family = '', given = ''] = [words[0], words.at(-1)];
  const plain = (words.length > 1 ? `${given}.${family}` : given).slice(0, LONGEST) || 'can.bo';
  for (let n = 1; ; n += 1) {
    const proposed = n === 1 ? plain : `${plain}${n}`;
    if (!taken.has(proposed)) return proposed;
  }
}

export function isAccountName(text: string): boolean {
  return text.length <= LONGEST && /^[a-z0-9]+([._-][a-z0-9]+)*$/.test(text);
}
