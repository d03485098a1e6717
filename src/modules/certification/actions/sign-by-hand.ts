import { dateOf } from '#kernel/civil-date.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { listProcedures } from '#modules/catalogue/index.ts';
import { recordHandSignature } from '#modules/dossiers/index.ts';
import {
  findLeadership,
  findSection,
  getOffice,
  listPeopleOfOffice,
  type PersonOfOffice,
} from '#modules/identity/index.ts';
import { processFor } from '#modules/workflow/index.ts';
import type { CertificationDeps } from '../deps.ts';
import { FIELD, numbersLabel } from '../rules/books.ts';
import { listOfNumbers } from '../store/entries.ts';
import { type By, counterPost } from './by.ts';

/** A dossier as the page showed it; the key makes a second press find the first. */
export interface Chosen {
  readonly number: string;
  readonly seenSeq: number;
  readonly key: string;
}

export interface SignedByHand {
  readonly signed: number;
  readonly refused: readonly { readonly number: string; readonly refusal: Refusal }[];
}

/**
 * The leader has signed a pile with ink: each dossier is decided under its numbers in the book, in a transaction
 * of its own, so that one that somebody else has changed meanwhile stops no other.
 */
export async function signByHand(
  deps: CertificationDeps,
  by: By,
  { chosen, signerAccountId }: { readonly chosen: readonly Chosen[]; readonly signerAccountId: string },
): Promise<SignedByHand> {
  const entries = await listOfNumbers(
    deps.db,
    chosen.map((one) => one.number),
  );
  let signed = 0;
  const refused: { number: string; refusal: Refusal }[] = [];
  for (const { number, seenSeq, key } of chosen) {
    const resultNumber = numbersLabel(entries.filter((entry) => entry.dossierNumber === number));
    const press = { ...by, number, seenSeq, key };
    const done = await recordHandSignature(deps, press, { signerAccountId, resultNumber, note: null });
    if (done.ok) signed += 1;
    else refused.push({ number, refusal: done.refusal });
  }
  return { signed, refused };
}

/** Who signs certifications at this agency today: of the office that the process names. */
export async function listSigners(deps: CertificationDeps, by: By): Promise<readonly PersonOfOffice[]> {
  const post = counterPost(by.actor);
  if (!post) return [];
  const agency = await getOffice(deps.db, post.agencyId);
  const on = dateOf(deps.clock.now());
  const [procedure] = await listProcedures(deps.db, { on, level: agency.level, field: FIELD });
  if (!procedure) return [];
  const { process, sectionKey } = await processFor(deps.db, procedure, on, agency);
  const place = process.steps.find((step) => step.kind === 'sign')?.office;
  const office =
    place === 'section'
      ? await findSection(deps.db, agency.id, sectionKey, on)
      : await findLeadership(deps.db, agency.id, on);
  if (!office) return [];
  const people = await listPeopleOfOffice(deps.db, office.id, on);
  return people.filter((one) => one.role === 'signing-leader');
}
