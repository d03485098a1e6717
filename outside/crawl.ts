import type { HtmlForm } from './html-forms.ts';
import { attribute, formsOf } from './html-forms.ts';
import type { Answer, Client } from './http-client.ts';
import { kindOf } from './known-routes.ts';

/** A form where it stood; the same form of another dossier is not found again. */
export interface FoundForm {
  readonly page: string;
  readonly form: HtmlForm;
}

/** Two of a kind are enough to have seen a page in another state. */
const EACH_KIND = 3;

/**
 * Every page that a person reaches by links, a few of each kind, and every kind of form that is posted from them.
 * `look` sees each answer.
 */
export async function crawl(
  client: Client,
  from: readonly string[],
  look: (answer: Answer, path: string) => void,
): Promise<FoundForm[]> {
  const seen = new Set(from); // what is added while we walk is walked too
  const kinds = new Map<string, number>();
  const forms = new Map<string, FoundForm>();
  for (const path of seen) {
    const count = (kinds.get(kindOf(path)) ?? 0) + 1;
    kinds.set(kindOf(path), count);
    if (count > EACH_KIND) continue;
    const answer = await client.get(path);
    look(answer, path);
    if (!answer.headers.get('content-type')?.includes('html')) continue;
    for (const form of postedFrom(answer)) forms.set(kindOf(form.action || path), { page: path, form });
    for (const link of linksOf(answer.body)) seen.add(link);
  }
  return [...forms.values()];
}

function postedFrom({ body }: Answer): HtmlForm[] {
  return formsOf(body).filter((form) => form.method === 'post' && !form.action.endsWith('/dang-xuat'));
}

function linksOf(html: string): string[] {
  const hrefs = [...html.matchAll(/<a\b([^>]*)>/g)].map(([, head = '']) => attribute(head, 'href') ?? '');
  return hrefs.filter((href) => /^\/(?!\/)/.test(href) && !/^\/(assets|ngon-ngu)\//.test(href));
}
