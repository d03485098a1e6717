import { BANDS, countSeen, nothingSeen, type Seen } from './hazard.ts';
import type { Model } from './model.ts';
import { PastTimes } from './past-times.ts';

/** Bands with something in them: `[band, ended, left, band, …]`. */
type KeptSeen = readonly number[];

/** A model as it is kept. */
export interface KeptModel {
  readonly version: 1;
  readonly weights: readonly number[];
  readonly curve: Model['curve'];
  readonly usual: Model['usual'];
  readonly past: Readonly<Record<string, KeptSeen>>;
}

/** Of a place with so little the wider one says the same. */
const LEAST_KEPT = 3;

export function keepModel({ past, weights, curve, usual }: Model): KeptModel {
  const worth = [...past.seen].filter(([, seen]) => countSeen(seen) >= LEAST_KEPT);
  const kept = Object.fromEntries(worth.map(([place, seen]) => [place, keepSeen(seen)]));
  return { version: 1, weights, curve, usual, past: kept };
}

export function openModel({ past, weights, curve, usual }: KeptModel): Model {
  const seen = new Map(Object.entries(past).map(([place, kept]) => [place, openSeen(kept)]));
  return { past: new PastTimes(seen), weights, curve, usual };
}

function keepSeen({ ended, left }: Seen): KeptSeen {
  const kept: number[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    const [ends, leaves] = [ended[band] ?? 0, left[band] ?? 0];
    if (ends + leaves > 0) kept.push(band, ends, leaves);
  }
  return kept;
}

function openSeen(kept: KeptSeen): Seen {
  const seen = nothingSeen();
  for (let i = 0; i + 2 < kept.length; i += 3) {
    const band = kept[i] ?? 0;
    seen.ended[band] = kept[i + 1] ?? 0;
    seen.left[band] = kept[i + 2] ?? 0;
  }
  return seen;
}
