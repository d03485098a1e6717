import { every } from './every.ts';
import { listKeysOf } from './key-list.ts';
import { setSingleKeys, singleKeysOn } from './key-names.ts';

export function openDialogs(): void {
  every('[data-open-dialog]', (button) => {
    const dialog = document.getElementById(button.dataset['openDialog'] ?? '');
    button.setAttribute('role', 'button'); // with JavaScript its link leads nowhere
    button.addEventListener('click', (event) => {
      event.preventDefault();
      if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
      listKeysOf(dialog);
      dialog.showModal();
      dialog.querySelector<HTMLElement>('h2[tabindex]')?.focus(); // not a switch that the next Space would turn
    });
  });
  every<HTMLInputElement>('[data-single-keys]', (box) => {
    box.checked = singleKeysOn();
    box.addEventListener('change', () => setSingleKeys(box.checked));
  });
}

/** Opened menus close by Escape and by a press elsewhere. */
export function closeMenus(): void {
  const opened = () =>
    document.querySelectorAll<HTMLDetailsElement>('details.more[open], .nav details[open]');
  document.addEventListener('click', (event) => {
    for (const menu of opened()) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of opened()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
