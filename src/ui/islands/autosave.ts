import { every, fieldsOf } from './every.ts';

const WAIT_MS = 3000;
const AGAIN_MS = 5000;
/** A server that says nothing for so long is away. */
const PATIENCE_MS = 10_000;

type Outcome =
  | { readonly kind: 'saved'; readonly time: string }
  /** Tried again by itself. */
  | { readonly kind: 'waiting'; readonly why: 'noAnswer' | 'away' | 'signedOut' }
  /** Trying again is of no use: what the server says, with the way out where another window was faster. */
  | { readonly kind: 'refused'; readonly message: string; readonly conflict: boolean };

/** Keeps what was typed: a few seconds after the last change, and when the page is left. */
export function saveDrafts(): void {
  every<HTMLFormElement>('form[data-autosave]', (form) => {
    let waiting = 0;
    let changed = false;
    let sent = false;
    const url = form.dataset['autosave'] ?? '';
    const save = async () => {
      changed = false;
      const outcome = await send(url, form);
      show(form, outcome);
      if (outcome.kind === 'saved' || sent) return;
      changed = true;
      window.clearTimeout(waiting);
      if (outcome.kind === 'waiting') waiting = window.setTimeout(save, AGAIN_MS);
    };
    form.addEventListener('input', () => {
      changed = true;
      sent = false; // who types is still here: the press before did not get through
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

async function send(url: string, form: HTMLFormElement): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(url, { method: 'POST', body: fieldsOf(form), redirect: 'error', signal });
    if (answer.status === 401 || answer.status === 403) return { kind: 'waiting', why: 'signedOut' };
    if (answer.status === 429 || answer.status >= 500) return { kind: 'waiting', why: 'away' };
    const said = (await answer.json()) as { time?: string; message?: string };
    if (answer.ok) return { kind: 'saved', time: said.time ?? '' };
    return { kind: 'refused', message: said.message ?? '', conflict: answer.status === 409 };
  } catch {
    return { kind: 'waiting', why: 'noAnswer' };
  }
}

/** At once, and in sight: not to be kept is what the person has to know. */
function show(form: HTMLFormElement, outcome: Outcome): void {
  const status = form.querySelector<HTMLElement>('[data-autosave-status]');
  const conflict = form.querySelector<HTMLElement>('[data-autosave-conflict]');
  if (conflict) conflict.hidden = outcome.kind !== 'refused' || !outcome.conflict;
  if (!status) return;
  status.textContent = textOf(outcome, status.dataset);
  status.closest('.autosave')?.toggleAttribute('data-trouble', outcome.kind !== 'saved');
}

function textOf(outcome: Outcome, words: DOMStringMap): string {
  if (outcome.kind === 'refused') return outcome.message;
  if (outcome.kind === 'waiting') return words[outcome.why] ?? '';
  return (words['saved'] ?? '').replace('{time}', outcome.time);
}
