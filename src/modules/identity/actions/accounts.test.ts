import { beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { DEMO_PASSWORD } from '../rules/password-rules.ts';
import { listText } from '../rules/review-list.ts';
import { listAccounts, listDecisions } from '../store/account-list.ts';
import { anOrganisation, LEGAL_DAY, loadOrganisation, originAt, testDeps } from '../testing.ts';
import { anAdministrator, making, officeId } from '../testing-administration.ts';
import { addPerson } from './add-person.ts';
import { authenticate } from './authenticate.ts';
import { disableAccount } from './disable-account.ts';
import { endPost } from './end-post.ts';
import { givePost } from './give-post.ts';
import { inviteAccount } from './invite-account.ts';
import { enableAccount, resetAccount } from './reset-account.ts';
import { accountsToReview, sha256, signAccountReview } from './sign-account-review.ts';
import { signIn } from './sign-in.ts';
import { useLink } from './use-link.ts';
import { verifyReviews } from './verify-reviews.ts';

const { app, owner } = await testDatabase();
const deps = testDeps(app, 'demo');
const now = instant('2026-11-24T08:00:00');
await loadOrganisation(deps, anOrganisation(), now);
const by = await anAdministrator(owner, now);
const origin = originAt(now);
const PASSWORD = 'Nước nổi miền Tây 1978';
let personId = '';

async function accountOf(name: string) {
  const all = await listAccounts(app, LEGAL_DAY);
  return all.find((one) => one.name === name);
}

const tokenOf = (path: string) => path.slice('/moi/'.length);

beforeAll(async () => {
  const typed = { name: 'Lê Thị Bé', phone: '', birthYear: '' };
  const added = await addPerson(deps, { ...making(by), typed });
  if (added.ok) personId = added.value;
});

describe('an invitation', () => {
  test('needs a post, a proper name, and gives one account however often it is pressed', async () => {
    const press = { ...making(by), personId, name: 'be.le' };
    expect(await inviteAccount(deps, press)).toMatchObject({
      refusal: { code: 'identity/invite-without-post' },
    });
    const post = { role: 'specialist', title: 'Chuyên viên', validFrom: LEGAL_DAY, validTo: null };
    await givePost(deps, { ...making(by), ...post, personId, officeId: await officeId(owner, 'section') });
    for (const [name, code] of [
      ['Bé Lê', 'account-name-wrong'],
      ['ngan.pham', 'account-name-taken'],
    ] as const) {
      expect(await inviteAccount(deps, { ...press, name })).toMatchObject({
        refusal: { code: `identity/${code}` },
      });
    }
    const links = await Promise.all([inviteAccount(deps, press), inviteAccount(deps, press)]);
    expect(links.every((link) => link.ok && link.value.account === 'be.le')).toBe(true);
    expect(await accountOf('be.le')).toMatchObject({ state: 'invited', kind: 'operational' });
    const other = await inviteAccount(deps, { ...making(by), personId, name: 'be.le2' });
    expect(other).toMatchObject({ refusal: { code: 'identity/has-account' } });
  });

  test('opens by its last link only, once; the password is known to nobody else', async () => {
    const id = (await accountOf('be.le'))?.id ?? '';
    const first = await inviteAccount(deps, { ...by, newId: id, personId, name: 'be.le' });
    const second = await inviteAccount(deps, { ...by, newId: id, personId, name: 'be.le' });
    if (!first.ok || !second.ok) throw new Error('not invited');
    const use = (path: string) => useLink(deps, { token: tokenOf(path), newPassword: PASSWORD, origin });
    expect(await use(first.value.path)).toMatchObject({ refusal: { code: 'identity/link-over' } });
    expect((await use(second.value.path)).ok).toBe(true);
    expect(await accountOf('be.le')).toMatchObject({ state: 'open', lastSignInAt: now });
    const again = await inviteAccount(deps, { ...by, newId: id, personId, name: 'be.le' });
    expect(again).toMatchObject({ refusal: { code: 'identity/has-account' } });
  });
});

describe('resetting and disabling', () => {
  test('ends sessions at once, keeps the reason apart from the log', async () => {
    const entered = await signIn(deps, { name: 'be.le', password: PASSWORD, origin });
    const token = entered.ok ? entered.value.token : '';
    expect(await authenticate(deps, token, origin)).not.toBeNull();
    const id = (await accountOf('be.le'))?.id ?? '';
    expect(await disableAccount(deps, { ...by, accountId: id, reason: ' ' })).toMatchObject({
      refusal: { code: 'identity/reason-missing' },
    });
    const reason = 'Bà Bé nghỉ hưu';
    const both = await Promise.all([1, 2].map(() => disableAccount(deps, { ...by, accountId: id, reason })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await authenticate(deps, token, origin)).toBeNull();
    expect(await signIn(deps, { name: 'be.le', password: PASSWORD, origin })).toMatchObject({
      refusal: { code: 'identity/account-disabled' },
    });
    expect(await resetAccount(deps, { ...by, accountId: id, reason })).toMatchObject({
      refusal: { code: 'identity/account-disabled-now' },
    });
    const opened = await enableAccount(deps, { ...by, accountId: id, reason: 'Trở lại làm việc' });
    expect(opened.ok).toBe(true);
    expect(await signIn(deps, { name: 'be.le', password: PASSWORD, origin })).toMatchObject({
      refusal: { code: 'identity/wrong-sign-in' },
    });
    const decisions = await listDecisions(app, id);
    expect(decisions.map((one) => one.kind)).toEqual(['enabled', 'disabled', 'invited']);
    const logged = await owner.selectFrom('audit.entry').selectAll().execute();
    expect(JSON.stringify(logged)).not.toContain('nghỉ hưu');
  });

  test('nobody resets the own account, and the last administrator is not disabled', async () => {
    const { accountId } = by.actor;
    expect(await resetAccount(deps, { ...by, accountId, reason: 'x' })).toMatchObject({
      refusal: { code: 'identity/own-account' },
    });
    expect(await disableAccount(deps, { ...by, accountId, reason: 'x' })).toMatchObject({
      refusal: { code: 'identity/last-administrator' },
    });
  });

  test('who administered once and holds no post any more administers no more', async () => {
    const ngan = await accountOf('ngan.pham');
    const post = { role: 'system-administrator', title: 'Quản trị', validFrom: LEGAL_DAY, validTo: null };
    const given = making(by);
    const to = { personId: ngan?.personId ?? '', officeId: await officeId(owner, 'one-stop') };
    expect((await givePost(deps, { ...given, ...post, ...to })).ok).toBe(true);
    expect(await accountOf('ngan.pham')).toMatchObject({ kind: 'admin' });
    const lastDay = LEGAL_DAY;
    await endPost(deps, { ...by, personId: to.personId, postId: given.newId, lastDay });
    await owner
      .updateTable('identity.account')
      .set({ kind: 'admin' })
      .where('name', '=', 'ngan.pham')
      .execute();
    const entered = await signIn(deps, { name: 'ngan.pham', password: DEMO_PASSWORD, origin });
    const later = { legalNow: instant('2022-07-26T08:00:00'), machineNow: now };
    const who = await authenticate(deps, entered.ok ? entered.value.token : '', later);
    expect(who?.actor.posts.map((one) => one.role) ?? []).not.toContain('system-administrator');
  });
});

describe('the half-yearly review', () => {
  async function review(decide: (name: string) => string, more = {}) {
    const accounts = await accountsToReview(app, by);
    return {
      ...making(by),
      sessionId: '0190a000-0000-7000-8000-000000000001',
      password: DEMO_PASSWORD,
      seen: sha256(listText(accounts)),
      decisions: new Map(accounts.map((one) => [one.accountId, decide(one.accountName)])),
      reason: 'Rà soát',
      ...more,
    };
  }

  test('needs the signer’s password, the list as it is, a decision for each, an administrator left', async () => {
    const keepAll = () => 'kept';
    for (const [press, code] of [
      [await review(keepAll, { password: 'sai' }), 'wrong-password'],
      [await review(keepAll, { seen: sha256('khác') }), 'list-changed'],
      [await review((name) => (name === 'hung.le' ? '' : 'kept')), 'review-incomplete'],
      [await review((name) => (name === 'tuan.do' ? 'disabled' : 'kept')), 'own-account'],
    ] as const) {
      expect(await signAccountReview(deps, press)).toMatchObject({ refusal: { code: `identity/${code}` } });
    }
  });

  test('is signed once; who is left out is disabled; its digest is computed again by verify', async () => {
    const press = await review((name) => (name === 'mai.vo' ? 'disabled' : 'kept'));
    const other = await review(() => 'kept');
    const signed = await signAccountReview(deps, press);
    expect(signed).toEqual({ ok: true, value: press.newId });
    expect(await signAccountReview(deps, press)).toEqual(signed);
    expect(await signAccountReview(deps, other)).toMatchObject({
      refusal: { code: 'identity/already-reviewed' },
    });
    expect(await accountOf('mai.vo')).toMatchObject({ state: 'disabled', disabledReason: 'decision' });
    expect(await verifyReviews(app)).toEqual({ ok: true, reviews: 1 });
    await owner
      .updateTable('identity.account_review_row')
      .set({ decision: 'kept' })
      .where('account_name', '=', 'mai.vo')
      .execute();
    expect(await verifyReviews(app)).toMatchObject({ ok: false, wrong: press.newId });
  });
});
