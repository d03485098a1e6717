import type { Actor } from '#kernel/actor.ts';
import { accept } from '#modules/dossiers/index.ts';
import { aDesk, type Browser, fieldsOf } from '#modules/dossiers/testing-desk.ts';
import { aBeginPress, aFilingInput } from '#modules/dossiers/testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from '#modules/dossiers/testing-road.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { watchRules } from './actions/watch.ts';
import { reminderRoutes } from './pages/routes.ts';
import { startLines } from './pages/start-lines.tsx';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

/** Huyện Châu Thành in July 2022 with its reminders, and people who press on real pages. */
export async function aWatchedDesk(db: TestDatabase) {
  const desk = await aDesk(db, {
    routes: (deps) => reminderRoutes({ ...deps, mail: null }),
    words: { reminders: { vi, en } },
  });
  const oneStop = desk.office(ONE_STOP);
  const section = desk.office(SECTION);
  const leadership = desk.office('Lãnh đạo Ủy ban nhân dân huyện Châu Thành');
  const actors = {
    // the first one heads the one-stop too
    clerk: await desk.actorOf(oneStop, 'reception-officer', 1),
    head: await desk.actorOf(oneStop, 'one-stop-head'),
    specialist: await desk.actorOf(section, 'specialist'),
    unitLeader: await desk.actorOf(section, 'unit-leader'),
    chairman: await desk.actorOf(leadership, 'signing-leader'),
  };
  const browser = (actor: Actor) =>
    desk.browser(actor, { startLines: (request) => startLines(desk.deps, request) });

  const accepted = async (training = false): Promise<string> => {
    const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), oneStop);
    const done = await accept(desk.deps, { ...aBeginPress(actors.clerk, input), training });
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value.number;
  };
  /** Presses a form of a dossier as it is drawn. */
  const press = async (who: Browser, number: string, slug: string, typed: Record<string, string> = {}) => {
    const at = `/lam-viec/ho-so/${number}/${slug}`;
    const fields = fieldsOf((await who.get(at)).body, at);
    const reply = await who.post(at, { ...fields, ...typed });
    if (reply.statusCode !== 303) throw new Error(`${slug}: ${reply.statusCode}`);
  };
  const inWork = async (training = false): Promise<string> => {
    const number = await accepted(training);
    await press(await browser(actors.clerk), number, 'chuyen');
    const specialist = await browser(actors.specialist);
    await press(specialist, number, 'nhan');
    await press(specialist, number, 'bat-dau');
    return number;
  };
  const told = () =>
    db.owner
      .selectFrom('reminders.reminder')
      .select(['account_id as accountId', 'rule', 'occasion', 'whom', 'instead_of as insteadOf'])
      .execute();
  const watch = () => watchRules(desk.deps);
  return { ...desk, actors, browser, accepted, inWork, press, told, watch };
}

export type WatchedDesk = Awaited<ReturnType<typeof aWatchedDesk>>;
