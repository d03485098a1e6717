import { every } from './every.ts';

/** The error summary takes the focus; its links lead into the fields, not only to them. */
export function focusErrors(): void {
  every('[data-focus]', (summary) => {
    summary.focus();
    summary.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const target = link ? document.getElementById(link.hash.slice(1)) : null;
      if (!target) return;
      event.preventDefault();
      target.focus();
      target.scrollIntoView({ block: 'center' });
    });
  });
}
