/** Letters of short cuts can be switched off on this machine (WCAG 2.1.4). */
const SETTING = 'motcua-single-keys';

export function singleKeysOn(): boolean {
  return localStorage.getItem(SETTING) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(SETTING, on ? 'on' : 'off');
}

/** A pressed key as `aria-keyshortcuts` writes it: `Control+Enter`, `Alt+1`, `F2`, `j`, `?`. */
export function nameOfKey(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = event.altKey && digit ? digit : event.key;
  return `${event.ctrlKey ? 'Control+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
}

/** Whether letters typed now belong to a field. */
export function isTyping(): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(active.type);
  return active instanceof HTMLTextAreaElement || active instanceof HTMLSelectElement;
}
