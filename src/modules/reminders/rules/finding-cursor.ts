import { type Instant, isInstant } from '#kernel/instant.ts';
import { type LawRule, lawRules } from './law-rule.ts';

/** The last line of a page of findings. */
export interface FindingCursor {
  readonly since: Instant;
  readonly dossierId: string;
  readonly rule: LawRule;
  readonly order: number;
}

export function cursorText({ since, dossierId, rule, order }: FindingCursor): string {
  return [since, dossierId, rule, order].join('~');
}

/** What no page wrote is no place: the list begins anew. */
export function readCursor(text: string | undefined): FindingCursor | null {
  const [since = '', dossierId = '', written, order = ''] = (text ?? '').split('~');
  const rule = lawRules.find((one) => one === written);
  if (!rule || !isInstant(since) || !/^[0-9a-f-]{36}$/.test(dossierId) || !/^\d{1,6}$/.test(order))
    return null;
  return { since, dossierId, rule, order: Number(order) };
}
