import { z } from 'zod';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { listEntries } from '#modules/audit/index.ts';
import { nameAccounts } from '#modules/identity/index.ts';
import { errorsOfRefusals, statusOfRefusal } from '#platform/http/refusal-status.ts';
import {
  notFound,
  page,
  type Reply,
  type RequestContext,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { acknowledgeAlarm } from '../actions/acknowledge-alarm.ts';
import { linesOf, listReadsOfDossier, listRefused } from '../actions/list-reads.ts';
import type { ProtectionPageDeps } from '../deps.ts';
import { alarmCursorText, readAlarmCursor } from '../rules/alarm-cursor.ts';
import { agenciesOf } from '../rules/officer.ts';
import { findAlarm, findNote, listAlarms } from '../store/alarms.ts';
import { listStrangerReads } from '../store/watched-reads.ts';
import { alarmLines } from './alarm-lines.ts';
import { AlarmPage } from './alarm-page.tsx';
import { AlarmsPage } from './alarms-page.tsx';
import { afterOf, keysetQuery, PAGE } from './keyset.ts';
import { officerOf, officers, paths } from './page-deps.ts';
import { ReadsPage } from './reads-page.tsx';

const MOST_SHOWN = 500;
const params = z.object({ id: z.uuid() });

export function watchRoutes(deps: ProtectionPageDeps): Route[] {
  return [
    dossierReadsRoute(deps),
    refusedRoute(deps),
    alarmsRoute(deps),
    alarmRoute(deps),
    acknowledgeRoute(deps),
  ];
}

function dossierReadsRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.home}/ho-so/:number`,
    access: officers,
    params: z.object({ number: z.string().max(80) }),
    query: keysetQuery,
    handle: async (request) => {
      const { t } = request;
      const { number } = request.params;
      const before = afterOf(request.query);
      const lines = await listReadsOfDossier(deps, officerOf(request), number, { before, limit: PAGE });
      if (!lines) return notFound();
      return page(
        <ReadsPage
          frame={await deps.deskFrame(request)}
          title={t('protection.dossier-reads.title', {
            number: number.includes('.') ? shortDossierNumber(number) : number,
          })}
          note={t('protection.dossier-reads.note')}
          lines={lines}
          path={paths.readsOfDossier(number)}
          after={before}
          pageSize={PAGE}
        />,
      );
    },
  });
}

function refusedRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.refused,
    access: officers,
    query: keysetQuery,
    handle: async (request) => {
      const { t } = request;
      const before = afterOf(request.query);
      return page(
        <ReadsPage
          frame={await deps.deskFrame(request)}
          title={t('protection.refused.title')}
          note={t('protection.refused.note')}
          lines={await listRefused(deps, officerOf(request), { before, limit: PAGE })}
          path={paths.refused}
          after={before}
          pageSize={PAGE}
          withDossier
        />,
      );
    },
  });
}

function alarmsRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.alarms,
    access: officers,
    query: z.object({ sau: z.string().max(100).optional().catch(undefined) }),
    handle: async (request) => {
      const after = readAlarmCursor(request.query.sau);
      const agencyIds = agenciesOf(officerOf(request).actor);
      const alarms = await listAlarms(deps.db, agencyIds, { after, limit: PAGE });
      const last = alarms.length === PAGE ? alarms.at(-1) : undefined;
      return page(
        <AlarmsPage
          frame={await deps.deskFrame(request)}
          alarms={await alarmLines(deps.db, alarms)}
          firstHref={after ? paths.alarms : undefined}
          nextHref={last && `${paths.alarms}?sau=${alarmCursorText({ at: last.raisedAt, id: last.id })}`}
        />,
      );
    },
  });
}

function alarmRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.alarm(':id'),
    access: officers,
    params,
    handle: (request) => showAlarm(deps, request, request.params.id),
  });
}

async function showAlarm(
  deps: ProtectionPageDeps,
  request: RequestContext,
  id: string,
  again: { readonly note: string; readonly refusal: Refusal | null } = { note: '', refusal: null },
): Promise<Reply> {
  const { actor } = officerOf(request);
  const alarm = await findAlarm(deps.db, agenciesOf(actor), id);
  const [line] = await alarmLines(deps.db, alarm ? [alarm] : []);
  if (!alarm || !line) return notFound();
  const reads = await listStrangerReads(deps.db, alarm, MOST_SHOWN);
  const entries = await listEntries(
    deps.db,
    reads.map(({ position }) => position),
  );
  const { note, refusal } = again;
  return page(
    <AlarmPage
      frame={await deps.deskFrame(request)}
      alarm={line}
      reads={await linesOf(deps.db, entries)}
      acknowledged={await acknowledgedOf(deps, alarm)}
      own={alarm.accountId === actor.accountId}
      note={note}
      errors={errorsOfRefusals(request.t, refusal ? [refusal] : [])}
    />,
    refusal ? statusOfRefusal(refusal) : 200,
  );
}

async function acknowledgedOf(
  deps: ProtectionPageDeps,
  { id, acknowledgedBy }: { readonly id: string; readonly acknowledgedBy: string | null },
) {
  if (!acknowledgedBy) return null;
  const names = await nameAccounts(deps.db, [acknowledgedBy]);
  return { name: names.get(acknowledgedBy) ?? '', note: (await findNote(deps.db, deps, id)) ?? '' };
}

function acknowledgeRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.alarm(':id'),
    access: officers,
    params,
    form: z.object({ 'ghi-chu': typedField }),
    handle: async (request) => {
      const { id } = request.params;
      const note = request.form['ghi-chu'];
      const done = await acknowledgeAlarm(deps, officerOf(request), { alarmId: id, note });
      if (done.ok) return redirect(paths.alarm(id));
      if (done.refusal.code === 'protection/not-found') return notFound();
      return showAlarm(deps, request, id, { note, refusal: done.refusal });
    },
  });
}
