/** After this the answer is lost, or it was a paper that opened beside the page. */
const LONG_MS = 8000;

/** A second press does nothing while the first is under way; the server recognises repeats by itself. */
export function guardDoublePress(): void {
  const sending = new WeakSet<HTMLFormElement>();
  const release = (form: HTMLFormElement) => {
    sending.delete(form);
    form.removeAttribute('aria-busy');
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
    if (sending.has(form)) {
      event.preventDefault();
      return;
    }
    sending.add(form);
    form.setAttribute('aria-busy', 'true');
    window.setTimeout(() => release(form), LONG_MS);
  });
  // Coming back by the browser's history must find the form alive.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.forms) release(form);
  });
}
