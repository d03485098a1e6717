import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import { takeAtAcceptance } from '#modules/cash/index.ts';
import { accept, type BeginPress, type Dossier } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import type { CertifyingDeps } from '../deps.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import { chargeOf } from '../rules/charge.ts';
import type { Fields } from '../rules/fields.ts';
import { type CertificationFiling, filingOf } from '../rules/filing.ts';
import { goingOnOf, withFiles } from '../rules/going-on.ts';
import { type CertificationRequest, readRequest } from '../rules/read-request.ts';
import type { NewEntry } from '../store/entries.ts';
import type { By } from './by.ts';
import { freezeWords } from './freeze-words.ts';
import { type OpenedPage, openPage } from './open-page.ts';

export type Certified =
  /** `repeated`: this press was carried out before, nothing was made again. */
  | { readonly kind: 'done'; readonly dossier: string; readonly repeated: boolean }
  | { readonly kind: 'nothing-here' }
  /** Told all at once, each with its field. */
  | { readonly kind: 'problems'; readonly problems: readonly Refusal[] };

/**
 * One press: the dossier is accepted, its documents get their numbers in the book, and what is paid lies in the
 * drawer, in one transaction, or nothing at all. The key is made with the page: a second press, a reload or a lost answer finds the first.
 * Refusals: all of `readRequest`, `not-offered`, `book-closed`, and those of accepting.
 */
export async function certify(
  deps: CertifyingDeps,
  by: By,
  press: { readonly key: string; readonly fields: Fields },
): Promise<Certified> {
  const { key, fields } = press;
  const opened = await openPage(deps, by.actor, fields);
  if (!opened) return { kind: 'nothing-here' };
  if (opened.isOther) return { kind: 'problems', problems: [{ code: 'certification/not-offered' }] };
  const { request, problems } = readRequest(fields, opened.offer, dateOf(deps.clock.now()));
  if (problems.length > 0) return { kind: 'problems', problems };
  const submitted = await readSubmitted(deps, by, fields);
  if (submitted && !submitted.ok) return { kind: 'problems', problems: [submitted.refusal] };
  const done = await accept(
    deps,
    pressOf(deps, by, key, { opened, request, submitted: submitted?.value ?? null, fields }),
  );
  if (!done.ok) return { kind: 'problems', problems: [done.refusal] };
  return { kind: 'done', dossier: done.value.number, repeated: done.value.repeated };
}

/** The dossier that is gone on with; undefined: it begins here. A training dossier never stands in a book. */
async function readSubmitted(
  deps: CertifyingDeps,
  by: By,
  fields: Fields,
): Promise<Outcome<Dossier> | undefined> {
  const going = goingOnOf(fields);
  if (!going) return undefined;
  const read = await deps.books.readDossier(deps, { ...by, purpose: 'going-on' }, going.number);
  if (!read.ok) return read;
  return read.value.dossier.training ? refused('counter/training-has-no-book') : accepted(read.value.dossier);
}

interface Filing {
  readonly opened: OpenedPage;
  readonly request: CertificationRequest;
  readonly submitted: Dossier | null;
  readonly fields: Fields;
}

function pressOf(
  deps: CertifyingDeps,
  by: By,
  key: string,
  { opened, request, submitted, fields }: Filing,
): BeginPress {
  const { oneStop, procedure } = opened;
  const input = {
    ...asSubmitted(filingOf(request, procedure.papers, deps.paperWords), submitted),
    draftId: key,
    oneStopId: oneStop.id,
    procedureVersionId: procedure.versionId,
  };
  const alongside: BeginPress['alongside'] = async (tx, dossier) => {
    const given = await giveNumbers(tx, deps, by, { opened, request, dossier });
    passing('certification/entered');
    if (given.ok) await freezeWords(tx, deps, dossier);
    if (given.ok) await takeFee(tx, deps, by, { opened, request, dossier });
    return given;
  };
  return { actor: by.actor, origin: by.origin, key, input, existing: goingOnOf(fields), alongside };
}

/** How it came and shall go, who was authorised, and what was sent with it stay as they were filed. */
function asSubmitted(filing: CertificationFiling, submitted: Dossier | null): CertificationFiling {
  if (!submitted?.personal) return filing;
  const { channel, assisted, returnMethod } = submitted.filing;
  const { authorised, papers } = submitted.personal;
  const personal = {
    ...filing.personal,
    ...(authorised ? { authorised } : {}),
    papers: withFiles(filing.personal.papers, papers),
  };
  return { ...filing, channel, assisted, returnMethod, personal };
}

interface Numbering {
  readonly opened: OpenedPage;
  readonly request: CertificationRequest;
  readonly dossier: Dossier;
}

async function giveNumbers(
  tx: Tx,
  deps: CertifyingDeps,
  by: By,
  { opened, request, dossier }: Numbering,
): Promise<Outcome<null>> {
  const at = dossier.updatedAt;
  const year = Number(at.slice(0, 4));
  const key = { agencyId: opened.agency.id, kind: opened.offer.kind, year };
  const sectionId = dossier.steps.find((step) => step.kind === 'handle')?.officeId ?? null;
  const place = { ...key, oneStopId: opened.oneStop.id, sectionId, at };
  const given = await deps.books.nextNumbers(tx, place, request.documents.length);
  if (!given) return refused('certification/book-closed', { year });
  passing('certification/numbers-given');
  const entries = entriesOf({ opened, request, dossier }, { year, ...given });
  await deps.books.insertEntries(tx, key, { accountId: by.actor.accountId, on: dateOf(at) }, entries);
  const numbers = [given.first, given.first + entries.length - 1].map(numberLabel).join('–');
  const book = bookLabel({ ...key, volume: given.volume });
  await deps.stores.record(tx, {
    ...by.origin,
    action: 'certification/give-numbers',
    accountId: by.actor.accountId,
    subject: { kind: 'certification', id: `${numbers} ${book}` },
    result: 'allowed',
  });
  return accepted(null);
}

/** Somebody who may not take money leaves it to be taken later, like every fee. */
async function takeFee(
  tx: Tx,
  deps: CertifyingDeps,
  by: By,
  { opened, request, dossier }: Numbering,
): Promise<void> {
  const { agency, oneStop, procedure, offer } = opened;
  if (dossier.number === null) return;
  const place = { officeId: oneStop.id, agencyId: agency.id };
  const accepted = { dossierId: dossier.id, number: dossier.number, ...place, procedure };
  const charge = chargeOf(request, offer.kind, deps.paperWords);
  await takeAtAcceptance(tx, deps, by, { ...accepted, payer: request.requester.party }, charge);
}

function entriesOf(
  { opened, request, dossier }: Numbering,
  given: { readonly year: number; readonly volume: number; readonly first: number },
): NewEntry[] {
  return request.documents.map((document, index) => ({
    year: given.year,
    volume: given.volume,
    number: given.first + index,
    dossierId: dossier.id,
    dossierNumber: dossier.number ?? dossier.reference,
    procedureCode: opened.procedure.code,
    enteredAt: dossier.updatedAt,
    pages: document.pages,
    copies: document.copies,
    fee: request.exemption ? 0 : document.fee.amount,
    exemption: request.exemption?.ground ?? null,
    wantsElectronic: request.electronicCopy,
    requesterName: request.requester.party.name,
    representedBy: request.requester.cameFor?.name ?? null,
    documentName: document.name,
    parties: document.who,
  }));
}
