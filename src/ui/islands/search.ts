import { every } from './every.ts';

interface Hit {
  readonly label: string;
  readonly note?: string;
  readonly href: string;
  /** Where choosing makes something: what the form named by `data-search-form` sends as `code`. */
  readonly press?: string;
}

const WAIT_MS = 150;

/** Finds while typing. The server ignores diacritics and ranks; without scripts the form asks for a page. */
export function searchWhileTyping(): void {
  every<HTMLInputElement>('input[data-search]', (input) => new SearchBox(input).start());
}

class SearchBox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement | null;
  waiting = 0;
  asked: AbortController | undefined;

  constructor(input: HTMLInputElement) {
    this.input = input;
    this.list = document.createElement('ul');
    this.list.className = 'hits';
    this.list.id = `${input.id}-hits`;
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', input.dataset['searchLabel'] ?? '');
    this.status = document.getElementById(input.dataset['searchStatus'] ?? '');
  }

  start(): void {
    this.input.setAttribute('role', 'combobox');
    this.input.setAttribute('aria-autocomplete', 'list');
    this.input.setAttribute('aria-expanded', 'false');
    this.input.setAttribute('aria-controls', this.list.id);
    (this.input.closest('.find, .ds-field') ?? this.input).after(this.list);
    this.input.addEventListener('input', () => {
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => void this.ask(), WAIT_MS);
    });
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    document.addEventListener('click', (event) => {
      if (event.target instanceof Node && !this.list.contains(event.target)) this.close();
    });
  }

  async ask(): Promise<void> {
    this.asked?.abort();
    const text = this.input.value.trim();
    if (text.length < 2) return this.close();
    this.asked = new AbortController();
    const address = new URL(this.input.dataset['search'] ?? '', window.location.href);
    address.searchParams.set('q', text);
    try {
      const answer = await fetch(address, { signal: this.asked.signal });
      if (answer.ok) this.show(((await answer.json()) as { items: Hit[] }).items);
    } catch {
      // Aborted by the next letter, or no network: the form still asks for a page.
    }
  }

  show(hits: readonly Hit[]): void {
    this.list.replaceChildren(...hits.map((hit, index) => this.option(hit, index)));
    this.list.hidden = hits.length === 0;
    this.input.setAttribute('aria-expanded', String(hits.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    const { searchNone = '', searchSome = '' } = this.input.dataset;
    if (this.status)
      this.status.textContent =
        hits.length === 0 ? searchNone : searchSome.replace('{n}', String(hits.length));
  }

  option({ label, note, href, press }: Hit, index: number): HTMLElement {
    const item = document.createElement('li');
    item.setAttribute('role', 'option');
    item.id = `${this.list.id}-${index}`;
    item.dataset['href'] = href;
    if (press) item.dataset['press'] = press;
    const name = document.createElement('strong');
    name.textContent = label;
    item.append(name);
    if (note) {
      const more = document.createElement('small');
      more.textContent = note;
      item.append(more);
    }
    item.addEventListener('click', () => this.choose(item));
    return item;
  }

  onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    if (this.list.hidden) return;
    const current = this.list.querySelector<HTMLElement>('[aria-selected="true"]');
    if (event.key === 'Enter' && current?.dataset['href']) {
      event.preventDefault();
      this.choose(current);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const items = [...this.list.children] as HTMLElement[];
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const from = current ? items.indexOf(current) : step > 0 ? -1 : items.length;
    this.select(items[(from + step + items.length) % items.length], current);
  }

  choose(item: HTMLElement): void {
    const form = document.getElementById(this.input.dataset['searchForm'] ?? '');
    const { press, href } = item.dataset;
    const field = form instanceof HTMLFormElement && press ? form.elements.namedItem('code') : null;
    if (form instanceof HTMLFormElement && press && field instanceof HTMLInputElement) {
      field.value = press;
      form.requestSubmit();
    } else if (href) window.location.assign(href);
  }

  select(item: HTMLElement | undefined, before: HTMLElement | null): void {
    before?.removeAttribute('aria-selected');
    if (!item) return;
    item.setAttribute('aria-selected', 'true');
    item.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', item.id);
  }

  close(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}
