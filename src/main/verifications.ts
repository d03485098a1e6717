import { join } from 'node:path';
import { verifyAudit } from '#modules/audit/index.ts';
import { verifyBooks } from '#modules/certification/index.ts';
import { verifyFiles, verifyPapers } from '#modules/documents/index.ts';
import { openRootKey, verifyHistory } from '#modules/dossiers/index.ts';
import { verifyReviews } from '#modules/identity/index.ts';
import { verifyFrozen } from '#modules/reports/index.ts';
import { inSnapshot } from '#platform/db/database.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { openSigningKeys } from '#platform/papers/signing-keys.ts';
import type { Surroundings } from './application.ts';
import { openKeys } from './dossier-deps.ts';
import { signingFolder } from './start/secrets.ts';

/** A part that `./motcua verify` checks; a finding names the first wrong row. Words: `main.verify.part.<name>`. */
export interface Verification {
  readonly name: string;
  readonly verify: (surroundings: Surroundings) => Promise<{ readonly ok: boolean }>;
}

export const verifications: readonly Verification[] = [
  { name: 'history', verify: verifyDossiers },
  { name: 'papers', verify: verifySignedPapers },
  { name: 'audit', verify: ({ db }) => inSnapshot(db, verifyAudit) },
  { name: 'account-reviews', verify: ({ db }) => inSnapshot(db, verifyReviews) },
  { name: 'files', verify: verifyKeptFiles },
  { name: 'certification', verify: ({ db }) => inSnapshot(db, verifyBooks) },
  { name: 'frozen-reports', verify: ({ db }) => inSnapshot(db, verifyFrozen) },
];

export interface Verified {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, { readonly ok: boolean }>>;
}

export async function verifyAll(around: Surroundings): Promise<Verified> {
  const parts: Record<string, { readonly ok: boolean }> = {};
  for (const { name, verify } of verifications) parts[name] = await verify(around);
  return { ok: Object.values(parts).every((part) => part.ok), parts };
}

async function verifyKeptFiles({ db, dataDir }: Surroundings) {
  const { wrong, files } = await verifyFiles(db, await openFileStore(join(dataDir, 'files')));
  return { ok: wrong === null, files, ...(wrong === null ? {} : { sha256: wrong }) };
}

async function verifyDossiers(around: Surroundings) {
  const { publicKey } = await openRootKey(around.keysFolder);
  const { dossiers } = openKeys(around);
  return inSnapshot(around.db, (q) => verifyHistory(q, dossiers, publicKey));
}

async function verifySignedPapers({ db, keysFolder, random }: Surroundings) {
  const nowMs = () => Date.now();
  const { root } = await openSigningKeys({ dir: signingFolder(keysFolder), random, nowMs });
  const { wrong, ...counted } = await inSnapshot(db, (q) => verifyPapers(q, root));
  return { ok: wrong === null, ...counted, ...(wrong ?? {}) };
}
