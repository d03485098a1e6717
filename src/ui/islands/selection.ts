import { every } from './every.ts';

/** Counts ticked rows while they are ticked; one press ticks all that are shown, or none. */
export function countSelection(): void {
  every('[data-selected]', (counter) => {
    const form = counter.closest('form');
    if (!form) return;
    const show = () => {
      const ticked = boxesOf(form).filter((box) => box.checked).length;
      counter.textContent = (counter.dataset['selected'] ?? '{n}').replace('{n}', String(ticked));
    };
    form.addEventListener('change', show);
    form.querySelector('[data-select-all]')?.addEventListener('click', () => {
      const boxes = boxesOf(form);
      const wanted = boxes.some((box) => !box.checked);
      for (const box of boxes) box.checked = wanted;
      show();
    });
    show();
  });
}

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('table input[type=checkbox]')];
}
