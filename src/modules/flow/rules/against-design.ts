/** How a way differs from the process as it was designed; all empty: it was followed. */
export interface Deviation {
  /** Steps that were never done. */
  readonly skipped: readonly string[];
  /** Steps that were done more than once. */
  readonly again: readonly string[];
  /** What the design does not have. */
  readonly added: readonly string[];
  /** Steps that were done first after one that should have come later. */
  readonly late: readonly string[];
}

/**
 * `design`: codes of the steps in their order, each once. Of each kind a code is named once, in the order of the design or
 * the way. A way that has one of `endings` as its last move ended early: what would have come then was not skipped.
 */
export function againstDesign(
  design: readonly string[],
  moves: readonly string[],
  endings: readonly string[] = [],
): Deviation {
  const times = new Map<string, number>();
  for (const move of moves) times.set(move, (times.get(move) ?? 0) + 1);
  const late: string[] = [];
  let furthest = -1;
  for (const move of times.keys()) {
    const place = design.indexOf(move);
    if (place === -1) continue;
    if (place < furthest) late.push(move);
    furthest = Math.max(furthest, place);
  }
  const reached = endings.includes(moves.at(-1) ?? '') ? furthest + 1 : design.length;
  return {
    skipped: design.slice(0, reached).filter((step) => !times.has(step)),
    again: design.filter((step) => (times.get(step) ?? 0) > 1),
    added: [...times.keys()].filter((move) => !design.includes(move)),
    late,
  };
}

export function isAsDesigned({ skipped, again, added, late }: Deviation): boolean {
  return [skipped, again, added, late].every((codes) => codes.length === 0);
}
