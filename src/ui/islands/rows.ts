import { every } from './every.ts';
import { isTyping, singleKeysOn } from './key-names.ts';

/** j and k go down and up the list, x ticks, Enter opens: the row under the cursor is marked. */
export function walkRows(): void {
  every<HTMLTableElement>('table[data-walk]', (table) => {
    const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.group)')];
    rows[0]?.classList.add('at');
    let walking = false;
    document.addEventListener('keydown', (event) => {
      if (isForOthers(event)) return;
      const begins = !walking && (event.key === 'j' || event.key === 'k');
      if (begins)
        moveTo(rows, 0, 0); // the first step is onto the first row, not past it
      else if (!walk(rows, event.key)) return;
      walking ||= begins;
      event.preventDefault();
    });
  });
}

/** Does what the key says; false when it says nothing here. */
function walk(rows: readonly HTMLTableRowElement[], key: string): boolean {
  const at = rows.findIndex((row) => row.classList.contains('at'));
  if (key === 'j') moveTo(rows, at, at + 1);
  else if (key === 'k') moveTo(rows, at, at - 1);
  else if (key === 'x') rows[at]?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  else if (key === 'Enter' && isNowhere()) linkOf(rows[at])?.click();
  else return false;
  return true;
}

function isForOthers(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return true;
  return isTyping() || !singleKeysOn() || document.querySelector('dialog[open]') !== null;
}

function moveTo(rows: readonly HTMLTableRowElement[], from: number, to: number): void {
  const row = rows[to];
  if (!row) return;
  rows[from]?.classList.remove('at');
  row.classList.add('at');
  linkOf(row)?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function linkOf(row: HTMLTableRowElement | undefined): HTMLAnchorElement | null {
  return row?.querySelector<HTMLAnchorElement>('.nr a, a[href]') ?? null;
}

function isNowhere(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.id === 'noi-dung';
}
