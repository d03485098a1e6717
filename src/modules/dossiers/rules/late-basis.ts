import type { Instant } from '#kernel/instant.ts';
import type { LateIncident } from './late-slices.ts';

/**
 * From what the cause of a late dossier is reckoned, as a text to compare: its history by length, the incidents of its
 * time, and the day while it is open.
 */
export function lateBasis(
  { seq, receivedAt, endedAt }: { seq: number; receivedAt: Instant; endedAt: Instant | null },
  incidents: readonly LateIncident[],
  now: Instant,
): string {
  const until = endedAt ?? now;
  const own = incidents
    .filter(({ from, to }) => from < until && (to === null || to > receivedAt))
    .map(({ id, to }) => `${id}:${to !== null && to < until ? to : ''}`)
    .sort();
  return [seq, endedAt === null ? now.slice(0, 10) : '', ...own].join(' ');
}
