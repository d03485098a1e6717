import type { Actor } from '#kernel/actor.ts';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import {
  adjustmentsOfCase,
  exemptionsFor,
  type FeeExemption,
  feesOfChannel,
  getProcedure,
  type LocalFee,
  listFeeExemptions,
  listLocalFees,
  localFeeOn,
  type Procedure,
  papersOfCase,
} from '#modules/catalogue/index.ts';
import { listFiles } from '#modules/documents/index.ts';
import type { AttachedFile } from '#modules/dossiers/index.ts';
import { getOfficeAndAgency, type OfficeInForce } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import { type Fields, textOf } from '../rules/fields.ts';
import { offerOf } from '../rules/offer.ts';
import type { Offer } from '../rules/read-draft.ts';
import type { FilesByPaper } from '../rules/read-papers.ts';
import { findDraftWithFiles } from '../store/draft-files.ts';
import type { Draft, DraftFile } from '../store/drafts.ts';
import { holderOf } from './by.ts';

/** A draft with everything that its page and its end need. */
export interface OpenedDraft {
  readonly draft: Draft;
  readonly procedure: Procedure;
  readonly oneStop: OfficeInForce;
  readonly agency: OfficeInForce;
  readonly offer: Offer;
  readonly files: FilesByPaper;
}

/** Opens a draft of this person; what the page says, when it differs from what is kept, is `typed`. */
export async function openDraft(
  deps: CounterDeps,
  actor: Actor,
  id: string,
  typed?: Fields,
): Promise<OpenedDraft | undefined> {
  const kept = await findDraftWithFiles(deps.db, deps, id, holderOf(actor));
  if (!kept) return undefined;
  const draft = typed ? { ...kept.draft, fields: typed } : kept.draft;
  const procedure = await getProcedure(deps.db, draft.procedureVersionId);
  const { office: oneStop, agency } = await getOfficeAndAgency(deps.db, draft.officeId);
  const local = await decidedFor(deps.db, procedure, agency.id, dateOf(deps.clock.now()));
  const offer = offerFor(procedure, draft.fields, draft.existing !== null, local);
  return { draft, procedure, oneStop, agency, offer, files: await filesOf(deps.db, kept.files) };
}

/** What province and law say of the fees on a day. */
interface Decided {
  readonly on: CivilDate;
  readonly local: readonly LocalFee[];
  readonly exemptions: readonly FeeExemption[];
}

async function decidedFor(
  q: Queries,
  procedure: Procedure,
  agencyId: string,
  on: CivilDate,
): Promise<Decided> {
  if (procedure.fees.length === 0) return { on, local: [], exemptions: [] };
  return {
    on,
    local: await listLocalFees(q, agencyId, procedure.code),
    exemptions: await listFeeExemptions(q),
  };
}

export function offerFor(
  procedure: Procedure,
  fields: Fields,
  goesOn: boolean,
  decided: Decided | null = null,
): Offer {
  const typed = textOf(fields, 'channel');
  const channel = typed === 'post' || typed === 'online' ? typed : 'direct';
  const caseKey = textOf(fields, 'case') || null;
  return offerOf(procedure, {
    papers: papersOfCase(procedure, caseKey),
    fees: feesOfChannel(procedure, channel),
    localOf: (fee) => decided?.local && localFeeOn(decided.local, fee, { channel, on: decided.on }),
    exemptions: decided
      ? exemptionsFor(decided.exemptions, { procedureCode: procedure.code, channel, on: decided.on })
      : [],
    adjustments: adjustmentsOfCase(procedure, caseKey),
    goesOn,
  });
}

async function filesOf(q: Queries, rows: readonly DraftFile[]): Promise<FilesByPaper> {
  const stored = new Map(
    (
      await listFiles(
        q,
        rows.map((row) => row.fileId),
      )
    ).map((file) => [file.id, file]),
  );
  const byPaper: Record<string, AttachedFile[]> = {};
  for (const { fileId, paper } of rows) {
    const file = stored.get(fileId);
    if (!file || file.erasedAt) continue;
    const list = byPaper[paper] ?? [];
    list.push({ id: file.id, name: file.originalName ?? '', mediaType: file.mediaType, size: file.size });
    byPaper[paper] = list;
  }
  return byPaper;
}
