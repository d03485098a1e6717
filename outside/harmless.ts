import { unescapeHtml } from './html-forms.ts';
import { type Answer, textOf } from './http-client.ts';

/** No failure of the program, nothing of its inside, nothing that a browser would run. */
export function expectHarmless(answer: Answer, what: string): void {
  const wrong = harmIn(answer);
  if (wrong) throw new Error(`${what}: ${wrong}, ${answer.status} ${textOf(answer.body).slice(0, 300)}`);
}

/**
 * What is wrong with an answer to whatever was sent; undefined: nothing. `typed`: what people typed that looks like
 * something of the inside; a page may say it back as text.
 */
export function harmIn(answer: Answer, typed: readonly string[] = []): string | undefined {
  const { status, body, headers, location } = answer;
  const type = headers.get('content-type') ?? '';
  if (status >= 500) return 'a failure';
  if (headers.getSetCookie().some((line) => line.startsWith('session=stolen')))
    return 'a header of the sender';
  if (location !== '' && !/^\/(?![/\\])/.test(location)) return `leads away to ${location}`;
  if (!/html|json/.test(type)) return undefined;
  const html = type.includes('html');
  if (html && /<script>alert|<img src=x/.test(body)) return 'markup of the sender';
  if (html && /\b(href|src|action|formaction)="\s*(javascript|vbscript):/i.test(body))
    return 'a script in an address';
  const written = typed.reduce(
    (rest, text) => rest.replaceAll(text, ''),
    unescapeHtml(body.replace(/name="_csrf" value="[^"]*"/g, '')), // random letters may spell anything
  );
  if (html && /\{[a-z]+\.[a-z.]+\}/.test(written)) return 'a key of the words';
  if (/node_modules|\bat \S+ \(.*:\d+:\d+\)|syntax error at|\bpg_|violates /.test(written))
    return 'something of the inside';
  return undefined;
}
