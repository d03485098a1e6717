/** One line of `SHA256SUMS`, which `sha256sum -c` reads too. */
export interface SumLine {
  readonly sha256: string;
  /** Below the folder of the list, with `/`. */
  readonly path: string;
}

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

export function sumsText(lines: readonly SumLine[]): string {
  const sorted = [...lines].sort((a, b) => (a.path < b.path ? -1 : 1));
  return sorted.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}

/** Null when a line is not one, a path leads out of the folder, or the list was cut. */
export function parseSums(text: string): SumLine[] | null {
  if (text !== '' && !text.endsWith('\n')) return null;
  const lines: SumLine[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sha256, path] = LINE.exec(line) ?? [];
    if (sha256 === undefined || path === undefined || !staysInside(path)) return null;
    lines.push({ sha256, path });
  }
  return lines;
}

/** A path below a folder that leads nowhere else. */
export function staysInside(path: string): boolean {
  return (
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !path.includes('\\')
  );
}
