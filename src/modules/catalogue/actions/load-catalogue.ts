import { createHash } from 'node:crypto';
import type { Tx } from '#platform/db/database.ts';
import { type ProcedureContent, versionsOf } from '../rules/derive.ts';
import type { CatalogueData } from '../rules/written.ts';
import { replaceLifeEvents } from '../store/life-events.ts';
import type { VersionToKeep } from '../store/procedure-row.ts';
import { keepVersions } from '../store/procedures.ts';

/** Loads db/seeds/{procedures,cases,life-events}.json as the owner, at start; again changes nothing. */
export async function loadCatalogue(tx: Tx, data: CatalogueData): Promise<{ versions: number }> {
  const contents = data.procedures.flatMap((written) => versionsOf(written, data.cases));
  const versions = contents.map(versionToKeep);
  await keepVersions(tx, versions);
  await replaceLifeEvents(tx, data.lifeEvents);
  return { versions: versions.length };
}

/** The id follows from the content: the same content is the same version in every installation. */
function versionToKeep(content: ProcedureContent, index: number): VersionToKeep {
  const contentSha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { id: uuidOfHash(contentSha256), ordinal: index + 1, contentSha256, content };
}

/** UUID version 8 (RFC 9562) of a hash in hex. */
function uuidOfHash(hex: string): string {
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
