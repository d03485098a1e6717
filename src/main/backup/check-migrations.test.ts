import { expect, test } from 'vitest';
import type { Backup } from '#platform/backup/manifest.ts';
import { readMigrations } from '#platform/db/migrate.ts';
import { checkMigrations, migrationsFolder } from './fill-database.ts';

const own = (await readMigrations(migrationsFolder())).map(({ name, sha256 }) => ({ name, sha256 }));
const madeOf = (migrations: Backup['manifest']['migrations']) => ({ manifest: { migrations } }) as Backup;

test('a backup of this structure or of an older one is taken', async () => {
  await checkMigrations(madeOf(own));
  await checkMigrations(madeOf(own.slice(0, 3)));
});

test('one of a newer program, or of other steps, is refused before anything is written', async () => {
  const newer = [...own, { name: '9999_future.sql', sha256: 'x' }];
  await expect(checkMigrations(madeOf(newer))).rejects.toMatchObject({ key: 'newer-schema' });
  const other = own.map((one, index) => (index === 1 ? { ...one, sha256: 'x' } : one));
  await expect(checkMigrations(madeOf(other))).rejects.toMatchObject({
    key: 'migration-changed',
    params: { name: own[1]?.name },
  });
});
