import type { Actor } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { accept } from './actions/accept.ts';
import { confirmReceipt } from './actions/confirm-receipt.ts';
import { decide } from './actions/decide.ts';
import type { Done } from './actions/deps.ts';
import { finishStep } from './actions/finish-step.ts';
import { forward } from './actions/forward.ts';
import type { FilingInput } from './actions/prepare-filing.ts';
import { readDossier } from './actions/read-dossier.ts';
import { startStep } from './actions/start-step.ts';
import { aBeginPress, aFilingInput, anOrigin, aPress, type Office } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';

/** A result that waits at the one-stop of Châu Thành, by the way of an office on a real database. */
export async function aDecided(office: Office, change: Partial<FilingInput> = {}): Promise<string> {
  const clerk = await office.actorOf(office.office(ONE_STOP), 'reception-officer');
  const specialist = await office.actorOf(office.office(SECTION), 'specialist');
  const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
  const input = aFilingInput(procedure, office.office(ONE_STOP), change);
  const number = numberOf(await accept(office.deps, aBeginPress(clerk, input)));
  const read = async () => {
    const found = await readDossier(office.deps, { actor: clerk, origin: anOrigin() }, number);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value.dossier;
  };
  const press = async (actor: Actor) => aPress(actor, number, (await read()).seq);
  numberOf(await forward(office.deps, await press(clerk), { note: null }));
  numberOf(await confirmReceipt(office.deps, await press(specialist)));
  numberOf(await startStep(office.deps, await press(specialist)));
  numberOf(await finishStep(office.deps, await press(specialist), { note: null, draft: null }));
  const { holder } = await read();
  const signing = office.offices.find((one) => one.id === holder?.officeId);
  if (!signing) throw new Error('nobody signs');
  const leader = await office.actorOf(signing, 'signing-leader');
  const result = { title: 'Giấy chứng nhận', content: 'Cấp' };
  numberOf(await decide(office.deps, await press(leader), { outcome: 'granted', result, note: null }));
  return number;
}

function numberOf(done: Outcome<Done>): string {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.number;
}
