import type { Outcome } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { nameOf } from '../rules/dossier.ts';
import { auditPost } from './audit-post.ts';
import type { DossierDeps } from './deps.ts';
import { type DossierReader, type ReadDossier, readDossier } from './read-dossier.ts';

/**
 * Opens a dossier for a person who asks to see the identity numbers whole: logged as a press of its own, beside
 * the read. Refused as any read is (`dossiers/not-found`).
 */
export async function unmask(
  deps: Pick<DossierDeps, 'db' | 'keys' | 'random' | 'clock'>,
  reader: DossierReader,
  number: string,
): Promise<Outcome<ReadDossier>> {
  const read = await readDossier(deps, reader, number);
  if (!read.ok || !read.value.dossier.personal) return read;
  const { dossier, post } = read.value;
  await record(deps.db, {
    ...reader.origin,
    action: 'dossiers/unmask',
    ...auditPost(reader.actor, post),
    subject: { kind: 'dossier', id: nameOf(dossier) },
    result: 'allowed',
  });
  return read;
}
