import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#kernel/actor.ts';
import kernelEn from '#kernel/words/en.json' with { type: 'json' };
import kernelVi from '#kernel/words/vi.json' with { type: 'json' };
import { sqlCashStores } from '#modules/cash/index.ts';
import { destroyErased } from '#modules/documents/testing-destroying.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { machineClock } from '#platform/clock.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { issueToken } from '#platform/http/csrf.ts';
import { createRateLimit } from '#platform/http/rate-limit.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import httpEn from '#platform/http/words/en.json' with { type: 'json' };
import httpVi from '#platform/http/words/vi.json' with { type: 'json' };
import { createWords } from '#platform/i18n/words.ts';
import type { Assets } from '#ui/frame.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import calendarEn from '../calendar/words/en.json' with { type: 'json' };
import calendarVi from '../calendar/words/vi.json' with { type: 'json' };
import catalogueEn from '../catalogue/words/en.json' with { type: 'json' };
import catalogueVi from '../catalogue/words/vi.json' with { type: 'json' };
import documentsEn from '../documents/words/en.json' with { type: 'json' };
import documentsVi from '../documents/words/vi.json' with { type: 'json' };
import dossiersEn from '../dossiers/words/en.json' with { type: 'json' };
import dossiersVi from '../dossiers/words/vi.json' with { type: 'json' };
import type { CounterPageDeps } from './deps.ts';
import { counterRoutes } from './pages/routes.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const words = createWords({
  http: { vi: httpVi, en: httpEn },
  kernel: { vi: kernelVi, en: kernelEn },
  ui: uiWords,
  calendar: { vi: calendarVi, en: calendarEn },
  catalogue: { vi: catalogueVi, en: catalogueEn },
  documents: { vi: documentsVi, en: documentsEn },
  dossiers: { vi: dossiersVi, en: dossiersEn },
  counter: { vi, en },
});

export type Form = Readonly<Record<string, string>>;

/** The one-stop of huyện Châu Thành in 2022 behind a real server and a real database. */
export async function aCounter(db: TestDatabase, options: { assets?: Assets; assetsFolder?: string } = {}) {
  const office = await anOfficeOfChauThanh(db);
  const oneStop = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
  const clerk = await office.actorOf(oneStop, 'reception-officer');
  const deps: CounterPageDeps = {
    ...office.deps,
    files: await openFileStore(mkdtempSync(join(tmpdir(), 'motcua-scans-'))),
    draftKey: randomBytes(32),
    rateLimit: createRateLimit(db.app, machineClock),
    cashKey: randomBytes(32),
    cashStores: sqlCashStores,
    deskFrame: async (request) =>
      aFrame({
        t: request.t,
        path: request.path,
        csrf: request.csrf,
        language: request.language,
        ...(options.assets ? { assets: options.assets } : {}),
      }),
  };
  const serverOf = (own: CounterPageDeps, actor: Actor) =>
    testServer({
      routes: counterRoutes(own),
      words,
      sessions: sessionsOf(actor),
      legalClock: { now: deps.clock.now },
      ...(options.assetsFolder ? { assetsFolder: options.assetsFolder } : {}),
    });
  const server = (actor: Actor) => serverOf(deps, actor);
  return {
    ...office,
    deps,
    oneStop,
    clerk,
    server,
    serverOf,
    destroyErased: () => destroyErased(db, deps.files),
  };
}

export type Counter = Awaited<ReturnType<typeof aCounter>>;

/** A browser of one person, without scripts. */
export async function aBrowser(counter: Counter, actor: Actor) {
  const server = await counter.server(actor);
  const csrf = issueToken('secret of x', randomBytes(12));
  const cookies = { session: 'x' };
  return {
    get: (url: string) => server.inject({ method: 'GET', url, cookies }),
    post: (url: string, form: Form) =>
      server.inject({
        method: 'POST',
        url,
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
      }),
    upload: (url: string, form: Form, files: readonly ScanToSend[]) => {
      const { boundary, payload } = multipart({ _csrf: csrf, ...form }, files);
      const headers = {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'sec-fetch-site': 'same-origin',
      };
      return server.inject({ method: 'POST', url, cookies, headers, payload });
    },
  };
}

export interface ScanToSend {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

function multipart(form: Form, files: readonly ScanToSend[]) {
  const boundary = 'ranh-gioi-thu-nghiem';
  const part = (head: string, body: Uint8Array | string) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]);
  const payload = Buffer.concat([
    ...Object.entries(form).map(([name, value]) =>
      part(`Content-Disposition: form-data; name="${name}"`, value),
    ),
    ...files.map(({ field, name, bytes }) =>
      part(
        `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/pdf`,
        bytes,
      ),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { boundary, payload };
}

/** What a clerk types for a household business of one person. */
export function aFilledForm(paperKeys: readonly string[], change: Form = {}): Form {
  return {
    'applicants.0.kind': 'person',
    'applicants.0.name': 'Huỳnh Thị Mỹ Duyên',
    'applicants.0.id-number': '087188004512',
    'applicants.0.birth-date': '14/09/1988',
    'applicants.0.sex': 'female',
    'applicants.0.address': 'Ấp Tân Bình, xã Tân Nhuận Đông, huyện Châu Thành, tỉnh Đồng Tháp',
    channel: 'direct',
    return: 'counter',
    sets: '1',
    'fee-way': 'cash',
    ...Object.fromEntries(paperKeys.map((key) => [`papers.${key}.there`, '1'])),
    ...change,
  };
}
