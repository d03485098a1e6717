import { type Client, signIn } from '../../outside/http-client.ts';
import type { KnownRoute } from '../../outside/known-routes.ts';
import type { Seeded } from '../../outside/seeded.ts';
import { encodedOf, type HostileString, inAddress } from './strings.ts';
import type { Tally } from './tally.ts';

/** One who holds each role in the demo; whoever else it is, it is one of its people. */
export const roleAccounts: Readonly<Record<string, string>> = {
  'reception-officer': 'ngan.pham',
  'postal-staff': 'hien.trinh',
  'one-stop-head': 'phuc.do',
  specialist: 'thu.nguyen',
  'unit-leader': 'an.mai',
  'signing-leader': 'son.do',
  'result-clerk': 'yen.vo',
  'home-visit-officer': 'ngoc.lam',
  'drafting-helper': 'binh.phan',
  'catalogue-manager': 'chau.le',
  'calendar-manager': 'phuc.do',
  statistician: 'mai.le',
  'reform-coordinator': 'chau.mai',
  inspector: 'tuyen.cao',
  'data-protection-officer': 'tien.le',
  'system-administrator': 'nghia.duong',
};

export interface Visit {
  readonly account: string;
  readonly client: Client;
}

/** Names that handlers ask for; a route may know others, which the forms bring. */
const queryNames = [
  'q',
  'sau',
  'truoc',
  'trang',
  'trang-thai',
  'tu',
  'den',
  'loai',
  'xong',
  'k',
  'tiep',
  'ngon-ngu',
];
const fieldNames = [
  'key',
  'seq',
  'chon',
  'lam',
  'ma',
  'note',
  'reason',
  'press',
  'ly-do',
  'tu',
  'den',
  'ten',
  'id',
];

/** One route as one person: the string in every part of the address, and in every field. */
export async function tryRoute(
  visit: Visit,
  route: KnownRoute,
  one: HostileString,
  tally: Tally,
): Promise<void> {
  const { client, account } = visit;
  const value = inAddress(one).slice(0, 1500);
  const path = route.path.replace(/:\w+/g, () => value).replace('*', () => value);
  const what = `${one.group} ${JSON.stringify(one.text.slice(0, 60))}`;
  const where = `${route.method} ${route.path} by ${account}`;
  if (route.method === 'GET') {
    const query = [...queryNames.map((name) => `${name}=${value}`), `${value}=${value}`].join('&');
    return tally.look(await client.ask(`${path}?${query}`), where, what);
  }
  const body = encodedOf(one).slice(0, 20_000);
  const fields = fieldNames.map((name) => `${name}=${body}`);
  const token = encodeURIComponent(await tokenOf(client));
  const answer = await client.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: [`_csrf=${token}`, ...fields].join('&'),
  });
  tally.look(answer, where, what);
}

const tokens = new WeakMap<Client, string>();

async function tokenOf(client: Client): Promise<string> {
  const known = tokens.get(client);
  if (known !== undefined) return known;
  const found = /name="_csrf" value="([^"]*)"/.exec((await client.get('/tra-cuu')).body)?.[1] ?? '';
  tokens.set(client, found);
  return found;
}

let machines = 0;

/** Whoever was signed out by what they sent signs in again, at another machine: each may try so often. */
export async function stayIn({ client, account }: Visit): Promise<void> {
  if (account === 'nobody') return;
  const answer = await client.get('/tai-khoan');
  if (answer.status < 300) return;
  tokens.delete(client);
  machines += 1;
  client.from = `198.18.${Math.floor(machines / 250) % 250}.${(machines % 250) + 1}`;
  await signIn(client, account);
}

/** So many of all, others for each place. */
export function draw(
  random: Seeded,
  strings: readonly HostileString[],
  count: number,
): readonly HostileString[] {
  return Array.from({ length: count }, () => random.pick(strings));
}
