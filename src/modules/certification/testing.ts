import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#kernel/actor.ts';
import { accepted, refused } from '#kernel/refusal.ts';
import kernelEn from '#kernel/words/en.json' with { type: 'json' };
import kernelVi from '#kernel/words/vi.json' with { type: 'json' };
import { sqlCashStores } from '#modules/cash/index.ts';
import type { PaperDeps } from '#modules/documents/index.ts';
import { anOfficeOfChauThanh, anOrigin } from '#modules/dossiers/testing-office.ts';
import { machineClock } from '#platform/clock.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { issueToken } from '#platform/http/csrf.ts';
import { createRateLimit } from '#platform/http/rate-limit.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import httpEn from '#platform/http/words/en.json' with { type: 'json' };
import httpVi from '#platform/http/words/vi.json' with { type: 'json' };
import { createWords } from '#platform/i18n/words.ts';
import { testRenderer } from '#platform/papers/testing.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import calendarEn from '../calendar/words/en.json' with { type: 'json' };
import calendarVi from '../calendar/words/vi.json' with { type: 'json' };
import cashEn from '../cash/words/en.json' with { type: 'json' };
import cashVi from '../cash/words/vi.json' with { type: 'json' };
import dossiersEn from '../dossiers/words/en.json' with { type: 'json' };
import dossiersVi from '../dossiers/words/vi.json' with { type: 'json' };
import identityEn from '../identity/words/en.json' with { type: 'json' };
import identityVi from '../identity/words/vi.json' with { type: 'json' };
import { type Certified, certify } from './actions/certify.ts';
import { followCorrection } from './actions/follow-correction.ts';
import { sqlBookStores } from './actions/stores.ts';
import type { CertificationPageDeps } from './deps.ts';
import { certificationRoutes } from './pages/routes.ts';
import type { Fields } from './rules/fields.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const words = createWords({
  http: { vi: httpVi, en: httpEn },
  kernel: { vi: kernelVi, en: kernelEn },
  ui: uiWords,
  calendar: { vi: calendarVi, en: calendarEn },
  cash: { vi: cashVi, en: cashEn },
  dossiers: { vi: dossiersVi, en: dossiersEn },
  certification: { vi, en },
  identity: { vi: identityVi, en: identityEn },
});

export const ONE_STOP = 'Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành';
export const COPIES = '2.000815';
/** The code that signs; every other is refused. */
export const RIGHT_CODE = '123456';
export const SIGNATURES = '2.000884';

/** A counter of huyện Châu Thành in 2022 that certifies, on a real database. */
export async function aCertifyingCounter(db: TestDatabase) {
  const office = await anOfficeOfChauThanh(db);
  const oneStop = office.office(ONE_STOP);
  const clerk = await office.actorOf(oneStop, 'reception-officer');
  const papers: PaperDeps = {
    db: db.app,
    files: await openFileStore(mkdtempSync(join(tmpdir(), 'motcua-scans-'))),
    renderer: testRenderer('templates'),
    signingKeys: office.deps.signingKeys,
    machineMs: office.deps.machineMs,
  };
  const deps: CertificationPageDeps = {
    ...office.deps,
    paperWords: words('vi'),
    cashKey: randomBytes(32),
    cashStores: sqlCashStores,
    books: sqlBookStores,
    followCorrection: (tx, correction) => followCorrection(deps, tx, correction),
    rateLimit: createRateLimit(db.app, machineClock),
    papers,
    confirmCode: async (_, code) =>
      code === RIGHT_CODE ? accepted(null) : refused('identity/wrong-code', {}, 'ma'),
    demoCode: async () => null,
    deskFrame: async ({ t, path, csrf, language }) => aFrame({ t, path, csrf, language }),
  };
  const by = (actor: Actor = clerk) => ({ actor, origin: anOrigin() });
  const press = (fields: Fields, options: { key?: string; actor?: Actor } = {}): Promise<Certified> =>
    certify(deps, by(options.actor), { key: options.key ?? crypto.randomUUID(), fields });
  return { ...office, deps, oneStop, clerk, by, press };
}

export type CertifyingCounter = Awaited<ReturnType<typeof aCertifyingCounter>>;

/** What a clerk types for one document of three pages in two copies. */
export function aCopyRequest(change: Fields = {}): Fields {
  return {
    code: COPIES,
    name: 'Huỳnh Thị Mỹ Duyên',
    'id-number': '087188004512',
    'documents.0.name': 'Bằng tốt nghiệp trung học phổ thông',
    'documents.0.pages': '3',
    'documents.0.copies': '2',
    'fee-way': 'cash',
    ...change,
  };
}

/** The pages behind a server, and a browser of one person without scripts. */
export async function aDeskOf({ deps, clerk }: CertifyingCounter, actor: Actor = clerk) {
  const server = await testServer({
    routes: certificationRoutes(deps),
    words,
    sessions: sessionsOf(actor),
    legalClock: { now: deps.clock.now },
  });
  const csrf = issueToken('secret of x', randomBytes(12));
  const cookies = { session: 'x' };
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  return {
    get: (url: string) => server.inject({ method: 'GET', url, cookies }),
    post: (url: string, form: Fields) =>
      server.inject({
        method: 'POST',
        url,
        cookies,
        headers,
        payload: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
      }),
  };
}
