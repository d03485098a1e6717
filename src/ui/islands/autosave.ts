import { every, fieldsOf } from './every.ts';

const WAIT_MS = 3000;

/** Keeps what was typed: a few seconds after the last change, and when the page is left. */
export function saveDrafts(): void {
  every<HTMLFormElement>('form[data-autosave]', (form) => {
    let waiting = 0;
    let changed = false;
    let sent = false;
    const url = form.dataset['autosave'] ?? '';
    const save = async () => {
      changed = false;
      const saved = await send(url, form);
      if (!saved && !sent) {
        changed = true;
        waiting = window.setTimeout(save, WAIT_MS * 3);
      }
    };
    form.addEventListener('input', () => {
      changed = true;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(save, WAIT_MS);
    });
    form.addEventListener('submit', () => {
      sent = true;
      window.clearTimeout(waiting);
    });
    window.addEventListener('pagehide', () => {
      if (changed && !sent) navigator.sendBeacon(url, fieldsOf(form));
    });
  });
}

/** The answer is `{"time": "08:12"}`; anything else, the sign-in page too, means not saved. */
async function send(url: string, form: HTMLFormElement): Promise<boolean> {
  const status = form.querySelector<HTMLElement>('[data-autosave-status]');
  try {
    const answer = await fetch(url, { method: 'POST', body: fieldsOf(form), redirect: 'error' });
    if (!answer.ok) throw new Error(String(answer.status));
    const { time } = (await answer.json()) as { time: string };
    if (status) status.textContent = (status.dataset['saved'] ?? '').replace('{time}', time);
    return true;
  } catch {
    if (status) status.textContent = status.dataset['failed'] ?? '';
    return false;
  }
}
