import {
  cashRoutes,
  dossierPanel,
  dropUnpaid,
  fallDueAtHandOver,
  forgetNotesOfErased,
  holdUnpaid,
  sqlCashStores,
  sumUnpaid,
} from '#modules/cash/index.ts';
import {
  clockEffectRoutes,
  commitmentRoutes,
  exemptionRoutes,
  localFeeRoutes,
} from '#modules/catalogue/index.ts';
import {
  certificationPageOf,
  certificationRoutes,
  closeBooks,
  forgetErased,
  signCopies,
  sqlBookStores,
} from '#modules/certification/index.ts';
import { counterRoutes, forgetDraftsOfErased, forgetOldDrafts } from '#modules/counter/index.ts';
import { destroyBytes, sweepFiles } from '#modules/documents/index.ts';
import {
  clearOldTraining,
  dailyRoot,
  dossierRoutes,
  fillIntervalsOfOld,
  fillNationalClockOfOld,
  findReceiversJob,
  forgetKeptScans,
  forgetPrints,
  forgetPrintsOfErased,
  forgetSearches,
  keepClocksOfOld,
  notePlacesOfOld,
  openRootKey,
  printRegisterJob,
  type RootKey,
  reckonLateCauses,
  recomputeAfterCalendar,
} from '#modules/dossiers/index.ts';
import { flowRoutes } from '#modules/flow/index.ts';
import { createSessions, identityRoutes } from '#modules/identity/index.ts';
import { type PortalDeps, portalRoutes } from '#modules/portal/index.ts';
import { forgetQuestions, protectionRoutes, watchReadsJob } from '#modules/protection/index.ts';
import {
  forgetReminders,
  reminderRoutes,
  sendLetterJob,
  startLines,
  watchRulesJob,
  writeDigests,
} from '#modules/reminders/index.ts';
import { countIndices, countReports, reportRoutes, wallRoutes } from '#modules/reports/index.ts';
import { judgeRisk, learnRisk } from '#modules/risk/index.ts';
import type { Route } from '#platform/http/route.ts';
import { createWords } from '#platform/i18n/words.ts';
import type { Job } from '#platform/jobs/job.ts';
import { readAssets } from '#ui/assets.ts';
import { roomsOfAdministration } from './administration-rooms.ts';
import type { Application, Surroundings } from './application.ts';
import { backUpDaily } from './backup/backup-job.ts';
import { askForBackup } from './child.ts';
import { deliverEvents } from './deliver-events.ts';
import { dossierDeps, type Keys, openKeys } from './dossier-deps.ts';
import { createFrames, homeOf } from './frames.ts';
import { groundJobs } from './ground-jobs.ts';
import { noteDatabaseSize } from './health/database-size.ts';
import { healthRoutes } from './health/health-routes.tsx';
import { healthRoute } from './health-route.ts';
import { identityDeps } from './identity-deps.ts';
import { knownReports } from './known-reports.ts';
import { moduleWords } from './module-words.ts';
import { createRenderNotice } from './notice-page.tsx';
import { longPapers, openPapers, signResults } from './papers.ts';
import { secondFactor } from './second-factor.ts';
import { subscriptions } from './subscriptions.ts';
import { withHelp } from './with-help.ts';

/** Builds each module and hands it what it needs: the only place that knows everybody. */
export async function wire(surroundings: Surroundings): Promise<Application> {
  const { kind, assetsFolder } = surroundings;
  const words = createWords(moduleWords);
  const keys = openKeys(surroundings);
  const dossiers = await dossierDeps(surroundings, keys, words('vi'));
  const papers = await openPapers(surroundings, dossiers.signingKeys);
  const rootKey = await openRootKey(surroundings.keysFolder);
  const parts = { surroundings, keys, rootKey, dossiers, papers, portal: portalDeps(surroundings, keys) };
  return {
    words,
    sessions: createSessions(identityDeps(surroundings), hasSecureCookies(surroundings)),
    routes: withHelp(routesOf(parts), createFrames(parts.portal), assetsFolder),
    jobs: jobsOf(parts),
    renderNotice: createRenderNotice(readAssets(assetsFolder), kind === 'demo'),
    close: async () => papers.renderer.close(),
  };
}

interface Parts {
  readonly surroundings: Surroundings;
  readonly keys: Keys;
  readonly rootKey: RootKey;
  readonly dossiers: Awaited<ReturnType<typeof dossierDeps>>;
  readonly papers: Awaited<ReturnType<typeof openPapers>>;
  readonly portal: PortalDeps;
}

function hasSecureCookies({ publicUrl }: Surroundings): boolean {
  return publicUrl.startsWith('https:');
}

function portalDeps({ db, random, rateLimit, kind, assetsFolder }: Surroundings, keys: Keys): PortalDeps {
  const assets = readAssets(assetsFolder);
  const linkKey = keys.links;
  return { db, random, rateLimit, assets, homeOf, keys: keys.dossiers, linkKey, demo: kind === 'demo' };
}

function routesOf({ surroundings, keys, rootKey, dossiers, papers, portal }: Parts): Route[] {
  const frames = createFrames(portal);
  const secureCookies = hasSecureCookies(surroundings);
  const identity = { ...identityDeps(surroundings), ...frames, secureCookies, issuer: 'Một Cửa', homeOf };
  const desk = { ...dossiers, deskFrame: frames.deskFrame };
  const { rateLimit } = surroundings;
  const money = { cashKey: keys.cash, cashStores: sqlCashStores };
  const counterParts = { files: papers.files, draftKey: keys.drafts, ...money, rateLimit };
  return [
    healthRoute(surroundings.db),
    ...portalRoutes(portal),
    ...identityRoutes(identity),
    ...roomsOfAdministration(surroundings, frames.deskFrame),
    ...dossierRoutes({
      ...desk,
      papers,
      rootKey,
      ...secondFactor(surroundings),
      unpaid: { of: (dossierIds) => sumUnpaid(desk.db, dossierIds), held: holdUnpaid },
      moneyOf: (request, dossier) => dossierPanel(desk, request, dossier),
      startLines: (request) => startLines(desk, request),
    }),
    ...localFeeRoutes(desk),
    ...commitmentRoutes(desk),
    ...exemptionRoutes(desk),
    ...clockEffectRoutes(desk),
    ...cashRoutes({ ...desk, ...money }),
    ...counterRoutes({ ...desk, ...counterParts, ownPage: certificationPageOf }),
    ...healthRoutes({ ...surroundings, deskFrame: frames.deskFrame }),
    ...certificationRoutes({
      ...desk,
      ...{ papers, ...money, books: sqlBookStores, rateLimit },
      ...secondFactor(surroundings),
    }),
    ...reportRoutes({ ...desk, renderer: papers.renderer, reports: knownReports }),
    ...flowRoutes(desk),
    ...wallRoutes(portal),
    ...reminderRoutes({ ...desk, mail: surroundings.mail ?? null }),
    ...protectionRoutes({ ...desk, draftKey: keys.drafts, cashKey: keys.cash }),
  ];
}

function jobsOf({ surroundings, dossiers, papers, rootKey }: Parts): Job[] {
  const { db, legalClock: clock, machineClock } = surroundings;
  return [
    ...groundJobs(surroundings),
    deliverEvents(db, subscriptions),
    signResults(papers),
    dailyRoot({ db, clock, machineClock, rootKey }),
    forgetOldDrafts({ db, clock }),
    forgetDraftsOfErased({ db, clock }),
    closeBooks({ db, clock }),
    forgetErased({ db, clock }),
    signCopies(papers),
    fallDueAtHandOver({ db, cashStores: sqlCashStores }),
    dropUnpaid({ db, cashStores: sqlCashStores }),
    forgetNotesOfErased({ db }),
    destroyBytes(papers),
    forgetSearches({ db, machineClock }),
    printRegisterJob({ ...dossiers, longPapers }),
    forgetPrints({ db, machineClock }),
    forgetPrintsOfErased({ db }),
    forgetKeptScans({ db, clock, machineClock }),
    sweepFiles({ db, files: papers.files, machineClock }),
    backUpDaily({ db, machineClock, ask: askForBackup }),
    recomputeAfterCalendar(dossiers),
    reckonLateCauses(dossiers),
    clearOldTraining(dossiers),
    findReceiversJob(dossiers),
    noteDatabaseSize({ db, machineClock }),
    notePlacesOfOld(dossiers),
    keepClocksOfOld(dossiers),
    fillIntervalsOfOld(dossiers),
    fillNationalClockOfOld(dossiers),
    watchReadsJob(dossiers),
    ...reminderJobs(surroundings, dossiers),
    forgetQuestions({ db, machineClock }),
    countIndices({ db, clock }),
    countReports({ db, clock }),
    learnRisk(dossiers),
    judgeRisk(dossiers),
  ];
}

function reminderJobs({ mail }: Surroundings, dossiers: Parts['dossiers']): Job[] {
  const deps = { ...dossiers, mail: mail ?? null, words: dossiers.paperWords };
  return [watchRulesJob(deps), writeDigests(deps), sendLetterJob(deps), forgetReminders(deps)];
}
