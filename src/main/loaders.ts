import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programOrigin } from '#modules/audit/index.ts';
import { loadCalendar } from '#modules/calendar/index.ts';
import { type CatalogueData, loadCatalogue } from '#modules/catalogue/index.ts';
import { organiseFromFile } from '#modules/identity/index.ts';
import { loadPlaces, type PlaceData } from '#modules/places/index.ts';
import { loadWorkflow, type WorkflowData } from '#modules/workflow/index.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { identityDeps } from './identity-deps.ts';
import type { LoadContext, Loader } from './start/seeds.ts';

const everywhere = ['demo', 'real'] as const;

/** What a start loads, in this order; every part leaves alone what is there already. */
export const loaders: readonly Loader[] = [
  { name: 'places', kinds: everywhere, load: loadPlacesFiles },
  { name: 'calendar', kinds: everywhere, load: loadCalendarFile },
  { name: 'catalogue', kinds: everywhere, load: loadCatalogueFiles },
  { name: 'workflow', kinds: everywhere, load: loadWorkflowFiles },
  { name: 'organisations', kinds: ['demo'], load: loadOrganisations },
];

/** Files of `db/seeds` are ours and tested: their shapes are trusted. */
async function readSeed<T>({ seedsFolder }: LoadContext, name: string): Promise<T> {
  return JSON.parse(await readFile(join(seedsFolder, `${name}.json`), 'utf8')) as T;
}

async function loadPlacesFiles(db: Database, context: LoadContext): Promise<void> {
  const data: PlaceData = {
    until20250630: await readSeed(context, 'places/units-until-2025-06-30'),
    from20250701: await readSeed(context, 'places/units-from-2025-07-01'),
    successions: await readSeed(context, 'places/successions-2025-07-01'),
  };
  await inTransaction(db, (tx) => loadPlaces(tx, data));
}

async function loadCalendarFile(db: Database, context: LoadContext): Promise<void> {
  const seed = await readSeed<unknown>(context, 'calendar');
  await inTransaction(db, (tx) => loadCalendar(tx, seed));
}

async function loadCatalogueFiles(db: Database, context: LoadContext): Promise<void> {
  const { procedures } = await readSeed<Pick<CatalogueData, 'procedures'>>(context, 'procedures');
  const cases = await readSeed<CatalogueData['cases']>(context, 'cases');
  const { events: lifeEvents } = await readSeed<{ events: CatalogueData['lifeEvents'] }>(
    context,
    'life-events',
  );
  const { effects: clockEffects } = await readSeed<{ effects: CatalogueData['clockEffects'] }>(
    context,
    'clock-effects',
  );
  await inTransaction(db, (tx) => loadCatalogue(tx, { procedures, cases, lifeEvents, clockEffects }));
}

async function loadWorkflowFiles(db: Database, context: LoadContext): Promise<void> {
  const { processes } = await readSeed<Pick<WorkflowData, 'processes'>>(context, 'processes');
  const { models } = await readSeed<Pick<WorkflowData, 'models'>>(context, 'sections');
  await inTransaction(db, (tx) => loadWorkflow(tx, { processes, models }));
}

async function loadOrganisations(db: Database, context: LoadContext): Promise<void> {
  const folder = join(context.seedsFolder, 'organisations');
  const deps = identityDeps({ ...context, db });
  const origin = programOrigin(context.legalNow, context.machineNow);
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
    const text = await readFile(join(folder, file), 'utf8');
    const answer = await organiseFromFile(deps, text, { dryRun: false, origin });
    const problems = answer.ok
      ? answer.doubts.filter((doubt) => doubt.severity === 'error')
      : answer.problems;
    if (!answer.ok || !answer.loaded) throw new Error(`${file}: ${JSON.stringify(problems)}`);
  }
}
