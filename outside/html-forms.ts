/** A field of a form as a browser would send it. */
export interface HtmlField {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly sent: boolean;
  /** What a list offers. */
  readonly options?: readonly string[];
}

export interface HtmlForm {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  readonly html: string;
  readonly fields: readonly HtmlField[];
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name] ?? '');
}

/** The forms of a page of ours, whose attributes always stand in double quotes. */
export function formsOf(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => {
    const id = attribute(head, 'id');
    const outside = id === undefined ? [] : tagsOf(html).filter((tag) => attribute(tag.head, 'form') === id);
    const inside = tagsOf(body).filter((tag) => (attribute(tag.head, 'form') ?? id) === id);
    return {
      action: attribute(head, 'action') ?? '',
      method: (attribute(head, 'method') ?? 'get').toLowerCase(),
      multipart: attribute(head, 'enctype') === 'multipart/form-data',
      html: body,
      fields: [...inside, ...outside].map(fieldOf).filter((field) => field.name !== ''),
    };
  });
}

interface Tag {
  readonly tag: string;
  readonly head: string;
  readonly inner: string;
}

function tagsOf(html: string): Tag[] {
  const inputs = [...html.matchAll(/<(input)\b([^>]*)>/g)];
  const blocks = [...html.matchAll(/<(select|textarea|button)\b([^>]*)>([\s\S]*?)<\/\1>/g)];
  return [...inputs, ...blocks].map(([, tag = '', head = '', inner = '']) => ({ tag, head, inner }));
}

export function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}(?:="([^"]*)")?(?=\\s|/|$)`, 'i').exec(head);
  return found ? unescapeHtml(found[1] ?? '') : undefined;
}

function fieldOf({ tag, head, inner }: Tag): HtmlField {
  const name = attribute(head, 'disabled') === undefined ? (attribute(head, 'name') ?? '') : '';
  const type = tag === 'input' ? (attribute(head, 'type') ?? 'text') : tag;
  if (tag === 'textarea') return { name, type, value: unescapeHtml(inner.replace(/^\n/, '')), sent: true };
  if (tag === 'select') {
    const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) => head);
    const chosen = options.find((head) => attribute(head, 'selected') !== undefined) ?? options[0];
    const values = options.map((head) => attribute(head, 'value') ?? '');
    return { name, type, value: attribute(chosen ?? '', 'value') ?? '', sent: true, options: values };
  }
  const value = attribute(head, 'value') ?? '';
  const ticked = attribute(head, 'checked') !== undefined;
  if (type === 'checkbox' || type === 'radio') return { name, type, value: value || 'on', sent: ticked };
  return { name, type, value, sent: !['button', 'submit', 'file', 'image', 'reset'].includes(type) };
}
