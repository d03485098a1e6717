import { type CivilDate, civilDate, dateOf } from '#kernel/civil-date.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import { listSuccessors, searchUnits, type Unit, unitPath } from '#modules/places/index.ts';
import type { RowReader } from '../rules/doubt.ts';
import { placesIn } from '../rules/places-in.ts';
import type { OldRow } from '../rules/read-row.ts';
import type { Known } from './known.ts';

/** Last day of the units before the two-level government. */
const BEFORE = civilDate('2025-06-30');

type Found =
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'abolished'; readonly name: string; readonly now: string };

/** The commune of an address: there now, abolished (and what followed), or never heard of. The address stays. */
export async function checkPlace(known: Known, reader: RowReader, row: OldRow): Promise<void> {
  const places = placesIn(row.applicant.address);
  const [commune] = places;
  if (!commune) return;
  const received = dateOf(row.receivedAt);
  const found = await known.once(`place ${received} ${places.join()}`, () => find(known, places, received));
  if (found.kind === 'unknown') reader.warning('place-unknown', 'address', { name: found.name });
  if (found.kind === 'abolished')
    reader.add('note', 'place-abolished', 'address', { name: found.name, now: found.now });
}

async function find(known: Known, places: readonly string[], received: CivilDate): Promise<Found> {
  const [name = ''] = places;
  const { today } = known;
  if ((await unitsCalled(known, places, today)).length > 0) return { kind: 'known' };
  for (const day of [received, BEFORE]) {
    const [unit, another] = day < today ? await unitsCalled(known, places, day) : [];
    if (!unit) continue;
    const successors = another ? [] : await listSuccessors(known.q, unit.code);
    const now = successors.map((one) => one.unit.name).join(', ');
    return now ? { kind: 'abolished', name: unit.name, now } : { kind: 'known' };
  }
  return { kind: 'unknown', name };
}

/** Communes of this name whose districts and province are those of the address, as far as it names them. */
async function unitsCalled(known: Known, places: readonly string[], on: CivilDate): Promise<Unit[]> {
  const [name = '', ...above] = places;
  const units = await searchUnits(known.q, { text: name, on, level: 'commune', limit: 50 });
  const found: Unit[] = [];
  for (const unit of units) {
    if (fold(unit.name) !== name) continue;
    const path = fold(await unitPath(known.q, unit.code, on));
    if (above.every((one) => path.includes(one))) found.push(unit);
  }
  return found;
}
