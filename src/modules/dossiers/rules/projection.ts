import { shortDossierNumber } from '#kernel/dossier-number.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import { currentStep, type Dossier } from './dossier.ts';
import { keptClock } from './kept-clock.ts';

/**
 * The row that a history must have: written with every change, and compared with the row by `verify`. What a change of the
 * calendar may move stands in `dueProjection`.
 */
export function projection(dossier: Dossier) {
  return {
    ...identityColumns(dossier),
    ...filedColumns(dossier),
    ...momentColumns(dossier),
    ...workColumns(dossier),
  };
}

/** The dates beside the row, likewise. The chain's head is the store's. */
export function dueProjection(dossier: Dossier) {
  const step = currentStep(dossier);
  const handled = dossier.state === 'in-progress' || dossier.state === 'accepted';
  return {
    agency_id: dossier.filing.agencyId,
    intake_office_id: dossier.filing.intakeOfficeId,
    training: dossier.training,
    ...clockColumns(dossier),
    step_due_at: handled ? (step?.dueAt ?? null) : null,
    updated_at: dossier.updatedAt,
    ...keptColumns(dossier),
  };
}

function keptColumns(dossier: Dossier) {
  const kept = keptClock(dossier);
  return { kept_clock: kept?.clock ?? null, kept_dates: kept?.dates ?? null };
}

function identityColumns(dossier: Dossier) {
  return {
    reference: dossier.reference,
    number: dossier.number,
    short_number: dossier.training ? null : dossier.number && shortDossierNumber(dossier.number),
    training: dossier.training,
    group_id: dossier.groupId,
    draft_id: dossier.draftId,
    state: dossier.state,
    outcome: dossier.outcome,
    result_number: dossier.resultNumber,
    moved_at: dossier.movedAt,
  };
}

function filedColumns({ filing }: Dossier) {
  return {
    regime: filing.regime,
    agency_id: filing.agencyId,
    intake_office_id: filing.intakeOfficeId,
    return_office_id: filing.returnOfficeId,
    procedure_version_id: filing.procedure.versionId,
    procedure_code: filing.procedure.code,
    procedure_name: filing.procedure.name,
    field: filing.procedure.field,
    case_key: filing.procedure.caseKey,
    channel: filing.channel,
    assisted: filing.assisted,
    return_method: filing.returnMethod,
    limit_unit: filing.limit?.unit ?? null,
    fee_amount: filing.fee.amount,
  };
}

function momentColumns({ submittedAt, takenOver, receivedAt, firstDueAt, endedAt, returnedAt }: Dossier) {
  return {
    submitted_at: submittedAt,
    taken_over_at: takenOver?.at ?? null,
    received_at: receivedAt,
    first_due_at: firstDueAt,
    ended_at: endedAt,
    returned_at: returnedAt,
  };
}

function clockColumns({ clock, national, supplements, knownDueAt, appointedAt }: Dossier) {
  return {
    due_at: clock.dueAt,
    committed_due_at: clock.committedAt,
    national_due_at: national.dueAt,
    supplements: national.said ? supplements : null,
    known_due_at: knownDueAt,
    due_certain: clock.certain,
    due_promised: clock.promised,
    appointed_at: appointedAt,
    remaining_value: clock.remaining?.value ?? null,
    remaining_unit: clock.remaining?.unit ?? null,
    clock: clock.state,
  };
}

function workColumns(dossier: Dossier) {
  const { holder } = dossier;
  return {
    holder_office_id: holder?.officeId ?? null,
    holder_account_id: holder?.accountId ?? null,
    stand_in_account_id: holder?.standIn?.accountId ?? null,
    stand_in_until: holder?.standIn?.until ?? null,
    task: dossier.task,
    step_index: dossier.stepIndex,
    step_name: currentStep(dossier)?.name ?? null,
    held_since: holder?.since ?? null,
    respond_by: dossier.respondBy,
    told_times: dossier.told?.times ?? 0,
    told_at: dossier.told?.at ?? null,
    told_outcome: dossier.told?.outcome ?? null,
  };
}

/** What of a person stands in the row, to be found by name: nothing once it is erased. */
export function personalProjection({ personal }: Dossier) {
  const name = personal ? personal.applicants.map((party) => party.name).join(', ') : null;
  return { applicant_name: name, applicant_folded: name && fold(name) };
}

export type DueProjection = ReturnType<typeof dueProjection>;
