import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { listSigners } from './actions/sign-by-hand.ts';
import type { Fields } from './rules/fields.ts';
import { aCopyRequest, type CertifyingCounter } from './testing.ts';

/** A scan of some pages, as it lies on the disk after an upload. */
export async function aScan(fileName = 'ban-sao.pdf', pages = 2) {
  const pdf = PDF.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage({ size: 'a4' });
  return onDisk(fileName, await pdf.save());
}

export function onDisk(fileName: string, bytes: Uint8Array) {
  const path = join(mkdtempSync(join(tmpdir(), 'motcua-scan-')), 'x');
  writeFileSync(path, bytes);
  return { fileName, path, tooLarge: false };
}

/** A dossier with a number, for which a copy signed digitally is wished; the key of its first document. */
export async function aWish(counter: CertifyingCounter, change: Fields = {}) {
  const done = await counter.press(aCopyRequest({ electronic: '1', ...change }));
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  return { dossierNumber: done.dossier, ordinal: 1 };
}

/** Who signs certifications here. */
export async function aSigner({ deps, by, offices, actorOf }: CertifyingCounter) {
  const [signer] = await listSigners(deps, by());
  for (const office of offices) {
    const actor = await actorOf(office, 'signing-leader').catch(() => undefined);
    if (actor && actor.accountId === signer?.accountId) return actor;
  }
  throw new Error('nobody signs');
}
