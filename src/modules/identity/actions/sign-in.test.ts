import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { networkOf } from '#platform/http/client-network.ts';
import { disableIdleAccounts } from '../jobs/disable-idle-accounts.ts';
import { DEMO_PASSWORD } from '../rules/password-rules.ts';
import { demoTotpSecret } from '../secrets/demo-secret.ts';
import { totpCode, totpStep } from '../secrets/totp.ts';
import { anOrganisation, LEGAL_NOW, loadOrganisation, originAt, testDeps } from '../testing.ts';
import { authenticate } from './authenticate.ts';
import { changePassword } from './change-password.ts';
import { confirmCode, hasSecondFactor } from './confirm-code.ts';
import { giveCode } from './give-code.ts';
import { hashName } from './guard-tries.ts';
import { pendingSecret, setUpSecondFactor } from './set-up-second-factor.ts';
import { signIn } from './sign-in.ts';
import { signOut, signOutElsewhere } from './sign-out.ts';

const { app, owner } = await testDatabase();
const deps = testDeps(app, 'demo');
const start = instant('2026-11-24T08:00:00');
const later = (seconds: number, from: Instant = start) => instantOfMs(msOfInstant(from) + seconds * 1000);

beforeEach(async () => {
  await sql`truncate identity.account, identity.sign_in_try, identity.post, identity.person, identity.office cascade`.execute(
    owner,
  );
  await loadOrganisation(deps, anOrganisation(), start);
});

const press = (name: string, password = DEMO_PASSWORD, at = start, address = '192.0.2.1') =>
  signIn(deps, { name, password, origin: originAt(at, address) });
const codeOf = async (name: string, password = DEMO_PASSWORD, at = start, address?: string) => {
  const outcome = await press(name, password, at, address);
  return outcome.ok ? outcome.value.stage : outcome.refusal.code;
};
const enter = async (name: string, at = start) => {
  const outcome = await press(name, DEMO_PASSWORD, at);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.token;
};
const who = (token: string, at: Instant) =>
  authenticate(deps, token, { legalNow: LEGAL_NOW, machineNow: at });
const logged = async () =>
  (await app.selectFrom('audit.entry').select(['action', 'result', 'reason']).execute()).at(-1);

describe('name and password', () => {
  test('a right password gives the posts in force at legal time', async () => {
    const signedIn = await who(await enter(' Ngan.Pham '), start);
    expect(signedIn).toMatchObject({ state: 'full', actor: { name: 'Phạm Thị Ngân' } });
    expect(signedIn?.actor.posts.map((post) => post.role)).toEqual(['reception-officer', 'result-clerk']);
    expect(await logged()).toEqual({ action: 'identity/sign-in', result: 'allowed', reason: null });
  });

  test('unknown account and wrong password get the same answer, and both are logged', async () => {
    const wrong = await press('ngan.pham', 'Sai-mat-khau-1!');
    expect(await press('khong.co', 'Sai-mat-khau-1!', start, '192.0.2.2')).toEqual(wrong);
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'identity/wrong-sign-in' } });
    expect(await logged()).toMatchObject({ result: 'refused', reason: 'identity/wrong-sign-in' });
  });

  test('a real installation refuses the known password even where a demo hash lies', async () => {
    const real = { ...deps, installation: 'real' as const };
    const outcome = await signIn(real, {
      name: 'ngan.pham',
      password: DEMO_PASSWORD,
      origin: originAt(start),
    });
    expect(outcome).toMatchObject({ refusal: { code: 'identity/wrong-sign-in' } });
  });

  test('posts that ended at legal time give nothing: the person can sign in and sees so', async () => {
    const token = await enter('ngan.pham');
    const next = { legalNow: instant('2025-07-01T08:00:00'), machineNow: start };
    expect(await authenticate(deps, token, next)).toMatchObject({ state: 'full', actor: { posts: [] } });
  });
});

describe('lock-out', () => {
  const fail = (name: string, count: number, address?: string) =>
    Promise.all(Array.from({ length: count }, () => press(name, 'Sai-mat-khau-1!', start, address)));

  test.each(['ngan.pham', 'khong.co'])(
    'five wrong tries lock %s, known or not, for 15 minutes',
    async (name) => {
      await fail(name, 5);
      const locked = await press(name, DEMO_PASSWORD, later(60), '192.0.2.9');
      expect(locked).toMatchObject({ refusal: { code: 'identity/locked', params: { minutes: 14 } } });
      const freed = await codeOf(name, DEMO_PASSWORD, later(900), '192.0.2.9');
      expect(freed).toBe(name === 'ngan.pham' ? 'full' : 'identity/wrong-sign-in');
    },
  );

  test('twenty parallel guesses count each other: five are looked at', async () => {
    const outcomes = await fail('ngan.pham', 20);
    const codes = outcomes.map((outcome) => (outcome.ok ? '' : outcome.refusal.code));
    expect(codes.filter((code) => code === 'identity/wrong-sign-in')).toHaveLength(5);
    expect(codes.filter((code) => code === 'identity/locked')).toHaveLength(15);
  });

  /** Names tried through from one place, as they were booked. */
  const tryNames = async (count: number, address: string) => {
    const tries = Array.from({ length: count }, (_, index) => ({
      name_hash: Buffer.from(hashName(`someone-${index}`)),
      ...{ address: networkOf(address), at: start, outcome: 'wrong' },
    }));
    await owner.insertInto('identity.sign_in_try').values(tries).execute();
  };

  test('five wrong tries on five accounts do not shut out the office behind the address', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await fail(name, 1, '192.0.2.7');
    expect(await codeOf('ngan.pham', DEMO_PASSWORD, later(1), '192.0.2.7')).toBe('full');
  });

  test('fifty names tried through lock the address, not the accounts elsewhere', async () => {
    await tryNames(49, '192.0.2.7');
    await fail('one-more', 1, '192.0.2.7');
    expect(await codeOf('ngan.pham', DEMO_PASSWORD, later(1), '192.0.2.7')).toBe('identity/locked');
    expect(await codeOf('ngan.pham', DEMO_PASSWORD, later(1), '192.0.2.8')).toBe('full');
  });

  test('an IPv6 address is its network: the next one of the same household is no new one', async () => {
    await tryNames(50, '2001:db8:1:2::1');
    expect(await codeOf('ngan.pham', DEMO_PASSWORD, later(1), '2001:db8:1:2:ffff::9')).toBe(
      'identity/locked',
    );
    expect(await codeOf('ngan.pham', DEMO_PASSWORD, later(1), '2001:db8:1:3::1')).toBe('full');
  });

  test('colleagues behind one address who mistype and then get in do not lock it', async () => {
    for (const name of ['ngan.pham', 'mai.vo']) {
      await fail(name, 3);
      expect(await codeOf(name)).toBe('full');
    }
  });
});

test('a whole office may come in at the same moment', async () => {
  const tries = ['ngan.pham', 'mai.vo', 'hung.le'].flatMap((name) => [press(name), press(name), press(name)]);
  expect((await Promise.all(tries)).map((outcome) => outcome.ok)).toEqual(Array(9).fill(true));
});

describe('second factor', () => {
  const secret = demoTotpSecret('hung.le');
  const give = (token: string | undefined, code: string, at = start) =>
    giveCode(deps, { token, code, origin: originAt(at) });

  test('password first, then the code; half-way nobody is signed in; the token changes', async () => {
    const half = await enter('hung.le');
    expect(await who(half, start)).toBeNull();
    const outcome = await give(half, totpCode(secret, totpStep(start)));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.value.stage).toBe('full');
    expect(outcome.value.token).not.toBe(half);
    expect(await who(half, start)).toBeNull();
    expect(await who(outcome.value.token, start)).toMatchObject({ state: 'full' });
  });

  test('a code is taken once', async () => {
    const code = totpCode(secret, totpStep(start));
    expect(await give(await enter('hung.le'), code)).toMatchObject({ ok: true });
    expect(await give(await enter('hung.le'), code)).toMatchObject({
      refusal: { code: 'identity/wrong-code' },
    });
  });

  test('the same code pressed twice at once enters once', async () => {
    const half = await enter('hung.le');
    const other = await enter('hung.le');
    const code = totpCode(secret, totpStep(start));
    const outcomes = await Promise.all([give(half, code), give(other, code)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test('wrong codes lock as wrong passwords do; the right password in between does not free', async () => {
    for (let i = 0; i < 5; i += 1) await give(await enter('hung.le'), '000000');
    expect(await press('hung.le')).toMatchObject({ refusal: { code: 'identity/locked' } });
  });

  test('who takes more than five minutes begins again', async () => {
    const half = await enter('hung.le');
    const late = later(300);
    expect(await give(half, totpCode(secret, totpStep(late)), late)).toMatchObject({
      refusal: { code: 'identity/sign-in-again' },
    });
  });

  test('set up by its owner; recovery codes open once each', async () => {
    const token = await enter('ngan.pham');
    const me = await who(token, start);
    if (!me) throw new Error('nobody');
    const own = { accountId: me.actor.accountId, sessionId: me.sessionId, origin: originAt(start) };
    const pending = await pendingSecret(deps, own.accountId);
    expect(await pendingSecret(deps, own.accountId)).toEqual(pending);
    expect(await setUpSecondFactor(deps, { ...own, code: '000000' })).toMatchObject({ ok: false });
    const set = await setUpSecondFactor(deps, { ...own, code: totpCode(pending, totpStep(start)) });
    if (!set.ok) throw new Error(set.refusal.code);
    expect(await who(set.value.token, start)).toMatchObject({ state: 'full' });
    const [recovery = ''] = set.value.recoveryCodes;
    expect(await give(await enter('ngan.pham'), recovery)).toMatchObject({ ok: true });
    expect(await give(await enter('ngan.pham'), recovery)).toMatchObject({ ok: false });
  });

  test('without one a signing leader can only set it up', async () => {
    await sql`update identity.account set totp_secret = null, totp_confirmed_at = null`.execute(owner);
    expect(await who(await enter('hung.le'), start)).toMatchObject({ state: 'first-steps' });
    expect(await who(await enter('mai.vo'), start)).toMatchObject({ state: 'full' });
  });
});

describe('sessions', () => {
  test('they live in the database: another program finds them, the token itself is not there', async () => {
    const token = await enter('mai.vo');
    const restarted = { ...deps };
    expect(await authenticate(restarted, token, { legalNow: LEGAL_NOW, machineNow: start })).not.toBeNull();
    const { rows } = await sql<{ text: string }>`select s::text as text from identity.session s`.execute(app);
    expect(rows.some((row) => row.text.includes(token))).toBe(false);
  });

  test('fifteen minutes idle end one, work keeps it, twelve hours end it anyhow', async () => {
    const token = await enter('mai.vo');
    expect(await who(token, later(899))).not.toBeNull();
    expect(await who(token, later(899 + 899))).not.toBeNull();
    expect(await who(token, later(899 + 899 + 900))).toBeNull();
    await sql`update identity.session set last_seen_at = ${later(12 * 3600)}`.execute(owner);
    expect(await who(token, later(12 * 3600))).toBeNull();
  });

  test('one code, two sessions that confirm with it at once: one of them signs, the other is asked again', async () => {
    const { id: accountId } = await owner
      .selectFrom('identity.account')
      .where('name', '=', 'hung.le')
      .select('id')
      .executeTakeFirstOrThrow();
    const code = totpCode(demoTotpSecret('hung.le'), totpStep(start));
    const confirm = () => confirmCode(deps, { accountId, code, origin: originAt(start) });
    const both = await Promise.all([confirm(), confirm()]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'identity/wrong-code' } });
    expect(await confirm()).toMatchObject({ refusal: { code: 'identity/wrong-code' } });
  });

  test('who has no second factor is told to set it up, not that a code is wrong; no try is counted', async () => {
    const { id: accountId } = await owner
      .selectFrom('identity.account')
      .where('name', '=', 'mai.vo')
      .select('id')
      .executeTakeFirstOrThrow();
    await sql`update identity.account set totp_secret = null where id = ${accountId}`.execute(owner);
    expect(await hasSecondFactor(app, accountId)).toBe(false);
    for (let times = 0; times < 12; times += 1)
      expect(await confirmCode(deps, { accountId, code: '123456', origin: originAt(start) })).toMatchObject({
        refusal: { code: 'identity/no-second-factor' },
      });
    expect(
      await signIn(deps, { name: 'mai.vo', password: DEMO_PASSWORD, origin: originAt(start) }),
    ).toMatchObject({ ok: true });
  });

  test('five minutes idle for administration', async () => {
    const half = await enter('tuan.do');
    const code = totpCode(demoTotpSecret('tuan.do'), totpStep(start));
    const outcome = await giveCode(deps, { token: half, code, origin: originAt(start) });
    const token = outcome.ok ? outcome.value.token : '';
    expect(await who(token, later(299))).not.toBeNull();
    expect(await who(token, later(299 + 300))).toBeNull();
  });

  test('signing in again from the same browser ends the session before; leaving ends, elsewhere too', async () => {
    const first = await enter('mai.vo');
    const again = await signIn(deps, {
      name: 'mai.vo',
      password: DEMO_PASSWORD,
      origin: originAt(start),
      previousToken: first,
    });
    const second = again.ok ? again.value.token : '';
    const third = await enter('mai.vo');
    expect(await who(first, start)).toBeNull();
    const me = await who(second, start);
    if (!me) throw new Error('nobody');
    const own = { accountId: me.actor.accountId, sessionId: me.sessionId, origin: originAt(start) };
    await signOutElsewhere(deps, own);
    expect(await who(third, start)).toBeNull();
    expect(await who(second, start)).not.toBeNull();
    await signOut(deps, own);
    expect(await who(second, start)).toBeNull();
  });
});

describe('accounts', () => {
  test('disabled: said only to who knows the password; its sessions are over', async () => {
    const token = await enter('mai.vo');
    await sql`update identity.account set disabled_at = now(), disabled_reason = 'decision' where name = 'mai.vo'`.execute(
      owner,
    );
    expect(await who(token, start)).toBeNull();
    expect(await codeOf('mai.vo')).toBe('identity/account-disabled');
    expect(await codeOf('mai.vo', 'Sai-mat-khau-1!')).toBe('identity/wrong-sign-in');
  });

  test('45 idle days disable in a real installation: by the job of the night, and at the door', async () => {
    const real = { ...deps, installation: 'real' as const };
    const then = later(46 * 86_400);
    await sql`update identity.account set active_since = ${then} where name <> 'mai.vo'`.execute(owner);
    expect(await disableIdleAccounts(deps, { legalNow: LEGAL_NOW, machineNow: then })).toBe(0);
    expect(await disableIdleAccounts(real, { legalNow: LEGAL_NOW, machineNow: then })).toBe(1);
    expect(await codeOf('mai.vo', DEMO_PASSWORD, then)).toBe('identity/account-disabled');
  });

  test('the own password: old one asked, rules held, last ten refused, other sessions ended', async () => {
    const token = await enter('mai.vo');
    const other = await enter('mai.vo');
    const me = await who(token, start);
    if (!me) throw new Error('nobody');
    const own = { accountId: me.actor.accountId, sessionId: me.sessionId, origin: originAt(start) };
    const change = (password: string, newPassword: string) =>
      changePassword(deps, { ...own, password, newPassword });
    expect(await change('Sai-mat-khau-1!', 'Sen-hong-2026!')).toMatchObject({
      refusal: { code: 'identity/wrong-password' },
    });
    expect(await change(DEMO_PASSWORD, 'ngan')).toMatchObject({
      refusal: { code: 'identity/password-too-short', field: 'mat-khau-moi' },
    });
    const changed = await change(DEMO_PASSWORD, 'Sen-hong-2026!');
    if (!changed.ok) throw new Error(changed.refusal.code);
    expect(await who(token, start)).toBeNull();
    expect(await who(other, start)).toBeNull();
    expect(await who(changed.value, start)).not.toBeNull();
    expect(await change('Sen-hong-2026!', 'Sen-hong-2026!')).toMatchObject({
      refusal: { code: 'identity/password-used' },
    });
    expect(await codeOf('mai.vo', 'Sen-hong-2026!')).toBe('full');
  });
});
