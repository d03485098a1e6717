import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type DueDate, dueDate } from '#kernel/working-time/due-date.ts';
import type { Limit } from '#kernel/working-time/limit.ts';
import {
  adjustedLimit,
  clockLimit,
  findCommitment,
  limitOfCase,
  sumOfFees,
} from '#modules/catalogue/index.ts';
import { earlierPromise, type FilingInput } from '#modules/dossiers/index.ts';
import { findSection } from '#modules/identity/index.ts';
import { processFor } from '#modules/workflow/index.ts';
import type { CounterDeps } from '../deps.ts';
import { textOf } from '../rules/fields.ts';
import { Problems } from '../rules/problems.ts';
import { readAddedTime } from '../rules/read-draft.ts';
import { type ReadFee, readFeeLines } from '../rules/read-fee.ts';
import type { OpenedDraft } from './open-draft.ts';

/** What accepting now would promise; accepting reckons again at its own moment. */
export interface Preview {
  readonly now: Instant;
  readonly limit: Limit | null;
  /** What the law says where it gives no number. */
  readonly limitNote: string | null;
  readonly due: DueDate;
  /** Where the agency promises an earlier date: what the receipt will say. */
  readonly promised: { readonly limit: Limit; readonly due: DueDate } | null;
  /** Which section handles it. */
  readonly section: string | null;
  readonly fees: ReadFee['lines'];
  readonly exemption: ReadFee['exemption'];
  /** đồng that are not asked for. */
  readonly exempted: number;
  readonly total: number;
  /** An amount that is decided locally has not been typed yet. */
  readonly feeIsOpen: boolean;
}

export async function previewOf(deps: CounterDeps, opened: OpenedDraft, now: Instant): Promise<Preview> {
  const { draft, procedure, agency, oneStop, offer } = opened;
  const found = limitOfCase(procedure, textOf(draft.fields, 'case') || null);
  const addedTime = readAddedTime(draft.fields, offer.adjustments, new Problems());
  const limit = limitOf(opened, addedTime);
  const cutoff = found?.cutoff ?? null;
  const calendar = await deps.calendarFor(deps.db, oneStop.id);
  const read = readFeeLines(draft.fields, offer.fees, offer.exemptions, 'name', new Problems());
  const { due: total, exempted } = sumOfFees(read.lines);
  const due = dueDate(calendar, { received: now, limit, cutoff });
  const asked = { agencyId: agency.id, procedureCode: procedure.code, on: dateOf(now) };
  const commitment = await findCommitment(deps.db, asked);
  const filed = { limit, addedTime, cutoff };
  const sooner = earlierPromise(calendar, filed, commitment, { received: now, legal: due });
  return {
    now,
    limit,
    limitNote: found?.note ?? null,
    due,
    promised: commitment && sooner ? { limit: commitment.limit, due: sooner } : null,
    section: await sectionOf(deps, opened, now),
    fees: read.lines,
    exemption: read.exemption,
    exempted,
    total,
    feeIsOpen: read.lines.some((line) => line.amount === null && line.quantity > 0),
  };
}

/** With the time that is added for a reason; an impossible addition is said when it is sent, not here. */
function limitOf({ draft, procedure }: OpenedDraft, added: FilingInput['adjustment']): Limit | null {
  const caseKey = textOf(draft.fields, 'case') || null;
  const longer = added && adjustedLimit(procedure, caseKey, added);
  if (longer?.ok) return longer.value;
  const found = limitOfCase(procedure, caseKey);
  return found ? clockLimit(found) : null;
}

async function sectionOf(deps: CounterDeps, opened: OpenedDraft, now: Instant): Promise<string | null> {
  const on = dateOf(now);
  const { sectionKey } = await processFor(deps.db, opened.procedure, on, opened.agency);
  return (await findSection(deps.db, opened.agency.id, sectionKey, on))?.name ?? null;
}
