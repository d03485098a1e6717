import { signIn } from '../outside/http-client.ts';
import { LeanClient } from './lean-client.ts';
import { accounts, type By, clerks } from './roads.ts';

/** One client: a kept connection of its own, behind it everybody whom a life needs. */
export interface Desk {
  readonly clerk: LeanClient;
  readonly others: ReadonlyMap<By, LeanClient>;
}

const CODE_MS = 30_000;

/** A code of the second factor is good once: after another run in the same half minute the next one is awaited. */
export async function signedInLean(address: string, account: string): Promise<LeanClient> {
  const client = new LeanClient(address);
  try {
    await signIn(client, account);
  } catch {
    await new Promise((wake) => setTimeout(wake, CODE_MS - (Date.now() % CODE_MS) + 500));
    await signIn(client, account);
  }
  return client;
}

export async function openDesks(address: string, count: number): Promise<Desk[]> {
  const signedIn = new Map<string, LeanClient>();
  for (const account of [...clerks, ...accounts]) signedIn.set(account, await signedInLean(address, account));
  return Array.from({ length: count }, (_, index) => {
    const connection = new LeanClient(address);
    const as = (account: string) => {
      const client = connection.besides();
      for (const [name, value] of signedIn.get(account)?.cookies ?? []) client.cookies.set(name, value);
      return client;
    };
    return {
      clerk: as(clerks[index % clerks.length] ?? clerks[0]),
      others: new Map(accounts.map((account) => [account, as(account)])),
    };
  });
}

export function personAt(desk: Desk, by: By): LeanClient {
  const client = by === 'clerk' ? desk.clerk : desk.others.get(by);
  if (!client) throw new Error(`nobody is ${by}`);
  return client;
}
