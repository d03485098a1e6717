import {
  acceptDossier,
  commandForm,
  dossierPath,
  filledDraft,
  HOUSEHOLD_BUSINESS,
  newDraft,
} from '../../outside/counter-client.ts';
import { type Answer, Client, filled, formOf, signedIn, textOf } from '../../outside/http-client.ts';
import { lifeAccounts, lifeAfterAcceptance } from '../../outside/life.ts';
import type { Seeded } from '../../outside/seeded.ts';

/** Who works on a day, and a citizen; people who share an account share its session. */
export interface People {
  readonly clerk: Client;
  readonly specialist: Client;
  readonly leader: Client;
  readonly returner: Client;
  readonly citizen: Client;
}

export async function arrive(address: string): Promise<People[]> {
  const { clerks, specialist, leader, returner } = lifeAccounts;
  const later = {
    specialist: await signedIn(address, specialist),
    leader: await signedIn(address, leader),
    returner: await signedIn(address, returner),
  };
  const at = clerks.slice(0, 4).map(async (account) => ({
    clerk: await signedIn(address, account),
    ...later,
    citizen: new Client(address),
  }));
  return Promise.all(at);
}

/** One turn of the day: mostly looking, some work, now and then something large. Answers what went wrong. */
export async function turn(people: People, numbers: string[], random: Seeded): Promise<string | undefined> {
  const drawn = random.next();
  const number = numbers.length > 0 ? random.pick(numbers) : undefined;
  if (number === undefined || drawn < 0.12) return life(people, numbers, random);
  if (drawn < 0.16) return scan(people.clerk, random);
  const [what, look] = random.pick(looks(people, number));
  return failure(await look(), what);
}

type Look = readonly [what: string, look: () => Promise<Answer>];

function looks({ clerk, specialist, leader, returner, citizen }: People, number: string): Look[] {
  const path = dossierPath(number);
  const page = (client: Client, address: string): Look => [address, () => client.get(address)];
  return [
    page(clerk, '/lam-viec'),
    page(specialist, '/lam-viec'),
    page(leader, '/lam-viec/tinh-hinh'),
    page(leader, '/lam-viec/ky'),
    page(returner, '/lam-viec/tra-ket-qua'),
    page(clerk, '/lam-viec/ho-so'),
    page(clerk, '/lam-viec/tiep-nhan?q=kinh+doanh'),
    page(clerk, '/lam-viec/ho-so.xlsx'),
    page(clerk, '/lam-viec/thu-phi'),
    page(clerk, path),
    page(specialist, '/lam-viec/ho-so'),
    page(clerk, `${path}/dien-bien`),
    page(citizen, '/'),
    page(citizen, '/thu-tuc'),
    page(citizen, '/suc-khoe'),
    ['a paper', () => openPaper(clerk, path)],
    ['a search', () => search(clerk, number)],
    ['a look-up', () => lookUp(citizen, number)],
  ];
}

async function lookUp(citizen: Client, number: string): Promise<Answer> {
  const form = await citizen.form('/tra-cuu', '/tra-cuu');
  return citizen.post(form.action, filled(form, { so: number }));
}

async function openPaper(client: Client, path: string): Promise<Answer> {
  const page = await client.get(path);
  const paper = /href="([^"]+\.pdf)"/.exec(page.body)?.[1];
  return paper === undefined ? page : client.get(paper);
}

async function search(client: Client, number: string): Promise<Answer> {
  const form = formOf(await client.get('/lam-viec'), '/lam-viec/tim');
  const answer = await client.post(form.action, filled(form, { q: number.slice(-11) }));
  return answer.location ? client.get(answer.location) : answer;
}

async function life(people: People, numbers: string[], random: Seeded): Promise<string | undefined> {
  const fee = { 'fees.0.quantity': '1', 'fees.0.amount': '100000', 'fee-way': 'cash' };
  const number = await acceptDossier(people.clerk, HOUSEHOLD_BUSINESS, fee);
  numbers.push(number);
  const far = random.between(0, lifeAfterAcceptance.length);
  for (const { by, slug, typed } of lifeAfterAcceptance.slice(0, far)) {
    const form = await commandForm(people[by], number, slug);
    const wrong = failure(await people[by].post(form.action, filled(form, typed)), `${slug} on ${number}`);
    if (wrong) return wrong;
  }
  return undefined;
}

/** A draft with a scan, which stays a draft. */
async function scan(clerk: Client, random: Seeded): Promise<string | undefined> {
  const draft = await newDraft(clerk, HOUSEHOLD_BUSINESS);
  const frame = [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 16, 0, 16, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  const points = Array.from({ length: 200_000 }, () => random.between(0, 254));
  const bytes = Uint8Array.from([...frame, ...points, 0xff, 0xd9]);
  const fields = { ...(await filledDraft(clerk, draft)), press: 'upload' };
  return failure(
    await clerk.upload(draft, fields, [{ field: 'files.paper-1', name: 'tờ khai.jpg', bytes }]),
    'a scan',
  );
}

function failure({ status, body }: Answer, what: string): string | undefined {
  return status < 400 ? undefined : `${what} was answered ${status}: ${textOf(body).slice(0, 200)}`;
}
