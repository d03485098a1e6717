import { type Answer, textOf } from './http-client.ts';

export const AWAY_TITLE = 'Tạm thời chưa phục vụ được';
export const DISK_FULL_TITLE = 'Máy chủ hết chỗ lưu';

/** What is wrong with the one page that tells a person all and a stranger nothing; undefined: nothing. */
export function wrongWithAwayPage(
  { status, body, headers }: Answer,
  titles: readonly string[],
): string | undefined {
  const text = textOf(body);
  const said = `${status} ${text.slice(0, 200)}`;
  if (status !== 503) return `answered ${said}`;
  if (!titles.some((title) => text.includes(title))) return `says none of ${titles.join(', ')}: ${said}`;
  const reference = headers.get('x-request-id') ?? '';
  if (!/^[2-9A-Z]{4}-[2-9A-Z]{4}$/.test(reference) || !text.includes(reference))
    return `has no reference to read out: ${said}`;
  if (text.includes(AWAY_TITLE) && headers.get('retry-after') !== '10')
    return `does not say when to come again: ${said}`;
  if (/\bError\b|postgres|ECONN|ENOSPC|node_modules|\.ts:\d|\bat \w+ \(/i.test(body))
    return `tells something of the inside: ${said}`;
  return undefined;
}
