import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { findFile, type StoredFile } from '#modules/documents/index.ts';
import { auditPost } from './audit-post.ts';
import type { DossierDeps } from './deps.ts';
import { readDossier } from './read-dossier.ts';

/** Opens a scan of a dossier, of this one and no other, for a person who may read it. Logged as a read of its own. */
export async function readScan(
  deps: DossierDeps,
  reader: Parameters<typeof readDossier>[1],
  number: string,
  fileId: string,
): Promise<Outcome<StoredFile>> {
  const read = await readDossier(deps, reader, number);
  if (!read.ok) return read;
  const { dossier } = read.value;
  const files = dossier.personal?.papers.flatMap((paper) => paper.files) ?? [];
  const attached = files.find((file) => file.id === fileId);
  const file = attached && (await findFile(deps.db, attached.id));
  if (!file || file.erasedAt) return refused('dossiers/not-found');
  await record(deps.db, {
    ...reader.origin,
    action: 'dossiers/read-file',
    ...auditPost(reader.actor, read.value.post),
    subject: { kind: 'dossier', id: dossier.number ?? dossier.reference },
    result: 'allowed',
  });
  return accepted(file);
}
