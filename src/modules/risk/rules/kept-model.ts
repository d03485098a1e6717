import { nothingSeen, type Seen } from './hazard.ts';
import { LateShares, nobodyStood, type Stood } from './late-shares.ts';
import type { Model } from './model.ts';
import { PastTimes } from './past-times.ts';

/** Bands with something in them: `[band, one, other, band, …]`. */
type KeptBands = readonly number[];
type KeptPlaces = Readonly<Record<string, KeptBands>>;

type Whole = Pick<Model, 'weights' | 'seasons' | 'curve' | 'usual' | 'each'>;

/** A model as it is kept. */
export interface KeptModel extends Whole {
  readonly version: 2;
  readonly past: KeptPlaces;
  readonly shares: KeptPlaces;
}

export function keepModel({ past, shares, weights, seasons, curve, usual, each }: Model): KeptModel {
  return {
    ...{ version: 2, weights, seasons, curve, usual, each },
    past: Object.fromEntries(
      [...past.seen].map(([place, { ended, left }]) => [place, keepBands(ended, left)]),
    ),
    shares: Object.fromEntries(
      [...shares.stood].map(([place, { all, late }]) => [place, keepBands(all, late)]),
    ),
  };
}

/** Null: it was kept by a program that learnt otherwise; there will be a new one. */
export function openModel({ version, past, shares, ...whole }: KeptModel): Model | null {
  if (version !== 2) return null;
  return {
    ...whole,
    past: new PastTimes(opened(past, openSeen)),
    shares: new LateShares(opened(shares, openStood)),
  };
}

const opened = <T>(kept: KeptPlaces, open: (bands: KeptBands) => T): Map<string, T> =>
  new Map(Object.entries(kept).map(([place, bands]) => [place, open(bands)]));

function openSeen(kept: KeptBands): Seen {
  const seen = nothingSeen();
  fill(kept, seen.ended, seen.left);
  return seen;
}

function openStood(kept: KeptBands): Stood {
  const stood = nobodyStood();
  fill(kept, stood.all, stood.late);
  return stood;
}

function keepBands(one: Float64Array, other: Float64Array): KeptBands {
  const kept: number[] = [];
  for (let band = 0; band < one.length; band += 1) {
    const [first, second] = [one[band] ?? 0, other[band] ?? 0];
    if (first + second > 0) kept.push(band, first, second);
  }
  return kept;
}

function fill(kept: KeptBands, one: Float64Array, other: Float64Array): void {
  for (let i = 0; i + 2 < kept.length; i += 3) {
    const band = kept[i] ?? 0;
    one[band] = kept[i + 1] ?? 0;
    other[band] = kept[i + 2] ?? 0;
  }
}
