import type { Tx } from '#platform/db/database.ts';
import { type PlaceData, successionRows, unitRows } from '../rules/place-data.ts';
import { insertSuccessions, insertUnits } from '../store.ts';

/** Loads db/seeds/places as the owner, at start; loading again changes nothing. */
export async function loadPlaces(tx: Tx, data: PlaceData): Promise<{ units: number; successions: number }> {
  const units = unitRows(data);
  const successions = successionRows(data);
  await insertUnits(tx, units);
  await insertSuccessions(tx, successions);
  return { units: units.length, successions: successions.length };
}
