import { every } from './every.ts';

/** Counts ticked rows while they are ticked. */
export function countSelection(): void {
  every('[data-selected]', (counter) => {
    const form = counter.closest('form');
    const show = () => {
      const boxes = form?.querySelectorAll('table input[type=checkbox]:checked').length ?? 0;
      counter.textContent = (counter.dataset['selected'] ?? '{n}').replace('{n}', String(boxes));
    };
    form?.addEventListener('change', show);
    show();
  });
}
