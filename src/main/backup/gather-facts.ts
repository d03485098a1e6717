import type pg from 'pg';
import type { Instant } from '#kernel/instant.ts';
import type { BackupFacts } from '#platform/backup/manifest.ts';
import type { Kind } from '../start/installation.ts';
import { version } from '../version.ts';

/** What the manifest says of the installation; the form of the database comes with its copy. */
export async function gatherFacts(
  owner: pg.Client,
  moments: { readonly startedAt: Instant; readonly legalTime: Instant },
): Promise<Omit<BackupFacts, 'database' | 'name'>> {
  const { rows: migrations } = await owner.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.motcua_migration order by name',
  );
  const { rows } = await owner.query<{ id: string; kind: Kind }>(
    'select id, kind from platform.installation',
  );
  const [installation] = rows;
  if (!installation) throw new Error('an installation without a kind');
  return {
    ...moments,
    version: version(),
    migrations,
    kind: installation.kind,
    installation: installation.id,
  };
}
