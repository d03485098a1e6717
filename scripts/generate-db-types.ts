import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '../src/platform/db/cluster.ts';
import { migrate } from '../src/platform/db/migrate.ts';

/**
 * `node scripts/generate-db-types.ts [--check]`: writes src/platform/db/schema.ts from the migrated database,
 * or only says whether it is up to date.
 */
const SCHEMA = 'src/platform/db/schema.ts';
const checkOnly = process.argv.includes('--check');
const folder = mkdtempSync(join(tmpdir(), 'motcua-types-'));
chmodSync(folder, 0o711);
const cluster = openCluster({ dir: join(folder, 'postgres'), durable: false });
try {
  await cluster.start();
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  const result = await migrate(client, 'db/migrations').finally(() => client.end());
  if (result.kind !== 'done') throw new Error(result.kind);
  execFileSync(
    process.execPath,
    [
      'node_modules/kysely-codegen/dist/cli/bin.js',
      '--dialect=postgres',
      `--url=${cluster.url('postgres')}`,
      `--out-file=${SCHEMA}`,
      ...(checkOnly ? ['--verify'] : []),
      '--default-schema=public',
      '--exclude-pattern={graphile_worker.*,public.*}',
      '--date-parser=string',
      `--type-mapping=${JSON.stringify({ timestamptz: 'Instant', date: 'CivilDate' })}`,
      `--custom-imports=${JSON.stringify({ Instant: '#kernel/instant.ts', CivilDate: '#kernel/civil-date.ts' })}`,
    ],
    { stdio: 'inherit' },
  );
} catch (error) {
  console.error(`✗ ${whyItFailed(error)}`);
  process.exitCode = 1;
} finally {
  await cluster.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
}

/** What PostgreSQL said of a migration, and at which line of it. */
function whyItFailed(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error.cause instanceof pg.DatabaseError)) return error.message;
  const { message, position, hint } = error.cause;
  const name = error.message.replace(/^migration /, '');
  const before = readFileSync(`db/migrations/${name}`, 'utf8').slice(0, Number(position ?? 0));
  const where = position === undefined ? name : `${name}:${before.split('\n').length}`;
  return [`${where}: ${message}`, ...(hint ? [hint] : [])].join('\n  ');
}
