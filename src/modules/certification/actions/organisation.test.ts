import { beforeAll, expect, test } from 'vitest';
import { readDossier } from '#modules/dossiers/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aCertifyingCounter, aCopyRequest, aDeskOf, type CertifyingCounter } from '../testing.ts';
import { listSigners, signByHand } from './sign-by-hand.ts';

const db = await testDatabase();
const asked = { 'org-name': 'Hợp tác xã Tân Phú', 'tax-code': '0100109106', 'org-address': 'Xã Tân Phú' };
let counter: CertifyingCounter;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
});

async function certified(): Promise<string> {
  const done = await counter.press(aCopyRequest(asked));
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  return done.dossier;
}

const dossierOf = async (number: string) => {
  const read = await readDossier(counter.deps, counter.by(), number);
  if (!read.ok) throw new Error('not read');
  return read.value;
};

test('an organisation stands in the book with who came, and in the dossier with its number', async () => {
  const number = await certified();
  expect((await dossierOf(number)).dossier.personal).toMatchObject({
    applicants: [{ kind: 'organisation', taxCode: '0100109106', address: 'Xã Tân Phú' }],
    authorised: { kind: 'person', name: 'Huỳnh Thị Mỹ Duyên', idNumber: '087188004512' },
  });
  const { body } = await (await aDeskOf(counter)).get('/lam-viec/chung-thuc/so');
  expect(body).toContain('Hợp tác xã Tân Phú');
  expect(body).toContain('(người đến: Huỳnh Thị Mỹ Duyên)');
});

test('what is signed is given to who came', async () => {
  const number = await certified();
  const signer = (await listSigners(counter.deps, counter.by()))[0];
  const [key, returnKey] = [crypto.randomUUID(), crypto.randomUUID()];
  const chosen = [{ number, seenSeq: 1, key, returnKey }];
  const pile = { chosen, signerAccountId: signer?.accountId ?? '', giveBack: true };
  expect(await signByHand(counter.deps, counter.by(), pile)).toMatchObject({ returned: 1, refused: [] });
  expect((await dossierOf(number)).events.at(-1)).toMatchObject({
    type: 'handed-over',
    body: { toAuthorised: true },
    personal: { receiver: { name: 'Huỳnh Thị Mỹ Duyên' } },
  });
});

test('it is known again by its tax code', async () => {
  await certified();
  const desk = await aDeskOf(counter);
  const press = (verb: string) =>
    desk.post('/lam-viec/chung-thuc', { press: verb, key: crypto.randomUUID(), find: '0100109106' });
  expect((await press('find')).body).toContain('Hợp tác xã Tân Phú');
  expect((await press('use')).body).toMatch(/name="org-name"[^>]*value="Hợp tác xã Tân Phú"/);
});
