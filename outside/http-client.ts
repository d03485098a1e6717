import { formsOf, type HtmlForm, unescapeHtml } from './html-forms.ts';

/** Every account of a demo has it. */
export const DEMO_PASSWORD = 'Minh-hoa-2022!';

export type Fields = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

export interface FileToSend {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A browser of one person without scripts and without a screen; follows no redirects. */
export class Client {
  readonly address: string;
  readonly cookies = new Map<string, string>();
  /** From where it comes, where the installation believes a proxy: limits count addresses. */
  from: string | undefined;

  constructor(address: string) {
    this.address = address;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const from = this.from ? { 'x-forwarded-for': this.from } : {};
    const headers = { ...(cookie ? { cookie } : {}), ...from, ...(init.headers as Record<string, string>) };
    const response = await fetch(new URL(path, this.address), { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      body: new TextDecoder().decode(bytes),
      bytes,
      headers: response.headers,
    };
  }

  /** A cookie that an answer sets or takes away. */
  protected keep(line: string): void {
    const [pair = ''] = line.split(';', 1);
    const at = pair.indexOf('=');
    const gone = /max-age=0|expires=thu, 01 jan 1970/i.test(line);
    if (gone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  get(path: string): Promise<Answer> {
    return this.ask(path);
  }

  post(path: string, fields: Fields | readonly (readonly [string, string])[]): Promise<Answer> {
    const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
    return this.ask(path, { method: 'POST', body: new URLSearchParams(pairs as [string, string][]) });
  }

  upload(path: string, fields: Fields, files: readonly FileToSend[]): Promise<Answer> {
    const body = new FormData();
    body.append('_csrf', fields['_csrf'] ?? ''); // has to stand first
    for (const [name, value] of Object.entries(fields)) if (name !== '_csrf') body.append(name, value);
    for (const { field, name, bytes } of files)
      body.append(field, new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
    return this.ask(path, { method: 'POST', body });
  }

  /** The form of a page whose address ends so. */
  async form(path: string, action: string | RegExp): Promise<HtmlForm> {
    const answer = await this.get(path);
    return formOf(answer, action);
  }
}

export function formOf({ status, location, body }: Answer, action: string | RegExp): HtmlForm {
  const fits = (given: string) => (typeof action === 'string' ? given.endsWith(action) : action.test(given));
  const form = formsOf(body).find((one) => one.method === 'post' && fits(one.action));
  if (!form) throw new Error(`no form ${action} in an answer ${status} ${location}: ${textOf(body)}`);
  return form;
}

/** What a browser would send of it, with changes. */
export function filled(form: HtmlForm, change: Fields = {}): Record<string, string> {
  const own = form.fields.filter((field) => field.sent).map(({ name, value }) => [name, value] as const);
  return { ...Object.fromEntries(own), ...change };
}

/** Lists where nothing is chosen: their first choice. */
export function firstChoices(form: HtmlForm): Record<string, string> {
  const open = form.fields.filter(({ options, value }) => options !== undefined && value === '');
  return Object.fromEntries(
    open.map(({ name, options }) => [name, options?.find((one) => one !== '') ?? '']),
  );
}

/** What a person reads. */
export function textOf(html: string): string {
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  const bare = main.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
  return unescapeHtml(bare).replace(/\s+/g, ' ').trim();
}

/** Signs in by password and, where one is asked for, the code that a demo shows. */
export async function signedIn(address: string, account: string, password = DEMO_PASSWORD): Promise<Client> {
  const client = new Client(address);
  await signIn(client, account, password);
  return client;
}

export async function signIn(client: Client, account: string, password = DEMO_PASSWORD): Promise<void> {
  const form = await client.form('/dang-nhap', '/dang-nhap');
  let answer = await client.post(form.action, filled(form, { 'tai-khoan': account, 'mat-khau': password }));
  if (answer.location.startsWith('/dang-nhap/ma')) {
    const page = await client.get(answer.location);
    const code = /<code>(\d{6})<\/code>/.exec(page.body)?.[1] ?? '';
    const asked = formOf(page, '/dang-nhap/ma');
    answer = await client.post(asked.action, filled(asked, { ma: code }));
  }
  if (answer.status !== 303 || answer.location.startsWith('/dang-nhap'))
    throw new Error(`${account} was not let in: ${answer.status} ${textOf(answer.body)}`);
}
