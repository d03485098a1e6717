import { crawl } from '../../outside/crawl.ts';
import { Client } from '../../outside/http-client.ts';
import type { Installation } from '../../outside/installation.ts';
import { knownRoutes } from '../../outside/known-routes.ts';
import type { Trial, TrialRun } from '../trial.ts';
import { startDemo, withInstallation } from '../with-installation.ts';
import { expectNoFormulas, expectSilentLogs } from './afterwards.ts';
import { attack, type Plan } from './attack.ts';
import { hostileFiles } from './files.ts';
import { draw, roleAccounts, stayIn, tryRoute, type Visit } from './routes.ts';
import { CERTIFICATION, Scene } from './scene.ts';
import { hostileStrings } from './strings.ts';
import { Tally } from './tally.ts';
import { atAddress, commandTargets, draftTargets, otherTargets, type Target } from './targets.ts';

const AT_ONCE = 4;
const ROUND = 60;
const forms = {
  short: { routeStrings: 1, strings: 4, files: 6, dossiers: 1, deskMs: 120_000, officeMs: 50_000 },
  long: {
    routeStrings: 10,
    strings: 12,
    files: 8,
    dossiers: 3,
    deskMs: 32 * 60_000,
    officeMs: 12 * 60_000,
  },
} as const;

const LONG_MS = 60 * 60_000;

/** A run that is to be shorter gives each part less. */
function timeFor({ long, limitMs }: TrialRun, part: 'deskMs' | 'officeMs'): number {
  return long ? forms.long[part] * Math.min(1, limitMs / LONG_MS) : forms.short[part];
}

/** From where each of them walks; the administrator has an installation of her own. */
const deskStarts: readonly (readonly [string, readonly string[]])[] = [
  ['ngan.pham', ['/lam-viec', '/lam-viec/tiep-nhan?q=kinh+doanh', '/lam-viec/chung-thuc', '/tai-khoan']],
  ['thu.nguyen', ['/lam-viec', '/lam-viec/ho-so']],
  ['son.do', ['/lam-viec', '/lam-viec/ky', '/lam-viec/tinh-hinh']],
  ['yen.vo', ['/lam-viec', '/lam-viec/tra-ket-qua']],
  [
    'phuc.do',
    ['/lam-viec', '/lam-viec/thu-phi', '/lam-viec/thu-phi/quy', '/lam-viec/so-theo-doi', '/quan-tri'],
  ],
  ['chau.le', ['/lam-viec', '/quan-tri']],
  ['tien.le', ['/lam-viec', '/lam-viec/bao-ve-du-lieu']],
  ['tuyen.cao', ['/lam-viec', '/lam-viec/ho-so']],
  ['nobody', ['/', '/tra-cuu', '/dang-nhap', '/thu-tuc']],
];
const officeStarts: readonly (readonly [string, readonly string[]])[] = [
  [
    'nghia.duong',
    [
      '/quan-tri',
      '/quan-tri/lich/2022',
      '/quan-tri/lich/2027/xac-nhan',
      '/quan-tri/ra-soat/moi',
      '/quan-tri/chua-kiem-tra?loai=procedure',
    ],
  ],
];

export const hostile: Trial = {
  about: `every field, every route and every role with ${hostileStrings.length} texts and ${hostileFiles.length} files`,
  run: async (run) => {
    run.figure('Hostile texts', hostileStrings.length);
    run.figure('Hostile files', hostileFiles.length);
    const tally = new Tally(run);
    const attacked = new Set<string>();
    const believed = { TRUST_PROXY: 'loopback' };
    await withInstallation(
      run,
      (installation) => atTheDesk({ run, installation, tally, attacked }),
      believed,
    );
    await withInstallation(
      run,
      (installation) => inTheOffice({ run, installation, tally, attacked }),
      believed,
    );
    const posted = knownRoutes().filter(({ method }) => method === 'POST');
    const missed = posted
      .filter(({ path }) => !attacked.has(path) && !path.endsWith('/:act'))
      .map(({ path }) => path);
    run.figure('Forms', attacked.size);
    run.leftOut(
      `the forms behind ${missed.length} of ${posted.length} addresses, which only got strings without their own fields: ${missed.join(', ')}`,
    );
    run.figure('Sent', tally.sent);
    run.figure('Answers', tally.statuses);
    run.figure('Not sent, the form was used up', tally.spared);
  },
};

interface Front {
  readonly run: TrialRun;
  readonly installation: Installation;
  readonly tally: Tally;
  /** Kinds of forms that were reached. */
  readonly attacked: Set<string>;
}

async function atTheDesk({ run, installation, tally, attacked }: Front): Promise<void> {
  await startDemo(installation);
  await installation.command('setting', 'portal.look-ups', '{"hits":100000,"minutes":10}');
  const scene = new Scene(installation.address);
  const commands = await commandTargets(scene, run.problem);
  const drafts = await draftTargets(scene);
  const known = new Set([...commands, ...drafts].map(({ kind }) => kind));
  await scene.certify();
  const others = await otherTargets(await walkers(scene, deskStarts), known, tally);
  run.say(`${commands.length} commands, ${drafts.length} presses of reception, ${others.length} other forms`);
  const certify = others.find(({ kind }) => kind === CERTIFICATION);
  if (certify) others.push(atAddress(certify, `${CERTIFICATION}/tinh`));
  for (const { kind } of [...commands, ...drafts, ...others]) attacked.add(kind);
  expectMany(run, 'commands', commands.length, 25);
  expectMany(run, 'presses of reception', drafts.length, 10);
  expectMany(run, 'other forms', others.length, 30);
  await tryRoutes(run, scene, tally);
  await attackAll(run, [...commands, ...drafts, ...others], tally, timeFor(run, 'deskMs'));
  run.say(`${tally.sent} sent; looking at what is left of it`);
  await lookAround(await walkers(scene, deskStarts), tally);
  await drawPapers(run, installation, await scene.person('ngan.pham'), tally);
  await expectNoFormulas(run, await scene.person('phuc.do'), [
    '/lam-viec/ho-so',
    '/lam-viec',
    '/lam-viec/so-theo-doi',
  ]);
  await expectNoFormulas(run, await scene.person('ngan.pham'), ['/lam-viec/chung-thuc/so']);
  await expectWhole(run, installation);
}

async function inTheOffice({ run, installation, tally, attacked }: Front): Promise<void> {
  await startDemo(installation);
  const scene = new Scene(installation.address);
  const targets = await otherTargets(await walkers(scene, officeStarts), new Set(), tally);
  run.say(`${targets.length} forms of administration`);
  for (const { kind } of targets) attacked.add(kind);
  expectMany(run, 'forms of administration', targets.length, 25);
  await attackAll(run, targets, tally, timeFor(run, 'officeMs'));
  await lookAround(await walkers(scene, officeStarts), tally);
  await expectWhole(run, installation);
}

/** A walk that finds nothing would find nothing wrong either. */
function expectMany(run: TrialRun, what: string, found: number, wanted: number): void {
  if (found < wanted) run.problem(`only ${found} ${what} were found, there are at least ${wanted}`);
}

type Walker = readonly [account: string, client: Client, from: readonly string[]];

async function walkers(scene: Scene, starts: typeof deskStarts): Promise<Walker[]> {
  const all: Walker[] = [];
  for (const [account, from] of starts) {
    const client = account === 'nobody' ? new Client(scene.address) : await scene.person(account);
    await stayIn({ account, client });
    all.push([account, client, from]);
  }
  return all;
}

/** Every route as every role, each with strings of its own draw. */
async function tryRoutes(run: TrialRun, scene: Scene, tally: Tally): Promise<void> {
  const visits: Visit[] = [{ account: 'nobody', client: new Client(scene.address) }];
  for (const account of new Set(Object.values(roleAccounts)))
    visits.push({ account, client: await scene.person(account) });
  const routes = knownRoutes();
  expectMany(run, 'routes', routes.length, 250);
  run.figure('Routes', `${routes.length} as ${Object.keys(roleAccounts).length + 1} roles`);
  run.leftOut(
    'roles that nobody holds in a demo: first-steps (nobody who has to change a password), service-account',
  );
  const { routeStrings } = run.long ? forms.long : forms.short;
  await Promise.all(
    visits.map(async (visit) => {
      for (const route of routes) {
        if (route.path === '/dang-xuat') continue; // signing out is what it is for
        for (const one of draw(run.random, hostileStrings, routeStrings))
          await tryRoute(visit, route, one, tally);
      }
      await stayIn(visit);
    }),
  );
  run.say(`${routes.length} routes as ${visits.length} people, ${tally.sent} sent`);
}

/** In rounds, so that no form waits for the end of another: each round brings every field the next texts and files. */
async function attackAll(run: TrialRun, targets: readonly Target[], tally: Tally, ms: number): Promise<void> {
  const plans = plansOf(run, performance.now() + ms);
  for (const [at, plan] of plans.entries()) {
    const unfinished = await attackOnce(run, targets, plan, tally);
    run.say(`round ${at + 1} of ${plans.length}: ${targets.length} forms, ${tally.sent} sent`);
    if (unfinished.length === 0) continue;
    const later = plans.length > 1 ? `; of ${plans.length} rounds it was the ${at + 1}.` : '';
    return run.leftOut(
      `${unfinished.length} of ${targets.length} forms were not finished in the time${later}: ${unfinished.join(', ')}`,
    );
  }
}

/** Answers the kinds of forms for which there was no time. */
async function attackOnce(
  run: TrialRun,
  targets: readonly Target[],
  plan: Plan,
  tally: Tally,
): Promise<string[]> {
  const queue = run.random.shuffled(targets);
  const unfinished: string[] = [];
  const worker = async () => {
    for (let target = queue.shift(); target; target = queue.shift()) {
      const finished = await attack(target, plan, tally).catch((error: unknown) =>
        run.problem(`${target.kind} by ${target.account}: ${error instanceof Error ? error.stack : error}`),
      );
      if (finished === false) unfinished.push(target.kind);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return unfinished;
}

/**
 * Short: a few strings for each field, dealt so that each comes to somebody. Long: the same with more; then every field
 * gets all of them while the other fields get others; then what is left of the time goes to all of them alone, the
 * rest of the form as it should be.
 */
function plansOf(run: TrialRun, until: number): Plan[] {
  const { strings, files, dossiers } = run.long ? forms.long : forms.short;
  const [texts, scans] = [run.random.shuffled(hostileStrings), run.random.shuffled(hostileFiles)];
  const dealer = <T>(all: readonly T[], count: number) => {
    let next = 0;
    return () => Array.from({ length: count }, () => all[next++ % all.length] as T);
  };
  const nothing = {
    stringsFor: () => [],
    filesFor: () => [],
    together: null,
    dossiersEach: dossiers,
    breaksForms: false,
    isOver: () => performance.now() > until,
  };
  const first = {
    ...nothing,
    stringsFor: dealer(texts, strings),
    filesFor: dealer(scans, files),
    breaksForms: true,
  };
  if (!run.long) return [first];
  const rest = Array.from({ length: Math.ceil(texts.length / ROUND) }, (_, round) => ({
    ...nothing,
    stringsFor: () => texts.slice(round * ROUND, (round + 1) * ROUND),
  }));
  return [
    first,
    { ...nothing, together: 'visible', filesFor: () => scans },
    { ...nothing, together: 'hidden' },
    ...rest,
  ];
}

/** Every page still stands and says what was typed as text. */
async function lookAround(people: readonly Walker[], tally: Tally): Promise<void> {
  for (const [account, client, from] of people)
    await crawl(client, from, (answer, path) => tally.look(answer, `GET ${path}, afterwards`, account));
}

const MOST_PAPERS = { short: 12, long: 400 };

/** Papers of the dossiers that were attacked can be drawn. */
async function drawPapers(
  run: TrialRun,
  installation: Installation,
  clerk: Client,
  tally: Tally,
): Promise<void> {
  const papers = await installation.rows<{ path: string }>(
    `select '/lam-viec/ho-so/' || coalesce(d.number, d.reference) || '/giay/' || p.id || '.pdf' as path
       from documents.paper p join dossiers.dossier d on d.id = p.subject_id
      order by md5(p.id::text || $1) limit $2`,
    [String(run.seed), run.long ? MOST_PAPERS.long : MOST_PAPERS.short],
  );
  for (const { path } of papers) {
    const answer = await clerk.get(path);
    tally.look(answer, 'a paper', path);
    if (answer.status !== 200) run.problem(`${path} was answered ${answer.status}`);
  }
  run.figure('Papers drawn', papers.length);
}

async function expectWhole(run: TrialRun, installation: Installation): Promise<void> {
  const verified = await installation.command('verify', '--json');
  if (verified.code !== 0) run.problem(`verify: ${verified.printed}`);
  const [jobs] = await installation.rows<{ tried: number; error: string | null }>(
    `select count(*)::int as tried, min(left(last_error, 200)) as error
       from graphile_worker._private_jobs where last_error is not null`,
  );
  if (jobs && jobs.tried > 0) run.problem(`${jobs.tried} jobs failed: ${jobs.error}`);
  expectSilentLogs(run, installation, ['Mỹ Duyên', '087188004512', 'Ấp Tân Bình']);
}
