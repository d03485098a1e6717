import { createHash } from 'node:crypto';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import type { Done, DossierDeps, Press, PressOnDossier } from './deps.ts';

/** A ticked line: the dossier, and how much of its history the list showed. */
export interface Chosen {
  readonly number: string;
  readonly seenSeq: number;
}

export interface BulkLine {
  readonly number: string;
  /** Null: done, now or by the same press before. */
  readonly refusal: Refusal | null;
}

/**
 * One press on many dossiers: each in a transaction of its own, so that one that is refused holds up no other.
 * The same press again acts on none twice.
 */
export async function actOnMany(
  deps: DossierDeps,
  press: Press,
  chosen: readonly Chosen[],
  act: (deps: DossierDeps, press: PressOnDossier) => Promise<Outcome<Done>>,
): Promise<BulkLine[]> {
  const lines: BulkLine[] = [];
  for (const { number, seenSeq } of chosen) {
    const key = keyOf(press.key, number);
    const done = await act(deps, { ...press, key, number, seenSeq });
    lines.push({ number, refusal: done.ok ? null : done.refusal });
  }
  return lines;
}

/** A key of its own for each dossier of the press (a UUID by name, as in RFC 9562, version 8). */
export function keyOf(key: string, number: string): string {
  const hex = createHash('sha256').update(`${key} ${number}`).digest('hex');
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
