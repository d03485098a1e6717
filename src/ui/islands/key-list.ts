/** `Ctrl Enter`, `j k`, `Alt 1–5` as printed: the keys it stands for, as `aria-keyshortcuts` writes them. */
export function keysPrinted(printed: string): string[] {
  const parts = printed.replaceAll('Ctrl', 'Control').split(' ');
  const isHeld = (part: string) => part === 'Control' || part === 'Alt';
  const held = parts.filter(isHeld);
  const keys = parts.filter((part) => !isHeld(part)).flatMap(spread);
  return keys.map((key) => [...held, key].join('+'));
}

/** `1–5` → 1, 2, 3, 4, 5. */
function spread(part: string): string[] {
  const [, from = '', to = ''] = /^(\d)–(\d)$/.exec(part) ?? [];
  if (!from) return [part];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => String(Number(from) + i));
}

/**
 * The page says the keys that need words; whatever else answers a key now is added with its own name, so that the
 * list is whole on every page and in every state.
 */
export function listKeysOf(dialog: HTMLElement): void {
  const list = dialog.querySelector('[data-keys]');
  if (!list) return;
  for (const added of list.querySelectorAll('[data-added]')) added.remove();
  const said = new Set(
    [...list.querySelectorAll('kbd')].flatMap((kbd) => keysPrinted(kbd.textContent ?? '')),
  );
  for (const element of document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')) {
    if (element.offsetParent === null || dialog.contains(element)) continue;
    for (const key of (element.getAttribute('aria-keyshortcuts') ?? '').split(' ')) {
      if (said.has(key)) continue;
      said.add(key);
      list.prepend(...row(key.replace('Control', 'Ctrl').replaceAll('+', ' '), nameOf(element)));
    }
  }
}

function row(printed: string, text: string): HTMLElement[] {
  const term = document.createElement('dt');
  const spoken = document.createElement('span');
  spoken.className = 'ds-sr-only';
  spoken.textContent = printed;
  const kbd = document.createElement('kbd');
  kbd.ariaHidden = 'true';
  kbd.textContent = printed;
  term.append(spoken, kbd);
  const description = document.createElement('dd');
  description.textContent = text;
  for (const part of [term, description]) part.dataset['added'] = '';
  return [term, description];
}

/** What stands on it, without the hint of its key. */
function nameOf(element: HTMLElement): string {
  const label =
    element.ariaLabel ?? (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null);
  if (label) return label.trim();
  const copy = element.cloneNode(true) as HTMLElement;
  for (const hint of copy.querySelectorAll('kbd, svg')) hint.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
