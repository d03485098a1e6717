import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { officeHours, type WrittenSpan } from '#kernel/working-time/office-hours.ts';

const SPAN = /^(\d{1,2})[:hg.]?(\d{2})?\s*[-–]\s*(\d{1,2})[:hg.]?(\d{2})?$/i;
const MOST_SPANS = 4;

/**
 * Hours as people write them: `07:00-11:30, 13:30-17:00`, also `7h-11h30; 13h30-17h`. Empty text is no span.
 * Refuses `calendar/hours-unreadable` (shape, a time that does not exist) and `calendar/hours-out-of-order`.
 */
export function parseSpans(text: string, field: string): Outcome<readonly WrittenSpan[]> {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length > MOST_SPANS) return refused('calendar/hours-unreadable', { text }, field);
  const spans: WrittenSpan[] = [];
  for (const part of parts) {
    const found = SPAN.exec(part);
    const from = found && timeOf(found[1], found[2]);
    const to = found && timeOf(found[3], found[4]);
    if (!from || !to) return refused('calendar/hours-unreadable', { text: part }, field);
    spans.push([from, to]);
  }
  if (spans.length > 0 && !areInOrder(spans)) return refused('calendar/hours-out-of-order', {}, field);
  return accepted(spans);
}

function timeOf(hour = '', minute = '00'): string | undefined {
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function areInOrder(spans: readonly WrittenSpan[]): boolean {
  try {
    officeHours(spans);
    return true;
  } catch {
    return false;
  }
}

/** `07:00–11:30, 13:30–17:00` */
export function spansInWords(spans: readonly WrittenSpan[]): string {
  return spans.map(([from, to]) => `${from}–${to}`).join(', ');
}
