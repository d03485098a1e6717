import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

export type CopyStanding = 'requested' | 'scanned' | 'signed' | 'given';
export const copyWays = ['stick', 'email', 'other'] as const;
export type CopyWay = (typeof copyWays)[number];

/** What happened to an electronic copy; its history only grows. */
export type CopyStep = {
  readonly nth: number;
  readonly at: Instant;
  readonly accountId: string;
} & (
  | { readonly happened: 'scanned'; readonly fileIds: readonly string[] }
  | { readonly happened: 'signed'; readonly paperId: string }
  | { readonly happened: 'given'; readonly way: CopyWay }
);

/** One document of a dossier for which a copy signed digitally was wished. */
export interface ElectronicCopy {
  readonly dossierId: string;
  readonly dossierNumber: string;
  readonly ordinal: number;
  readonly erased: boolean;
  readonly steps: readonly CopyStep[];
}

export const MOST_FILES = 20;
export const MOST_PAGES = 200;

export function standingOf({ steps }: Pick<ElectronicCopy, 'steps'>): CopyStanding {
  return steps.at(-1)?.happened ?? 'requested';
}

export function signedPaperOf({ steps }: Pick<ElectronicCopy, 'steps'>): string | undefined {
  return steps.find((step) => step.happened === 'signed')?.paperId;
}

/** A scan may be put in the place of another until the copy is signed. */
export function mayScan(copy: ElectronicCopy): Outcome<null> {
  if (copy.erased) return refused('certification/copy-erased');
  return signedPaperOf(copy) ? refused('certification/copy-signed') : accepted(null);
}

/** What is signed is the scan that the signer has seen; answers its files. */
export function maySign(copy: ElectronicCopy, seen: number): Outcome<readonly string[]> {
  const may = mayScan(copy);
  if (!may.ok) return may;
  const last = copy.steps.at(-1);
  if (last?.happened !== 'scanned') return refused('certification/copy-not-scanned');
  return last.nth === seen ? accepted(last.fileIds) : refused('certification/copy-scanned-anew');
}

export function mayGive(copy: ElectronicCopy): Outcome<null> {
  if (copy.erased) return refused('certification/copy-erased');
  const standing = standingOf(copy);
  if (standing === 'given') return refused('certification/copy-given');
  return standing === 'signed' ? accepted(null) : refused('certification/copy-not-signed');
}
