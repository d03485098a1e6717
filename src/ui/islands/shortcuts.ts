import { isTyping, nameOfKey, singleKeysOn } from './key-names.ts';

/** Every element says itself which key it answers: `aria-keyshortcuts="F2"`. */
export function listenForShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.metaKey) return;
    const name = nameOfKey(event);
    if (name.length === 1 && (isTyping() || !singleKeysOn() || isInDialog())) return;
    if (name === 'Enter') return;
    const element = visibleElementFor(name);
    if (!element) return;
    event.preventDefault();
    use(element);
  });
}

function isInDialog(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

function visibleElementFor(name: string): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts~="${CSS.escape(name)}"]`);
  return [...all].find((element) => element.offsetParent !== null);
}

/** Fields take the focus, headings lead into their part, everything else is pressed. */
function use(element: HTMLElement): void {
  if (element.matches('input, select, textarea')) {
    element.focus();
  } else if (element.matches('h2, h3')) {
    const part = element.closest('section, fieldset');
    const find = (what: string) =>
      [...(part?.querySelectorAll<HTMLElement>(what) ?? [])].find((control) => control.offsetParent !== null);
    const control = find('input:not([type=hidden]), select, textarea') ?? find('a[href], button');
    (control ?? element).focus();
    element.scrollIntoView({ block: 'nearest' });
  } else {
    element.focus();
    element.click();
  }
}
