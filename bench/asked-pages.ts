import { type Answer, textOf } from '../outside/http-client.ts';
import type { Installation } from '../outside/installation.ts';
import type { Seeded } from '../outside/seeded.ts';
import { signedInLean } from './desks.ts';
import { LeanClient } from './lean-client.ts';

/** A page as somebody asks for it; each call asks for another dossier, name or number. */
export interface AskedPage {
  readonly name: string;
  readonly ask: () => Promise<Answer>;
}

/** Receives at the district; reads all that the district has taken in. */
const CLERK = 'khang.nguyen';
const LISTS = '/lam-viec/ho-so';
/** What a leader opens in the morning. */
export const LEADERS_PAGE = 'leader in the morning';
const ALL_YEARS = new URLSearchParams({ ky: '', tu: '01/01/1990', den: '30/06/2022' });
const REPORTS = ['ii-06a', 'ii-07b', 'thoi-han', 'nguyen-nhan', 'chi-so'];
/** Those that can be counted by the clock of QĐ 766 too. */
const BY_766 = ['ii-06a', 'thoi-han'];

interface Sought {
  readonly numbers: readonly string[];
  readonly rare: readonly string[];
  readonly frequent: readonly string[];
}

/** Of dossiers that the clerk may read; `wrapped_key`: those with a whole history, no copies. */
async function soughtIn(installation: Installation): Promise<Sought> {
  const ofClerk = `dossiers.dossier d where d.number is not null and d.wrapped_key is not null and exists (
    select from dossiers.involved_office i join identity.post p on p.office_id = i.office_id
      join identity.account a on a.person_id = p.person_id
     where i.dossier_id = d.id and a.name = $1)`;
  const list = async (text: string, values: readonly unknown[] = []) =>
    (await installation.rows<{ one: string }>(text, values)).map(({ one }) => one);
  return {
    numbers: await list(`select d.number as one from ${ofClerk} order by md5(d.number) limit 1000`, [CLERK]),
    rare: await list(
      `select d.applicant_name as one from ${ofClerk} and d.id in (
         select min(id::text)::uuid from dossiers.dossier where applicant_folded is not null
          group by applicant_folded having count(*) = 1)
        order by md5(d.applicant_name) limit 200`,
      [CLERK],
    ),
    frequent: await list(
      `select min(d.applicant_name) as one from ${ofClerk}
        group by d.applicant_folded order by count(*) desc, 1 limit 5`,
      [CLERK],
    ),
  };
}

function expectPage(answer: Answer, what: string): Answer {
  if (answer.status !== 200)
    throw new Error(`${what}: ${answer.status} ${textOf(answer.body).slice(0, 300)}`);
  return answer;
}

export async function openPages(installation: Installation, random: Seeded): Promise<AskedPage[]> {
  const { address } = installation;
  const sought = await soughtIn(installation);
  const clerk = await signedInLean(address, CLERK);
  const workers = [clerk];
  for (const account of ['thu.nguyen', 'huong.nguyen', 'yen.vo'])
    workers.push(await signedInLean(address, account));
  const leader = await signedInLean(address, 'long.pham');
  const get = (client: LeanClient, path: string) => async () => expectPage(await client.get(path), path);
  const any = (client: () => LeanClient, path: () => string) => async () =>
    expectPage(await client().get(path()), 'a page');
  return [
    {
      name: 'work list',
      ask: any(
        () => random.pick(workers),
        () => '/lam-viec',
      ),
    },
    { name: 'work list of a leader', ask: get(leader, '/lam-viec') },
    {
      name: 'dossier page',
      ask: any(
        () => clerk,
        () => `${LISTS}/${encodeURIComponent(random.pick(sought.numbers))}`,
      ),
    },
    { name: 'search: rare name', ask: await searching(clerk, () => random.pick(sought.rare)) },
    { name: 'search: frequent name', ask: await searching(clerk, () => random.pick(sought.frequent)) },
    { name: 'search: number', ask: await searching(clerk, () => random.pick(sought.numbers)) },
    { name: 'look-up', ask: await lookingUp(address, random, () => random.pick(sought.numbers)) },
    { name: 'dossiers of an office', ask: get(clerk, LISTS) },
    { name: 'dossiers of an office by name', ask: get(clerk, `${LISTS}?xep=ten`) },
    { name: 'dossiers of an office by date', ask: get(clerk, `${LISTS}?xep=han`) },
    { name: 'dossiers of an agency', ask: get(leader, LISTS) },
    { name: 'dossiers of an agency by date', ask: get(leader, `${LISTS}?xep=-han`) },
    { name: 'results that wait', ask: get(clerk, '/lam-viec/tra-ket-qua') },
    { name: 'how an agency stands', ask: get(leader, '/lam-viec/tinh-hinh') },
    { name: LEADERS_PAGE, ask: get(leader, '/lam-viec/dieu-hanh') },
    { name: 'screen on the wall', ask: get(new LeanClient(address), '/man-hinh') },
    { name: 'report: timeliness of the year', ask: get(leader, '/lam-viec/thong-ke') },
    { name: 'report: timeliness of all years', ask: get(leader, `/lam-viec/thong-ke?${ALL_YEARS}`) },
    ...REPORTS.map((report) => ({ name: `report: ${report}`, ask: get(leader, reportPath(report)) })),
    ...BY_766.map((report) => ({
      name: `report: ${report} by 766`,
      ask: get(leader, `${reportPath(report)}&dong-ho=766`),
    })),
  ];
}

/** Of all years and all agencies that the leader sees. */
function reportPath(report: string): string {
  return `/lam-viec/bao-cao/${report}?${ALL_YEARS}`;
}

/** The text is posted, then its page is fetched, as a browser does; what finds nothing is no search that was measured. */
async function searching(client: LeanClient, text: () => string): Promise<() => Promise<Answer>> {
  const { fields } = await client.form('/lam-viec', '/lam-viec/tim');
  const csrf = fields.find(({ name }) => name === '_csrf')?.value ?? '';
  return async () => {
    const posted = await client.post('/lam-viec/tim', { _csrf: csrf, q: text() });
    const answer = expectPage(await client.get(posted.location), 'a search');
    if (!answer.body.includes(`href="${LISTS}/`)) throw new Error('a search found nothing');
    return answer;
  };
}

/** Each time from another address: one visitor may not ask so often. */
export async function lookingUp(
  address: string,
  random: Seeded,
  number: () => string,
): Promise<() => Promise<Answer>> {
  const visitor = new LeanClient(address);
  const { fields } = await visitor.form('/tra-cuu', '/tra-cuu');
  const csrf = fields.find(({ name }) => name === '_csrf')?.value ?? '';
  return async () => {
    const from = [
      random.between(11, 99),
      random.between(1, 250),
      random.between(1, 250),
      random.between(1, 250),
    ];
    const asked = new URLSearchParams({ _csrf: csrf, so: number() });
    const headers = { 'x-forwarded-for': from.join('.') };
    return expectPage(await visitor.ask('/tra-cuu', { method: 'POST', body: asked, headers }), 'a look-up');
  };
}

export async function knownNumbers(installation: Installation): Promise<readonly string[]> {
  return (await soughtIn(installation)).numbers;
}
