import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Facts, Inputs } from './command.ts';
import { type Deciders, type Made, reasonMissing } from './decider.ts';
import { type Dossier, suspendingOpinion } from './dossier.ts';
import { isLate } from './late-cause.ts';

export const corrections: Deciders<
  'correct-data' | 'correct-procedure' | 'correct-cause' | 'annul-acceptance'
> = {
  'correct-data': (dossier, { filing, reason }) => {
    if (!reason.trim()) return reasonMissing();
    const fields = changedFields(dossier, filing);
    if (fields.length === 0) return refused('dossiers/nothing-changed');
    return accepted({ type: 'data-corrected', body: { fields }, personal: { filing, reason } });
  },
  'correct-procedure': correctProcedure,
  'correct-cause': correctCause,
  'annul-acceptance': annulAcceptance,
};

function changedFields(dossier: Dossier, filing: Inputs['correct-data']['filing']): string[] {
  const { personal } = dossier;
  const keys = ['applicants', 'authorised', 'papers', 'note'] as const;
  return keys.filter((key) => JSON.stringify(personal?.[key]) !== JSON.stringify(filing[key]));
}

/**
 * The wrong procedure or case was chosen at the counter. The due date is computed again from the same receipt and
 * the dossier goes back to the one-stop, which forwards it anew. Refusals: `reason-missing`,
 * `first-step-finished`, `supplement-was-asked`, `waits-for-opinion`, `nothing-changed`.
 */
function correctProcedure(
  dossier: Dossier,
  { reason, pauses = [], ...corrected }: Inputs['correct-procedure'],
): Outcome<Made> {
  const body = pauses.length > 0 ? { ...corrected, pauses } : corrected;
  if (!reason.trim()) return reasonMissing();
  const refusal = mayCorrectProcedure(dossier);
  if (!refusal.ok) return refusal;
  const [was, is] = [dossier.filing.procedure, body.filing.procedure];
  if (was.versionId === is.versionId && was.caseKey === is.caseKey)
    return refused('dossiers/nothing-changed', undefined, 'code');
  return accepted({ type: 'procedure-corrected', body, personal: { reason } });
}

/** Asked before papers are made as well: a correction makes a new receipt. */
export function mayCorrectProcedure(dossier: Dossier): Outcome<null> {
  if (dossier.stepFinished) return refused('dossiers/first-step-finished');
  if (dossier.supplements > 0) return refused('dossiers/supplement-was-asked');
  const asked = suspendingOpinion(dossier);
  if (asked?.outside) return refused('dossiers/waits-outside', { body: asked.officeName });
  if (asked) return refused('dossiers/waits-for-opinion', { office: asked.officeName });
  return accepted(null);
}

/**
 * Why it was late is said otherwise than the evidence says; that stays beside it. Refusals: `not-late`, `erased`,
 * `cause-missing`, `nothing-changed`, `reason-missing`.
 */
function correctCause(
  dossier: Dossier,
  { from, to, reason, evidence }: Inputs['correct-cause'],
  { now }: Facts,
): Outcome<Made> {
  if (!isLate(dossier, now)) return refused('dossiers/not-late');
  if (!dossier.personal) return refused('dossiers/erased');
  if (to === null) return refused('dossiers/cause-missing', undefined, 'cause');
  if (to === from) return refused('dossiers/nothing-changed', undefined, 'cause');
  if (!reason.trim()) return reasonMissing();
  return accepted({ type: 'late-cause-corrected', body: { from, to }, personal: { reason, evidence } });
}

/** Only on the day of acceptance, or of the take-over: the number stays used, the receipt is void. */
function annulAcceptance(
  dossier: Dossier,
  { ground, reason }: Inputs['annul-acceptance'],
  { now }: Facts,
): Outcome<Made> {
  if (!ground) return refused('dossiers/annulment-ground-missing', undefined, 'ground');
  if (!reason.trim()) return reasonMissing();
  const since = dossier.takenOver?.at ?? dossier.receivedAt;
  if (!since || dateOf(since) !== dateOf(now)) return refused('dossiers/only-same-day');
  return accepted({ type: 'acceptance-annulled', body: { ground }, personal: { reason } });
}
