import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { DEMO_PASSWORD } from '../rules/password-rules.ts';
import { anOrganisation, LEGAL_NOW, loadOrganisation, originAt, testDeps } from '../testing.ts';
import { authenticate } from './authenticate.ts';
import { endEverySession } from './end-every-session.ts';
import { giveNewLink } from './give-new-link.ts';
import { signIn } from './sign-in.ts';

const { app } = await testDatabase();
const deps = testDeps(app, 'demo');
const now = instant('2026-11-24T08:00:00');

test('nobody stays signed in and no link opens any more; who was out may sign in again', async () => {
  await loadOrganisation(deps, anOrganisation(), now);
  const enter = () => signIn(deps, { name: 'ngan.pham', password: DEMO_PASSWORD, origin: originAt(now) });
  const entered = await enter();
  if (!entered.ok) throw new Error(entered.refusal.code);
  await inTransaction(app, (tx) => giveNewLink(tx, deps, 'tuan.do', originAt(now)));
  await inTransaction(app, (tx) => endEverySession(tx, originAt(now)));
  expect(await authenticate(deps, entered.value.token, { legalNow: LEGAL_NOW, machineNow: now })).toBeNull();
  const links = await app.selectFrom('identity.one_time_link').select(['used_at', 'withdrawn_at']).execute();
  expect(links.filter((link) => link.used_at === null && link.withdrawn_at === null)).toEqual([]);
  const logged = await app
    .selectFrom('audit.entry')
    .select('action')
    .orderBy('position', 'desc')
    .executeTakeFirst();
  expect(logged).toEqual({ action: 'identity/end-every-session' });
  expect((await enter()).ok).toBe(true);
});
