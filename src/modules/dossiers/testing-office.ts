import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { accepted } from '#kernel/refusal.ts';
import { programOrigin } from '#modules/audit/index.ts';
import { loadCalendar, workCalendarFor } from '#modules/calendar/index.ts';
import { findProcedure, listProcedures, loadCatalogue, type Procedure } from '#modules/catalogue/index.ts';
import { seedCatalogue } from '#modules/catalogue/testing.ts';
import {
  listOfficesInForce,
  listPeopleOfOffice,
  type OfficeInForce,
  organiseFromFile,
} from '#modules/identity/index.ts';
import { loadPlaces } from '#modules/places/index.ts';
import { seedPlaces } from '#modules/places/testing.ts';
import { loadWorkflow } from '#modules/workflow/index.ts';
import { seedWorkflow } from '#modules/workflow/testing.ts';
import { inTransaction, type Queries } from '#platform/db/database.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { openSigningKeys } from '#platform/papers/signing-keys.ts';
import { createRandom } from '#platform/random/random.ts';
import type { BeginPress } from './actions/begin.ts';
import type { DossierDeps, PressOnDossier } from './actions/deps.ts';
import type { FilingInput } from './actions/prepare-filing.ts';
import { sqlStores } from './actions/stores.ts';
import { aPersonalFiling } from './testing.ts';

const random = createRandom();
const machineMs = () => Date.now();

/** Huyện Châu Thành in 2022 with everything a dossier needs, and a legal clock that a test can move. */
export async function anOfficeOfChauThanh(db: TestDatabase) {
  let now = instant('2022-07-25T08:00:00');
  await loadEverything(db, now);
  const deps: DossierDeps = {
    db: db.app,
    stores: sqlStores,
    random,
    machineMs,
    keys: { wrapping: random.bytes(32), lookup: random.bytes(32) },
    signingKeys: await openSigningKeys({
      dir: mkdtempSync(join(tmpdir(), 'motcua-keys-')),
      mayMake: true,
      random,
      nowMs: machineMs,
    }),
    clock: { now: () => now },
    calendarFor: workCalendarFor,
    demo: true,
    linkTo: (number) => `http://localhost:8080/tra-cuu/${number}?k=x`,
    publicUrl: 'http://localhost:8080',
    paperWords: (key) => key,
    publish: async () => {},
    followCorrection: async () => accepted(null),
  };
  const offices = await listOfficesInForce(db.app, dateOf(now));
  return {
    deps,
    offices,
    setClock: (text: string) => {
      now = instant(text);
    },
    office: (name: string): OfficeInForce => {
      const found = offices.find((office) => office.name === name);
      if (!found) throw new Error(`no office ${name}`);
      return found;
    },
    actorOf: (office: OfficeInForce, role: string, which = 0) => actorOf(db.app, office, role, now, which),
    procedure: (code: string) => procedureOf(db.app, code, now),
    officesInForce: () => listOfficesInForce(db.app, dateOf(now)),
    proceduresInForce: () => listProcedures(db.app, { on: dateOf(now) }),
  };
}

export type Office = Awaited<ReturnType<typeof anOfficeOfChauThanh>>;

async function loadEverything(db: TestDatabase, now: Instant): Promise<void> {
  await inTransaction(db.owner, async (tx) => {
    await loadPlaces(tx, seedPlaces());
    await loadCalendar(tx, JSON.parse(readFileSync('db/seeds/calendar.json', 'utf8')));
    await loadCatalogue(tx, seedCatalogue());
    await loadWorkflow(tx, seedWorkflow());
  });
  for (const file of ['chau-thanh-2022', 'ba-xa-2025']) await loadOrganisation(db, file, now);
}

async function loadOrganisation(db: TestDatabase, file: string, now: Instant): Promise<void> {
  const text = readFileSync(`db/seeds/organisations/${file}.json`, 'utf8');
  const identity = { db: db.owner, random, key: random.bytes(32), installation: 'demo' } as const;
  const answer = await organiseFromFile(identity, text, { dryRun: false, origin: programOrigin(now, now) });
  if (!answer.ok || !answer.loaded) throw new Error('the organisation was not loaded');
}

async function actorOf(
  q: Queries,
  office: OfficeInForce,
  role: string,
  now: Instant,
  which: number,
): Promise<Actor> {
  const people = (await listPeopleOfOffice(q, office.id, dateOf(now))).filter((one) => one.role === role);
  const person = people[which];
  if (!person) throw new Error(`nobody is ${role} at ${office.name}`);
  const { accountId, name, title } = person;
  const post = {
    id: accountId,
    officeId: office.id,
    officeName: office.name,
    agencyId: office.agencyId,
    leads: office.kind === 'leadership',
    title,
  };
  return { accountId, personId: accountId, name, posts: [{ ...post, role: person.role }] };
}

async function procedureOf(q: Queries, code: string, now: Instant): Promise<Procedure> {
  const found = await findProcedure(q, code, dateOf(now));
  if (!found) throw new Error(`no procedure ${code}`);
  return found;
}

/** What a clerk would have filled in: everything the procedure asks for. */
export function aFilingInput(
  procedure: Procedure,
  oneStop: OfficeInForce,
  change: Partial<FilingInput> = {},
): FilingInput {
  const caseKey = procedure.cases[0]?.key ?? null;
  const papers = procedure.papers
    .filter((paper) => paper.caseKey === null || paper.caseKey === caseKey)
    .map((paper) => ({
      key: paper.key,
      name: paper.name,
      way: paper.kind === 'show' ? ('show' as const) : ('submit' as const),
      originals: paper.originals,
      certifiedCopies: paper.copies,
      photocopies: 0,
      files: [],
    }));
  return {
    draftId: random.uuid(machineMs()),
    oneStopId: oneStop.id,
    procedureVersionId: procedure.versionId,
    caseKey,
    adjustment: null,
    channel: 'direct',
    assisted: false,
    returnMethod: 'counter',
    sets: 1,
    fee: { amount: 0, way: 'none', basis: null },
    personal: aPersonalFiling({ papers }),
    ...change,
  };
}

export function aBeginPress(actor: Actor, input: FilingInput): BeginPress {
  return { actor, input, existing: null, key: random.uuid(machineMs()), origin: anOrigin() };
}

export function aPress(actor: Actor, number: string, seenSeq: number): PressOnDossier {
  return { actor, number, seenSeq, key: random.uuid(machineMs()), origin: anOrigin() };
}

export function anOrigin() {
  const at = instant('2026-11-24T08:00:00');
  return { legalNow: at, machineNow: at, address: '127.0.0.1', requestId: 'test' };
}
