import { hostileValues } from './hostile-values.ts';
import type { HtmlForm } from './html-forms.ts';
import { attribute, formsOf } from './html-forms.ts';
import { type Answer, type Client, filled, textOf } from './http-client.ts';

/** A form where it stood; the same form of another dossier is not tried again. */
export interface FoundForm {
  readonly page: string;
  readonly form: HtmlForm;
}

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}|\d{3}\.[0-9.]+H\d\d[^/?]*|[0-9A-Z]{4,}(?:-[0-9A-Z]{4,})+/g;
const kindOf = (address: string) => address.replace(/[?#].*$/, '').replace(ids, ':id');

/** Two of a kind are enough to have seen a page in another state. */
const EACH_KIND = 3;

/** Every page that a person reaches by links, a few of each kind, and every kind of form on them. */
export async function crawl(client: Client, from: readonly string[]): Promise<FoundForm[]> {
  const seen = new Set(from); // what is added while we walk is walked too
  const kinds = new Map<string, number>();
  const forms = new Map<string, FoundForm>();
  for (const path of seen) {
    const count = (kinds.get(kindOf(path)) ?? 0) + 1;
    kinds.set(kindOf(path), count);
    if (count > EACH_KIND) continue;
    const answer = await client.get(path);
    expectHarmless(answer, `GET ${path}`);
    if (!answer.headers.get('content-type')?.includes('html')) continue;
    for (const form of toAttack(answer)) forms.set(kindOf(form.action || path), { page: path, form });
    for (const link of linksOf(answer.body)) seen.add(link);
  }
  return [...forms.values()];
}

function toAttack({ body }: Answer): HtmlForm[] {
  return formsOf(body).filter((form) => form.method === 'post' && !form.action.endsWith('/dang-xuat'));
}

function linksOf(html: string): string[] {
  const hrefs = [...html.matchAll(/<a\b([^>]*)>/g)].map(([, head = '']) => attribute(head, 'href') ?? '');
  return hrefs.filter((href) => /^\/(?!\/)/.test(href) && !/^\/(assets|ngon-ngu)\//.test(href));
}

/** Sends a form once for each of its fields and each hostile value, then broken as a whole; counts what it sent. */
export async function attack(client: Client, { page, form }: FoundForm): Promise<number> {
  const action = form.action || page;
  const typed = form.fields.filter((field) => field.name !== '_csrf');
  let current = form;
  let sent = 0;
  const send = async (what: string, pairs: readonly (readonly [string, string])[]) => {
    const answer = form.multipart
      ? await client.upload(action, Object.fromEntries(pairs), [])
      : await client.post(action, pairs);
    expectHarmless(answer, `POST ${action}, ${what}`);
    sent += 1;
    current = formsOf(answer.body).find((one) => one.action === form.action) ?? current;
  };
  for (const { name } of typed) {
    for (const [kind, value] of Object.entries(hostileValues))
      await send(`${kind} in ${name}`, Object.entries(filled(current, { [name]: value.toWellFormed() })));
    const own = Object.entries(filled(current));
    await send(
      `without ${name}`,
      own.filter(([key]) => key !== name),
    );
    await send(`${name} twice`, [...own, [name, 'a'], [name, 'b'], [`${name}.x`, 'c'], [`${name}[]`, 'd']]);
  }
  await send('unknown fields', [
    ...Object.entries(filled(current)),
    ['__proto__', 'x'],
    ['constructor.prototype', 'x'],
  ]);
  return sent;
}

/** No failure of the program, nothing of its inside, nothing that a browser would run. */
export function expectHarmless(answer: Answer, what: string): void {
  const { status, body, headers } = answer;
  const type = headers.get('content-type') ?? '';
  const said = () => `${what}: ${status} ${textOf(body).slice(0, 300)}`;
  if (status >= 500) throw new Error(said());
  if (headers.getSetCookie().some((line) => line.startsWith('session=stolen'))) throw new Error(said());
  if (!/html|json/.test(type)) return;
  if (/<script>alert|<img src=x|\{[a-z]+\.[a-z.]+\}/.test(body) && type.includes('html'))
    throw new Error(said());
  const written = body.replace(/name="_csrf" value="[^"]*"/g, ''); // random letters may spell anything
  if (/node_modules|\bat \S+ \(.*:\d+:\d+\)|syntax error at|\bpg_|violates /.test(written))
    throw new Error(said());
}
