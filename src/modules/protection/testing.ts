import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { sealBatches } from '#modules/audit/index.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { accept, type Party, readDossier } from '#modules/dossiers/index.ts';
import { aPersonalFiling } from '#modules/dossiers/testing.ts';
import { aDesk, type Browser, fieldsOf } from '#modules/dossiers/testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin } from '#modules/dossiers/testing-office.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { aFrame } from '#ui/testing.ts';
import { watchReads } from './actions/watch-reads.ts';
import type { ProtectionPageDeps } from './deps.ts';
import { protectionRoutes } from './pages/routes.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

export const HOME = '/lam-viec/bao-ve-du-lieu';
export const DUYEN = '087188004512';
const ONE_STOP = 'Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành';
const OFFICE = 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện';

/** Huyện Châu Thành with its data-protection officer, pages of dossiers and of the officer on one server. */
export async function anOfficer(db: TestDatabase) {
  const draftKey = randomBytes(32);
  const cashKey = randomBytes(32);
  let pageDeps: ProtectionPageDeps | undefined;
  const desk = await aDesk(db, {
    routes: (deps) => {
      pageDeps = {
        ...deps,
        draftKey,
        cashKey,
        deskFrame: async ({ t, path, csrf }) => aFrame({ t, path, csrf }),
      };
      return protectionRoutes(pageDeps);
    },
    words: { protection: { vi, en } },
  });
  const held = async (office: string, role: string, which = 0) =>
    withPosts(db, await desk.actorOf(desk.office(office), role, which));
  const actors = {
    clerk: await held(ONE_STOP, 'reception-officer'),
    otherClerk: await held(ONE_STOP, 'reception-officer', 1),
    stranger: await held('Phòng Tư pháp', 'specialist'),
    officer: await held(OFFICE, 'data-protection-officer'),
  };
  const deps = { ...desk.deps, draftKey, cashKey, cashStores: sqlCashStores };
  return { ...desk, deps, actors, ...roads(db, desk, deps, actors.clerk) };
}

export type OfficerDesk = Awaited<ReturnType<typeof anOfficer>>;

type Deps = Parameters<typeof watchReads>[0];

function roads(db: TestDatabase, desk: Awaited<ReturnType<typeof aDesk>>, deps: Deps, clerk: Actor) {
  return {
    accepted: (change: { readonly by?: Actor; readonly applicants?: readonly Party[] } = {}) =>
      anAccepted(desk, change.by ?? clerk, change.applicants),
    /** What the minute's jobs do: the log is sealed, then looked through. */
    minute: async () => {
      await sealBatches(db.app, instant('2026-11-24T08:00:00'));
      await watchReads(deps);
    },
    reads: (actor: Actor, number: string, legalNow = anOrigin().legalNow) =>
      readDossier(desk.deps, { actor, origin: { ...anOrigin(), legalNow }, purpose: 'page' }, number),
  };
}

async function anAccepted(
  desk: Awaited<ReturnType<typeof aDesk>>,
  by: Actor,
  applicants?: readonly Party[],
): Promise<string> {
  const procedure = await desk.procedure('1.001612');
  const input = aFilingInput(procedure, desk.office(ONE_STOP));
  const personal = applicants ? aPersonalFiling({ ...input.personal, applicants }) : input.personal;
  const done = await accept(desk.deps, aBeginPress(by, { ...input, personal }));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

/** The posts as the log will name them. */
export async function withPosts(db: TestDatabase, actor: Actor): Promise<Actor> {
  const posts = await Promise.all(
    actor.posts.map(async (post) => {
      const { rows } = await sql<{ id: string }>`
        select p.id from identity.post p join identity.account a on a.person_id = p.person_id
         where a.id = ${actor.accountId} and p.office_id = ${post.officeId} and p.role = ${post.role}`.execute(
        db.owner,
      );
      return { ...post, id: rows[0]?.id ?? post.id };
    }),
  );
  return { ...actor, posts };
}

export const aQuestion = { so: DUYEN, 'ly-do': 'person-asks-access', 'van-ban': '45/GYC' };

/** Opens the form as the officer would, asks, answers the address of the question. */
export async function askBy(browser: Browser, typed: Record<string, string> = {}): Promise<string> {
  const form = fieldsOf((await browser.get(HOME)).body, `${HOME}/hoi`);
  const answer = await browser.post(`${HOME}/hoi`, { ...form, ...aQuestion, ...typed });
  if (answer.statusCode !== 303) throw new Error(`${answer.statusCode} ${answer.body.slice(0, 400)}`);
  return String(answer.headers.location);
}

/** Opens the form of a command on a dossier and presses it. */
export async function pressBy(browser: Browser, url: string, typed: Record<string, string> = {}) {
  const fields = fieldsOf((await browser.get(url)).body, url);
  const answer = await browser.post(url, { ...fields, ...typed });
  if (answer.statusCode !== 303) throw new Error(`${url}: ${answer.statusCode}`);
}
