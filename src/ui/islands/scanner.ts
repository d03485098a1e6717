import { every, fieldsOf } from './every.ts';

interface Reading {
  readonly ok: boolean;
  /** What was read, or why not and what to do. */
  readonly message: string;
  /** Values by name of the field. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The reader types the text of the card's code and ends with Enter. The server takes it apart, so that there is
 * one reading of it; without scripts the button beside the field does the same by a page.
 */
export function readScanner(): void {
  every<HTMLInputElement>('input[data-scan]', (input) => {
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      if (input.value.includes('|')) void read(input);
    });
    input.addEventListener('paste', () => {
      window.setTimeout(() => {
        if (input.value.split('|').length > 5) void read(input);
      });
    });
  });
}

async function read(input: HTMLInputElement): Promise<void> {
  const form = input.form;
  const url = input.dataset['scan'];
  if (!form || !url) return;
  const body = fieldsOf(form); // whom the card belongs to depends on what is typed already
  try {
    const answer = await fetch(url, { method: 'POST', body });
    fill(form, input, (await answer.json()) as Reading);
  } catch {
    input.closest('section, .ds-field')?.querySelector<HTMLButtonElement>('[data-scan-button]')?.click();
  }
}

function fill(form: HTMLFormElement, input: HTMLInputElement, reading: Reading): void {
  const status = document.getElementById(input.dataset['scanStatus'] ?? '');
  if (status) {
    status.textContent = reading.message;
    status.dataset['color'] = reading.ok ? 'success' : 'danger';
  }
  for (const [name, value] of Object.entries(reading.fields)) {
    const field = form.elements.namedItem(name);
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof RadioNodeList
    ) {
      field.value = value;
    }
  }
  input.value = '';
  form.dispatchEvent(new Event('input', { bubbles: true }));
}
