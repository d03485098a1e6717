import type { PortalSite } from './testing.ts';

export interface Answer {
  readonly status: number;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** What a person reads: tags out, blanks joined, entities resolved. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(span|b|strong|a|i)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replace(/[ \n\t]+/g, ' ');
}

export async function ask(
  { server }: PortalSite,
  url: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return answerOf(await server.inject({ url, headers }));
}

/** Opens the form and sends it, as a browser does. */
export async function lookUpTyped({ server }: PortalSite, number: string): Promise<Answer> {
  const form = await server.inject('/tra-cuu');
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
  const cookie = String([form.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
  const payload = new URLSearchParams({ _csrf: token, so: number }).toString();
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  return answerOf(await server.inject({ method: 'POST', url: '/tra-cuu', headers, payload }));
}

interface Injected {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: object;
}

function answerOf({ statusCode, body, headers }: Injected): Answer {
  return { status: statusCode, html: body, text: textOf(body), headers: { ...headers } };
}
