import { readFileSync } from 'node:fs';
import type { PlaceData } from './index.ts';

const read = (name: string) => JSON.parse(readFileSync(`db/seeds/places/${name}`, 'utf8'));

/** The places of db/seeds, for tests. */
export function seedPlaces(): PlaceData {
  return {
    until20250630: read('units-until-2025-06-30.json'),
    from20250701: read('units-from-2025-07-01.json'),
    successions: read('successions-2025-07-01.json'),
  };
}
