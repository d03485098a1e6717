import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { getProcedure } from '#modules/catalogue/index.ts';
import { type Dossier, type FiledPaper, readDossier } from '#modules/dossiers/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import { fieldsOfFiling, firstFields, namedPapers } from '../rules/fill-fields.ts';
import { insertDraftFiles } from '../store/draft-files.ts';
import { type DraftFile, findDraftGoingOn, insertDraft } from '../store/drafts.ts';
import { type By, counterPost } from './by.ts';
import { offerFor } from './open-draft.ts';

/**
 * Goes on with a dossier that was submitted or sent back for correction: its page, filled in as it was filed.
 * The draft a person has for it already is opened again. What has a page of its own goes on there, unless it shall
 * be sent back from `here`.
 */
export async function goOn(
  deps: CounterDeps,
  by: By,
  reference: string,
  here = false,
): Promise<Outcome<{ readonly draftId: string } | { readonly ownPage: string }>> {
  const read = await readDossier(deps, { ...by, purpose: 'going-on' }, reference);
  if (!read.ok) return read;
  const { dossier } = read.value;
  if (dossier.state !== 'submitted' && dossier.state !== 'correction-asked')
    return refused('counter/nothing-to-go-on', { state: dossier.state });
  const post = counterPost(by.actor, dossier.filing.intakeOfficeId, dossier.filing.procedure);
  if (!post) return refused('counter/not-your-counter');
  if (!dossier.personal) return refused('counter/erased');
  const own = deps.ownPage?.(dossier.filing.procedure.code, dossier.reference);
  if (own && !dossier.training && !here) return accepted({ ownPage: own });
  const mine = await findDraftGoingOn(deps.db, by.actor.accountId, dossier.reference);
  if (mine) return accepted({ draftId: mine.id });
  return accepted({ draftId: await begin(deps, by, dossier, dossier.personal) });
}

async function begin(
  deps: CounterDeps,
  by: By,
  dossier: Dossier,
  personal: NonNullable<Dossier['personal']>,
): Promise<string> {
  const { filing } = dossier;
  const { accountId } = by.actor;
  const procedure = await getProcedure(deps.db, filing.procedure.versionId);
  const { cases, fees } = offerFor(procedure, { channel: filing.channel }, true);
  const id = deps.random.uuid(deps.machineMs());
  const inserted = await inTransaction(deps.db, async (tx) => {
    const isNew = await insertDraft(tx, deps, {
      id,
      accountId,
      officeId: filing.intakeOfficeId,
      procedure,
      training: dossier.training,
      like: null,
      existing: { reference: dossier.reference, seenSeq: dossier.seq },
      fields: fieldsOfFiling(filing, personal, firstFields({ cases, fees, byPost: false })),
      at: deps.clock.now(),
    });
    if (isNew) await insertDraftFiles(tx, id, filesOf(personal.papers));
    return isNew;
  });
  if (inserted) return id;
  const other = await findDraftGoingOn(deps.db, accountId, dossier.reference);
  if (!other) throw new Error('the draft in the way has gone');
  return other.id;
}

/** They belong to the dossier: the draft only shows them. */
function filesOf(papers: readonly FiledPaper[]): DraftFile[] {
  return namedPapers(papers).flatMap(([prefix, paper]) =>
    paper.files.map((file) => ({ fileId: file.id, paper: paper.key ?? prefix, owned: false })),
  );
}
