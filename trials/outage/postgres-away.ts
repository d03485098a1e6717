import { AWAY_TITLE, wrongWithAwayPage } from '../../outside/away-page.ts';
import { acceptDossier, dossierPath } from '../../outside/counter-client.ts';
import type { HtmlForm } from '../../outside/html-forms.ts';
import { type Answer, filled } from '../../outside/http-client.ts';
import type { Installation } from '../../outside/installation.ts';
import { type ServerBeside, startServerBeside } from '../../outside/server-beside.ts';
import type { TrialRun } from '../trial.ts';
import { startDemo, withInstallation } from '../with-installation.ts';
import { Desk, keptOf, type Press, pressAgain, send } from './desk.ts';
import { areResultsDrawn, pause, until } from './waiting.ts';
import { tryWorkerAway } from './worker-away.ts';

const AWAY_MS = { short: 10_000, long: 60_000 };
const EVERY_MS = 500;
/** A person would press again after that; no page may need longer to say that it cannot. */
const LONGEST_ANSWER_MS = 11_000;
const BACK_MS = 60_000;

/** A server that the program did not start is stopped and, a minute later, started again by somebody. */
export async function tryDatabaseAway(run: TrialRun): Promise<void> {
  const server = await startServerBeside();
  const work = async (installation: Installation) => {
    await startDemo(installation);
    const desk = await Desk.open(installation.address);
    await goAway(run, installation, server, desk);
    await tryWorkerAway(run, installation, desk);
    if (!(await installation.verify()).ok) run.problem('verify after PostgreSQL and worker were away');
  };
  try {
    await withInstallation(run, work, { DATABASE_URL: server.url });
  } finally {
    await server.remove();
  }
}

async function goAway(
  run: TrialRun,
  installation: Installation,
  server: ServerBeside,
  desk: Desk,
): Promise<void> {
  const number = await acceptDossier(desk.clerk);
  const [draft, forward] = [await desk.fillDraft(), await desk.fillCommand(number, 'chuyen')];
  const lookUp = await desk.citizen.form('/tra-cuu', '/tra-cuu');
  await server.stop();
  run.say('PostgreSQL is away');
  const kept = await lookMeanwhile(run, desk, { number, lookUp }, [draft, forward]);
  await server.start();
  const back = await until(run, 'the first page after PostgreSQL is back', BACK_MS, async () => {
    return (await desk.clerk.get('/lam-viec')).status === 200;
  });
  run.figure('First page after PostgreSQL was back', back ?? 'never');
  const [again, forwarded] = kept;
  if (again) desk.told.push(await pressAgain(again, run.problem));
  if (forwarded) await pressAgain(forwarded, run.problem);
  await expectForwardedOnce(run, installation, number);
  await desk.goOn(number, 1);
  const drawn = await until(run, 'a result by the worker', BACK_MS, () => areResultsDrawn(installation, 1));
  run.figure('A result signed afterwards is drawn', drawn ? `after ${drawn}` : 'never');
}

/** Whatever is opened or pressed says so, in time, and keeps what was typed; answers the presses as they are kept. */
async function lookMeanwhile(
  run: TrialRun,
  { clerk, leader, citizen }: Desk,
  { number, lookUp }: { readonly number: string; readonly lookUp: HtmlForm },
  presses: readonly Press[],
): Promise<readonly Press[]> {
  const looks: (readonly [string, () => Promise<Answer>])[] = [
    ['the work list', () => clerk.get('/lam-viec')],
    ['a dossier', () => clerk.get(dossierPath(number))],
    ['the overview', () => leader.get('/lam-viec/tinh-hinh')],
    ['a look-up', () => citizen.post('/tra-cuu', filled(lookUp, { so: number }))],
    ['the health of the program', () => citizen.get('/suc-khoe')],
  ];
  let [asked, slowest] = [0, 0];
  const ask = async (what: string, work: () => Promise<Answer>) => {
    const begun = performance.now();
    const answer = await work();
    asked += 1;
    slowest = Math.max(slowest, performance.now() - begun);
    const wrong = wrongWithAwayPage(answer, [AWAY_TITLE]);
    if (wrong) run.problem(`${what} while PostgreSQL was away ${wrong}`);
    return answer;
  };
  const end = performance.now() + (run.long ? AWAY_MS.long : AWAY_MS.short);
  let kept = presses;
  while (performance.now() < end) {
    await Promise.all(looks.map(([what, work]) => ask(what, work)));
    const answers = await Promise.all(kept.map((press) => ask(press.action, () => send(press))));
    kept = kept.map((press, at) => keptOf(press, answers[at] as Answer, run.problem));
    await pause(EVERY_MS);
  }
  run.figure(
    'Asked while PostgreSQL was away',
    `${asked}, the slowest answer after ${Math.round(slowest)} ms`,
  );
  if (slowest > LONGEST_ANSWER_MS)
    run.problem(`an answer took ${Math.round(slowest)} ms while PostgreSQL was away`);
  return kept;
}

async function expectForwardedOnce(run: TrialRun, installation: Installation, number: string): Promise<void> {
  const events = await installation.rows<{ type: string }>(
    `select type from dossiers.event join dossiers.dossier on id = dossier_id where number = $1 order by seq`,
    [number],
  );
  const written = events.map(({ type }) => type).join(', ');
  if (written !== 'accepted, forwarded')
    run.problem(`${number}: pressed accepted, forwarded; written ${written}`);
}
