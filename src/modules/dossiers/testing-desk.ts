import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#kernel/actor.ts';
import { accepted, refused } from '#kernel/refusal.ts';
import kernelEn from '#kernel/words/en.json' with { type: 'json' };
import kernelVi from '#kernel/words/vi.json' with { type: 'json' };
import type { TestDatabase } from '#platform/db/testing.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { issueToken } from '#platform/http/csrf.ts';
import type { Route } from '#platform/http/route.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import httpEn from '#platform/http/words/en.json' with { type: 'json' };
import httpVi from '#platform/http/words/vi.json' with { type: 'json' };
import { createWords, type WordFile } from '#platform/i18n/words.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import calendarEn from '../calendar/words/en.json' with { type: 'json' };
import calendarVi from '../calendar/words/vi.json' with { type: 'json' };
import documentsEn from '../documents/words/en.json' with { type: 'json' };
import documentsVi from '../documents/words/vi.json' with { type: 'json' };
import incidentsEn from '../incidents/words/en.json' with { type: 'json' };
import incidentsVi from '../incidents/words/vi.json' with { type: 'json' };
import type { UnpaidFees } from './actions/hand-over-many.ts';
import type { DossierPageDeps } from './pages/page-deps.ts';
import { dossierRoutes } from './pages/routes.ts';
import { anOfficeOfChauThanh } from './testing-office.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const moduleWords = {
  http: { vi: httpVi, en: httpEn },
  kernel: { vi: kernelVi, en: kernelEn },
  ui: uiWords,
  calendar: { vi: calendarVi, en: calendarEn },
  documents: { vi: documentsVi, en: documentsEn },
  incidents: { vi: incidentsVi, en: incidentsEn },
  dossiers: { vi, en },
};
const words = createWords(moduleWords);

/** Pages of a module above this one, for its own tests. */
interface Above {
  readonly routes: (deps: DossierPageDeps) => readonly Route[];
  readonly words: Readonly<Record<string, WordFile>>;
  readonly unpaid?: UnpaidFees;
}

const nothingAbove: Above = { routes: () => [], words: {} };

/** What the second factor of everybody here answers to. */
export const RIGHT_CODE = '123456';

const drawn = Buffer.from('%PDF-1.7 drawn');

/** The pages of dossiers behind a real server and a real database; only the drawing of PDF is left out. */
export async function aDesk(db: TestDatabase, above: Above = nothingAbove) {
  const office = await anOfficeOfChauThanh(db);
  const files = await openFileStore(mkdtempSync(join(tmpdir(), 'motcua-papers-')));
  const { signingKeys, machineMs } = office.deps;
  const deps: DossierPageDeps = {
    ...office.deps,
    paperWords: words('vi'),
    papers: {
      db: db.app,
      files,
      signingKeys,
      machineMs,
      renderer: { render: async () => drawn, pid: () => undefined, close: async () => {} },
    },
    rootKey: generateKeyPairSync('ed25519'),
    confirmCode: async (_, code) =>
      code === RIGHT_CODE ? accepted(null) : refused('identity/wrong-code', {}, 'ma'),
    secondFactorPage: async () => null,
    demoCode: async () => null,
    ...(above.unpaid ? { unpaid: above.unpaid } : {}),
    deskFrame: async (request) => aFrame({ t: request.t, path: request.path, csrf: request.csrf }),
  };
  const browser = async (actor: Actor, change: Partial<DossierPageDeps> = {}) => {
    const own = { ...deps, ...change };
    const server = await testServer({
      routes: [...dossierRoutes(own), ...above.routes(own)],
      words: createWords({ ...moduleWords, ...above.words }),
      sessions: sessionsOf(actor),
      legalClock: { now: deps.clock.now },
    });
    return browserOf(server);
  };
  return { ...office, deps, browser };
}

export type Desk = Awaited<ReturnType<typeof aDesk>>;
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface FileToSend {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One person, without scripts. */
function browserOf(server: Awaited<ReturnType<typeof testServer>>) {
  const csrf = issueToken('secret of x', randomBytes(12));
  const cookies = { session: 'x' };
  const send = (url: string, type: string, payload: Buffer | string) =>
    server.inject({
      method: 'POST',
      url,
      cookies,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
      payload,
    });
  return {
    get: (url: string) => server.inject({ method: 'GET', url, cookies }),
    post: (url: string, fields: Fields) =>
      send(
        url,
        'application/x-www-form-urlencoded',
        new URLSearchParams([['_csrf', csrf], ...pairsOf(fields)]).toString(),
      ),
    upload: (url: string, fields: Fields, files: readonly FileToSend[]) =>
      send(url, `multipart/form-data; boundary=${BOUNDARY}`, multipart({ _csrf: csrf, ...fields }, files)),
  };
}

function pairsOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
}

export type Browser = ReturnType<typeof browserOf>;

const BOUNDARY = 'ranh-gioi-thu-nghiem';

function multipart(fields: Fields, files: readonly FileToSend[]): Buffer {
  const part = (head: string, body: Uint8Array | string) =>
    Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]);
  const disposition = (name: string) => `Content-Disposition: form-data; name="${name}"`;
  return Buffer.concat([
    ...pairsOf(fields).map(([name, value]) => part(disposition(name), value)),
    ...files.map(({ field, name, bytes }) =>
      part(`${disposition(field)}; filename="${name}"\r\nContent-Type: image/png`, bytes),
    ),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

/** The hidden fields and prefilled inputs of the form that posts to an address. */
export function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  const inputs = [...(form.split('</form>')[0] ?? '').matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  const sent = inputs.filter((tag) => !/type="(?:checkbox|radio|file)"/.test(tag) || / checked/.test(tag));
  return Object.fromEntries(
    sent.flatMap((tag) => {
      const name = attribute(tag, 'name');
      return name && name !== '_csrf' ? [[name, attribute(tag, 'value') ?? '']] : [];
    }),
  );
}
