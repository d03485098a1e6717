import { every, fieldsOf } from './every.ts';

/**
 * `<form data-preview="/…" data-preview-target="id">`: when a field marked `data-affects` changes, the form is
 * posted for a piece of page that takes the place of the target's content: the due date before accepting. What
 * changes the page itself stands in `data-reload` and presses the form's button `data-reload-button`.
 */
export function previewChanges(): void {
  every<HTMLFormElement>('form[data-preview]', (form) => {
    let asked: AbortController | undefined;
    form.addEventListener('change', async (event) => {
      if (!(event.target instanceof Element)) return;
      if (event.target.closest('[data-reload]')) {
        form.querySelector<HTMLButtonElement>('[data-reload-button]')?.click();
        return;
      }
      if (!event.target.closest('[data-affects]')) return;
      const target = document.getElementById(form.dataset['previewTarget'] ?? '');
      asked?.abort();
      asked = new AbortController();
      try {
        const body = fieldsOf(form);
        const url = form.dataset['preview'] ?? '';
        const answer = await fetch(url, { method: 'POST', body, signal: asked.signal, redirect: 'error' });
        if (answer.ok && target) target.innerHTML = await answer.text();
      } catch {
        // The page as sent stays; sending the form reckons anew anyway.
      }
    });
  });
}
