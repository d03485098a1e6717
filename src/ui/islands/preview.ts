import { every, fieldsOf } from './every.ts';

const TYPING_MS = 250;

/**
 * `<form data-preview="/…" data-preview-target="id">`: when a field marked `data-affects` changes, the form is
 * posted for a piece of page that takes the place of the target's content: the due date before accepting. In
 * `data-affects="typing"` it follows the typing. What changes the page itself stands in `data-reload` and presses
 * the form's button `data-reload-button`.
 */
export function previewChanges(): void {
  every<HTMLFormElement>('form[data-preview]', (form) => {
    const show = previewOf(form);
    let waiting = 0;
    form.addEventListener('input', (event) => {
      if (!isIn(event, '[data-affects="typing"]')) return;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(show, TYPING_MS);
    });
    form.addEventListener('change', (event) => {
      if (isIn(event, '[data-reload]'))
        form.querySelector<HTMLButtonElement>('[data-reload-button]')?.click();
      else if (isIn(event, '[data-affects]')) void show();
    });
  });
}

function isIn({ target }: Event, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/** Asks for the piece as the form stands now; an older question is given up. */
function previewOf(form: HTMLFormElement): () => Promise<void> {
  let asked: AbortController | undefined;
  return async () => {
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
  };
}
