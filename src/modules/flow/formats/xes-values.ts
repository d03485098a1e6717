import { instant } from '#kernel/instant.ts';
import type { LineDoubt, LogEvent, LogValue } from '../rules/log.ts';

/** Attributes of a case or an event by their keys. */
export type Values = Map<string, LogValue>;

/** Characters of a value or a key. */
export const MOST_TEXT = 2_000;

/** What an attribute of this kind says; a moment in legal time, seconds cut off. */
export function readValue(kind: string, text: string): LogValue | { readonly wrong: LineDoubt } {
  if (text.length > MOST_TEXT) return { wrong: 'text-too-long' };
  if (kind === 'date') return isMoment(text.trim()) ? instant(text.trim()) : { wrong: 'bad-date' };
  if (kind === 'boolean') return ['true', '1'].includes(text.trim());
  if (kind !== 'int' && kind !== 'float') return text;
  const number = Number(text);
  return text.trim() && Number.isFinite(number) ? number : { wrong: 'bad-number' };
}

/** The event that has these attributes; they are taken apart. */
export function eventOf(values: Values): LogEvent | { readonly wrong: LineDoubt; readonly what?: string } {
  const activity = takeText(values, 'concept:name');
  const at = takeText(values, 'time:timestamp');
  if (activity === null) return { wrong: 'event-without-name' };
  if (at === null || !isMoment(at)) return { wrong: 'event-without-time', what: activity };
  return {
    at: instant(at),
    activity,
    lifecycle: takeText(values, 'lifecycle:transition'),
    resource: takeText(values, 'org:resource'),
    role: takeText(values, 'org:role'),
    group: takeText(values, 'org:group'),
    attributes: Object.fromEntries(values),
  };
}

/** Takes it out; empty is as if it were not there. */
export function takeText(values: Values, key: string): string | null {
  const value = values.get(key);
  values.delete(key);
  return value === undefined || value === '' ? null : String(value);
}

function isMoment(text: string): boolean {
  try {
    instant(text);
    return true;
  } catch {
    return false;
  }
}
