import type { Tx } from '#platform/db/database.ts';
import { contentId } from '#platform/random/content-id.ts';
import { versionsOf } from '../rules/derive.ts';
import type { CatalogueData } from '../rules/written.ts';
import { replaceClockEffects } from '../store/clock-effects.ts';
import { replaceLifeEvents } from '../store/life-events.ts';
import { keepVersions } from '../store/procedures.ts';

/** Loads db/seeds/{procedures,cases,life-events,clock-effects}.json as the owner, at start; again changes nothing. */
export async function loadCatalogue(tx: Tx, data: CatalogueData): Promise<{ versions: number }> {
  const contents = data.procedures.flatMap((written) => versionsOf(written, data.cases));
  const versions = contents.map((content, index) => ({
    id: contentId(content),
    ordinal: index + 1,
    content,
  }));
  await keepVersions(tx, versions);
  await replaceLifeEvents(tx, data.lifeEvents);
  await replaceClockEffects(tx, data.clockEffects);
  return { versions: versions.length };
}
