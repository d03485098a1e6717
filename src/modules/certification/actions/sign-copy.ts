import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { regimeOn } from '#modules/catalogue/index.ts';
import { type ElectronicCopyContent, freezePaper, listFiles, signResult } from '#modules/documents/index.ts';
import { getOffice } from '#modules/identity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { CertificationDeps } from '../deps.ts';
import { SIGN_COPIES } from '../jobs/sign-copies.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import { maySign } from '../rules/electronic-copy.ts';
import { addStep, type ListedCopy } from '../store/electronic-copies.ts';
import type { By } from './by.ts';
import { findItem } from './copy-words.ts';
import { type CopyPress, findSigner, onCopy } from './electronic-copy.ts';

export interface SignCopyPress extends CopyPress {
  /** Which scan the signer has seen: its place in the history. */
  readonly seen: number;
}

/**
 * The leader's signature over the words of the certification with the scan, under the number of the book; the PDF is
 * made by a job after it. The caller has confirmed the code. Refusals: `not-a-signer`, `copy-signed`,
 * `copy-not-scanned`, `copy-scanned-anew`, `copy-erased`, `copy-no-words`.
 */
export function signCopy(deps: CertificationDeps, by: By, press: SignCopyPress): Promise<Outcome<null>> {
  return onCopy(deps, by, press, 'certification/sign-copy', async (tx, copy) => {
    const signer = await findSigner(deps, by, copy.agencyId);
    if (!signer) return refused('certification/not-a-signer');
    const may = maySign(copy, press.seen);
    if (!may.ok) return may;
    const content = await contentOf(tx, copy, may.value);
    if (!content) return refused('certification/copy-no-words');
    const now = deps.clock.now();
    const paperId = await freezeCopy(tx, deps, { copy, content, now });
    const { accountId, name, title } = signer;
    const organisation = (await getOffice(tx, copy.agencyId)).name;
    const signature = { accountId, name, title, organisation, basis: null };
    await signResult(tx, deps, { paperId, signer: signature, signedAt: now });
    await addStep(tx, copy, { at: now, accountId, pressKey: press.key, paperId });
    await enqueue(tx, SIGN_COPIES, { paperIds: [paperId] });
    return accepted(null);
  });
}

/** What was frozen with the number, of this document alone, and what was scanned. */
async function contentOf(
  tx: Tx,
  { dossierId, ordinal }: ListedCopy,
  fileIds: readonly string[],
): Promise<ElectronicCopyContent | undefined> {
  const words = await findItem(tx, { dossierId, ordinal });
  if (!words) return undefined;
  const files = await listFiles(tx, fileIds);
  const scans = fileIds.map((id) => {
    const file = files.find((one) => one.id === id);
    if (!file) throw new Error('a scan of the history is not there');
    return { sha256: file.sha256, mediaType: file.mediaType };
  });
  return { ...words.content, items: [words.item], scans };
}

interface ToFreeze {
  readonly copy: ListedCopy;
  readonly content: ElectronicCopyContent;
  readonly now: Instant;
}

function freezeCopy(tx: Tx, deps: CertificationDeps, { copy, content, now }: ToFreeze): Promise<string> {
  return freezePaper(tx, deps, {
    purpose: 'electronic-copy',
    regime: regimeOn(dateOf(now)),
    officeId: copy.oneStopId,
    subjectId: copy.dossierId,
    number: `${numberLabel(copy.entry.number)} ${bookLabel(copy.entry)}`,
    frozenAt: now,
    content,
  });
}
