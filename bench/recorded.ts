/** A statement as PostgreSQL was asked it. */
export interface Recorded {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

const HEAD = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \S+ \[\d+\] ([A-Z]+): {2}/;
/** What the programs do by the clock, whoever presses. */
const BY_THE_CLOCK = /"?platform"?\."?legal_clock"?/;

interface Entry {
  readonly kind: string;
  readonly text: string;
}

/** The entries of a log of the server; a line that goes on begins with a tab. */
function entriesOf(log: string): Entry[] {
  const entries: { kind: string; text: string }[] = [];
  for (const line of log.split('\n')) {
    const head = HEAD.exec(line);
    if (head) entries.push({ kind: head[1] ?? '', text: line.slice(head[0].length) });
    else if (line.startsWith('\t')) {
      const last = entries.at(-1);
      if (last) last.text += `\n${line.slice(1)}`;
    }
  }
  return entries;
}

/** `$1 = 'it''s', $2 = NULL` → the values. */
export function valuesOf(detail: string): (string | null)[] {
  const values: (string | null)[] = [];
  const pattern = /\$\d+ = (?:(NULL)|'((?:[^']|'')*)')/g;
  for (const [, nothing, text] of detail.matchAll(pattern))
    values.push(nothing ? null : (text ?? '').replaceAll("''", "'"));
  return values;
}

/** What of a log was asked, in its order, with the values; without what happens by the clock. */
export function recordedIn(log: string): Recorded[] {
  const asked: Recorded[] = [];
  const entries = entriesOf(log);
  for (const [index, { kind, text }] of entries.entries()) {
    const found = kind === 'LOG' ? /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(text) : null;
    if (!found || BY_THE_CLOCK.test(text)) continue;
    const next = entries[index + 1];
    const detail = next?.kind === 'DETAIL' ? /^Parameters: ([\s\S]*)$/.exec(next.text) : null;
    asked.push({ text: found[1] ?? '', values: detail ? valuesOf(detail[1] ?? '') : [] });
  }
  return asked;
}
