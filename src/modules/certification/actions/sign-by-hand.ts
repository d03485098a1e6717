import { dateOf } from '#kernel/civil-date.ts';
import { type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import { listProcedures } from '#modules/catalogue/index.ts';
import { handOver, recordHandSignature } from '#modules/dossiers/index.ts';
import {
  findLeadership,
  findSection,
  getOffice,
  listPeopleOfOffice,
  type PersonOfOffice,
} from '#modules/identity/index.ts';
import { processFor } from '#modules/workflow/index.ts';
import type { CertificationDeps, CertifyingDeps } from '../deps.ts';
import { FIELD, numbersLabel } from '../rules/books.ts';
import { receiverOf } from '../rules/receiver.ts';
import { agenciesOf, type By, counterPosts } from './by.ts';

/** A dossier as the page showed it; the key makes a second press find the first. */
export interface Chosen {
  readonly number: string;
  readonly seenSeq: number;
  readonly key: string;
  /** Of the hand-over that may follow at once. */
  readonly returnKey: string;
}

export interface SignedByHand {
  readonly signed: number;
  readonly returned: number;
  readonly refused: readonly { readonly number: string; readonly refusal: Refusal }[];
}

interface Pile {
  readonly chosen: readonly Chosen[];
  readonly signerAccountId: string;
  /** Those who asked wait at the counter: papers and originals go into their hands at once. */
  readonly giveBack?: boolean;
}

/**
 * The leader has signed a pile with ink: each dossier is decided under its numbers in the book, and handed to who
 * asked for it if they wait, each by itself, so that one that somebody else has changed meanwhile stops no other.
 */
export async function signByHand(deps: CertifyingDeps, by: By, pile: Pile): Promise<SignedByHand> {
  const { chosen, signerAccountId, giveBack = false } = pile;
  const entries = await deps.books.listOfNumbers(
    deps.db,
    chosen.map((one) => one.number),
  );
  let [signed, returned] = [0, 0];
  const refusals: { number: string; refusal: Refusal }[] = [];
  for (const one of chosen) {
    const { number, seenSeq, key } = one;
    const resultNumber = numbersLabel(entries.filter((entry) => entry.dossierNumber === number));
    const press = { ...by, number, seenSeq, key };
    const done = await recordHandSignature(deps, press, { signerAccountId, resultNumber, note: null });
    if (done.ok) signed += 1;
    const given = done.ok && giveBack ? await giveToRequester(deps, by, one) : null;
    if (given?.ok) returned += 1;
    for (const answer of [done, given])
      if (answer?.ok === false) refusals.push({ number, refusal: answer.refusal });
  }
  return { signed, returned, refused: refusals };
}

/** Refuses, besides what handing over refuses, `no-receiver` when the names have been erased. */
async function giveToRequester(
  deps: CertifyingDeps,
  by: By,
  { number, seenSeq, returnKey: key }: Chosen,
): Promise<Outcome<unknown>> {
  const read = await deps.books.readDossier(deps, by, number);
  if (!read.ok) return read;
  const { personal } = read.value.dossier;
  const party = personal?.authorised ?? personal?.applicants[0];
  if (!party) return refused('certification/no-receiver');
  const press = { ...by, number, seenSeq: seenSeq + 1, key };
  const proof = deps.paperWords('certification.today.proof');
  return handOver(deps, press, {
    by: 'signature',
    receiver: receiverOf(party),
    toAuthorised: personal?.authorised != null,
    proof,
  });
}

/** Who signs certifications at this agency today: of the office that the process names. */
export async function listSigners(deps: CertificationDeps, by: By): Promise<readonly PersonOfOffice[]> {
  const agencies = agenciesOf(counterPosts(by.actor));
  return (await Promise.all(agencies.map((agencyId) => listSignersOf(deps, agencyId)))).flat();
}

/** The same for an agency. */
export async function listSignersOf(
  deps: CertificationDeps,
  agencyId: string,
): Promise<readonly PersonOfOffice[]> {
  const agency = await getOffice(deps.db, agencyId);
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
