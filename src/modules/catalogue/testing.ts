import { readFileSync } from 'node:fs';
import type { CatalogueData } from './index.ts';

const read = (name: string) => JSON.parse(readFileSync(`db/seeds/${name}`, 'utf8'));

/** The catalogue of db/seeds, for tests. */
export function seedCatalogue(): CatalogueData {
  return {
    procedures: read('procedures.json').procedures,
    cases: read('cases.json'),
    lifeEvents: read('life-events.json').events,
    clockEffects: read('clock-effects.json').effects,
  };
}
