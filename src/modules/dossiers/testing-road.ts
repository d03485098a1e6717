import type { Actor } from '#kernel/actor.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { askForSupplement } from './actions/ask-for-supplement.ts';
import { confirmReceipt } from './actions/confirm-receipt.ts';
import { finishStep } from './actions/finish-step.ts';
import { forward } from './actions/forward.ts';
import { readDossier } from './actions/read-dossier.ts';
import { receiveSupplement } from './actions/receive-supplement.ts';
import { startStep } from './actions/start-step.ts';
import { aBeginPress, aFilingInput, anOfficeOfChauThanh, anOrigin, aPress } from './testing-office.ts';
import { allDossiers } from './testing-rows.ts';

export const HOUSEHOLD_BUSINESS = '1.001612';
export const ONE_STOP = 'Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành';
export const SECTION = 'Phòng Tài chính - Kế hoạch';

/** The people of one road at huyện Châu Thành, and how far they may have gone. */
export async function aRoad(db: TestDatabase) {
  const office = await anOfficeOfChauThanh(db);
  const oneStop = office.office(ONE_STOP);
  const clerk = await office.actorOf(oneStop, 'reception-officer');
  const specialist = await office.actorOf(office.office(SECTION), 'specialist');

  const anAccepted = async (code = HOUSEHOLD_BUSINESS, training = false): Promise<string> => {
    const procedure = await office.procedure(code);
    const press = { ...aBeginPress(clerk, aFilingInput(procedure, oneStop)), training };
    const done = await accept(office.deps, press);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value.number;
  };

  const seqOf = async (number: string): Promise<number> => {
    const row = await db.owner
      .selectFrom(allDossiers.as('d'))
      .where((eb) => eb.or([eb('number', '=', number), eb('reference', '=', number)]))
      .select('head_seq')
      .executeTakeFirstOrThrow();
    return row.head_seq;
  };

  const press = async (actor: Actor, number: string) => aPress(actor, number, await seqOf(number));

  const inWork = async (training = false): Promise<string> => {
    const number = await anAccepted(undefined, training);
    await forward(office.deps, await press(clerk, number), { note: null });
    await confirmReceipt(office.deps, await press(specialist, number));
    await startStep(office.deps, await press(specialist, number));
    return number;
  };

  /** As this person reads it. */
  const read = async (number: string, actor = clerk) => {
    const found = await readDossier(office.deps, { actor, origin: anOrigin() }, number);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };

  const toTheLeader = async (number: string): Promise<Actor> => {
    const input = { note: null, draft: null };
    const finished = await finishStep(office.deps, await press(specialist, number), input);
    if (!finished.ok) throw new Error(finished.refusal.code);
    const { dossier } = await read(number, specialist);
    const holder = office.offices.find((one) => one.id === dossier.holder?.officeId);
    if (!holder) throw new Error('nobody holds it');
    return office.actorOf(holder, 'signing-leader');
  };

  return { office, oneStop, clerk, specialist, anAccepted, press, inWork, read, seqOf, toTheLeader };
}

/** A paper is asked for today and brought at `at`. */
export async function supplement(road: Awaited<ReturnType<typeof aRoad>>, number: string, at: string) {
  const { office, clerk, specialist, press } = road;
  const asked = { items: [{ name: 'Hợp đồng thuê', what: 'bản chính' }], reason: 'Thiếu', respondBy: null };
  const first = await askForSupplement(office.deps, await press(specialist, number), asked);
  office.setClock(at);
  const counts = { originals: 1, certifiedCopies: 0, photocopies: 0, files: [] };
  const papers = [{ key: null, name: 'Hợp đồng thuê', way: 'submit' as const, ...counts }];
  const then = await receiveSupplement(office.deps, await press(clerk, number), { papers, note: null });
  for (const done of [first, then]) if (!done.ok) throw new Error(done.refusal.code);
}
