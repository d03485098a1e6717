import { postsWithRole } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import {
  findFile,
  listFiles,
  type PaperDeps,
  type RenderedPaper,
  renderPaper,
  type StoredFile,
} from '#modules/documents/index.ts';
import type { CertificationDeps } from '../deps.ts';
import { certifyingRoles, signingAgencies } from '../rules/access.ts';
import { signedPaperOf, standingOf } from '../rules/electronic-copy.ts';
import { type CopyKey, findCopy, type ListedCopy, listOpenCopies } from '../store/electronic-copies.ts';
import { listScans } from '../store/electronic-scans.ts';
import type { By } from './by.ts';
import { type CopyWords, findItem } from './copy-words.ts';
import { atCounter, findSigner, mayOpen } from './electronic-copy.ts';

const MOST = 200;

export interface OpenCopies {
  readonly toScan: readonly ListedCopy[];
  readonly toSign: readonly ListedCopy[];
  readonly toGive: readonly ListedCopy[];
  /** Has the right to sign those that wait for it. */
  readonly signs: boolean;
  /** Has a counter that scans and hands over. */
  readonly certifies: boolean;
}

/** Agencies for which this person signs certifications. */
async function signedAgencies(deps: CertificationDeps, by: By): Promise<string[]> {
  const agencies = signingAgencies(by.actor);
  const signers = await Promise.all(agencies.map((agencyId) => findSigner(deps, by, agencyId)));
  return agencies.filter((_, index) => signers[index] !== undefined);
}

function counters({ actor }: By): string[] {
  return postsWithRole(actor, certifyingRoles).map((post) => post.officeId);
}

/** Electronic copies that were wished for and are not given yet. The read is logged. */
export async function listCopies(deps: CertificationDeps, by: By): Promise<OpenCopies> {
  const agencyIds = await signedAgencies(deps, by);
  const copies = await listOpenCopies(deps.db, { oneStopIds: counters(by), agencyIds }, MOST);
  await record(deps.db, {
    ...by.origin,
    action: 'certification/list-copies',
    accountId: by.actor.accountId,
    subject: { kind: 'certification', id: 'electronic-copies' },
    result: 'allowed',
  });
  const standing = (is: string) => copies.filter((copy) => standingOf(copy) === is);
  return {
    toScan: standing('requested'),
    toSign: standing('scanned'),
    toGive: standing('signed'),
    signs: agencyIds.length > 0,
    certifies: counters(by).length > 0,
  };
}

/** How many a counter has still to scan, to have signed or to give. */
export async function countCopies(deps: CertificationDeps, by: By): Promise<number> {
  return (await listOpenCopies(deps.db, { oneStopIds: counters(by), agencyIds: [] }, MOST)).length;
}

export interface ReadCopy {
  readonly copy: ListedCopy;
  /** As frozen with the number; null: none were, or erased. */
  readonly words: CopyWords | null;
  readonly files: readonly StoredFile[];
  readonly atCounter: boolean;
}

/** One copy with its words and scans, for who may open it. The read is logged, also one that was refused. */
export async function readCopy(deps: CertificationDeps, by: By, key: CopyKey): Promise<Outcome<ReadCopy>> {
  const found = await findCopy(deps.db, key);
  const copy = found && (await mayOpen(deps, by, found)) ? found : undefined;
  await record(deps.db, {
    ...by.origin,
    action: 'certification/read-copy',
    accountId: by.actor.accountId,
    subject: { kind: 'dossier', id: found?.dossierNumber ?? 'unknown' },
    ...(copy ? { result: 'allowed' } : { result: 'refused', reason: 'certification/copy-not-wished' }),
  });
  if (!copy) return refused('certification/copy-not-wished');
  const ids = (await listScans(deps.db, copy)).map((scan) => scan.fileId);
  const files = await listFiles(deps.db, ids);
  const ordered = ids.flatMap((id) => files.filter((file) => file.id === id && !file.erasedAt));
  const words = (await findItem(deps.db, copy)) ?? null;
  return accepted({ copy, words, files: ordered, atCounter: atCounter(by, copy) });
}

/** A scan of this copy and no other. */
export async function readCopyScan(
  deps: CertificationDeps,
  by: By,
  key: CopyKey,
  fileId: string,
): Promise<Outcome<StoredFile>> {
  const read = await readCopy(deps, by, key);
  if (!read.ok) return read;
  const file = read.value.files.some((one) => one.id === fileId)
    ? await findFile(deps.db, fileId)
    : undefined;
  return file && !file.erasedAt ? accepted(file) : refused('certification/copy-not-wished');
}

/** The signed file of a copy. Refuses `copy-not-signed`, and what drawing refuses. */
export async function readSignedCopy(
  deps: CertificationDeps & { readonly papers: PaperDeps },
  by: By,
  key: CopyKey,
): Promise<Outcome<RenderedPaper>> {
  const read = await readCopy(deps, by, key);
  if (!read.ok) return read;
  const paperId = signedPaperOf(read.value.copy);
  return paperId ? renderPaper(deps.papers, paperId) : refused('certification/copy-not-signed');
}
