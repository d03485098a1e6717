import { postAt } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { formatDossierNumber } from '#kernel/dossier-number.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import { receiptContent } from '../papers/receipt.ts';

import { checkPapers } from '../rules/check-filing.ts';
import type { Acceptance } from '../rules/command.ts';
import { accept as decideAccept } from '../rules/decide.ts';
import { clockFacts, committedDateOf, dueDateOf } from '../rules/due-date-of.ts';
import type { NewEvent } from '../rules/event.ts';
import { transitions } from '../rules/transitions.ts';
import { type Beginning, type BeginPress, begin, beginIn } from './begin.ts';
import type { Done, DossierDeps } from './deps.ts';
import { frameOf } from './frame.ts';
import { planProcess } from './plan.ts';

/** Accepts a dossier at the counter: number, due date, plan and receipt in one transaction, or nothing at all. */
export function accept(deps: DossierDeps, press: BeginPress): Promise<Outcome<Done>> {
  return begin(deps, press, 'accept', (tx, beginning) => decideToAccept(tx, deps, press, beginning));
}

/** One of several that are accepted in one transaction: a refusal of one undoes all. */
export async function acceptAmong(tx: Tx, deps: DossierDeps, press: BeginPress): Promise<Outcome<Done>> {
  return beginIn(tx, deps, press, 'accept', (_, beginning) => decideToAccept(tx, deps, press, beginning));
}

async function decideToAccept(
  tx: Tx,
  deps: DossierDeps,
  press: BeginPress,
  beginning: Beginning,
): Promise<Outcome<readonly NewEvent[]>> {
  const { prepared, now, facts, dossier } = beginning;
  const { filing } = prepared;
  const complete = checkPapers(facts.personal, prepared.procedure.papers, filing.procedure.caseKey);
  if (!complete.ok) return complete;
  const calendar = await deps.calendarFor(tx, filing.intakeOfficeId);
  const due = dueDateOf(calendar, filing, { received: now });
  const plan = await planProcess(tx, deps, prepared, calendar, due, now);
  if (!plan.ok) return plan;
  const number = await giveNumber(tx, deps, beginning);
  passing('dossiers/number-given');
  const clock = clockFacts(due, now, committedDateOf(calendar, filing, { received: now }));
  const acceptance = { ...plan.value, number, clock, receiptId: '' };
  const receiptId = await writeReceipt(tx, deps, press, beginning, acceptance);
  return decideAccept(dossier, facts, { ...acceptance, receiptId });
}

/** A training dossier keeps the name it has: no number of the day is used up. */
async function giveNumber(tx: Tx, deps: DossierDeps, { prepared, now, facts }: Beginning): Promise<string> {
  if (facts.training) return facts.reference;
  const { agency } = prepared;
  const day = dateOf(now);
  const sequence = await deps.stores.nextNumberOfDay(tx, agency.id, day);
  return formatDossierNumber({ agencyCode: agency.agencyCode ?? agency.code, acceptedOn: day, sequence });
}

async function writeReceipt(
  tx: Tx,
  deps: DossierDeps,
  press: BeginPress,
  { id, prepared, now, facts }: Beginning,
  { number, clock }: Acceptance,
): Promise<string> {
  const { filing, oneStop, agency } = prepared;
  const post = postAt(press.actor, transitions.accept.roles, oneStop.id, filing.procedure);
  if (!post) throw new Error('checked before');
  const about = { filing, number, training: facts.training };
  const frame = frameOf(deps, about, { press, post, now }, { agency, oneStop });
  return deps.stores.freezePaper(tx, deps, {
    purpose: 'receipt',
    regime: filing.regime,
    officeId: oneStop.id,
    subjectId: id,
    number,
    frozenAt: now,
    content: receiptContent(frame, { number, filing, personal: facts.personal, clock }),
  });
}
