import { z } from 'zod';
import { dateOf, formatCivilDate, timeOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { errorsOfRefusals } from '#platform/http/refusal-status.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { endIncident } from '../actions/end-incident.ts';
import { recordIncident } from '../actions/record-incident.ts';
import { type System, systems } from '../rules/incident.ts';
import { parseMoment } from '../rules/typed-moment.ts';
import { countIncidents, findIncident, listIncidents } from '../store.ts';
import { incidentInWords } from './in-words.ts';
import { IncidentsPage } from './incidents-page.tsx';
import { officeChoice } from './office-choice.ts';
import { crumbsOf, type IncidentPageDeps, incidentKeepers, paths, pressOf } from './page-deps.ts';

const SHOWN = 200;
const WHAT = 2_000;
const line = typedField;
const form = z.object({
  ...{ key: z.uuid(), 'he-thong': line, 'tu-ngay': line, 'tu-gio': line },
  ...{ 'den-ngay': line, 'den-gio': line, 'don-vi': line, 'noi-dung': line },
});
const endForm = z.object({ 'den-ngay': line, 'den-gio': line });
const begins = { day: 'tu-ngay', time: 'tu-gio' };
const ends = { day: 'den-ngay', time: 'den-gio' };

/** Technical incidents: the list, a new one, the end of one that goes on. */
export function incidentRoutes(deps: IncidentPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.list,
      access: incidentKeepers,
      handle: async (request) => {
        const offices = await listOfficesInForce(deps.db, dateOf(request.legalNow));
        const view = {
          frame: await deps.deskFrame(request),
          incidents: await listIncidents(deps.db, SHOWN),
          all: await countIncidents(deps.db),
          officeNames: new Map(offices.map(({ id, name }) => [id, name])),
        };
        return page(<IncidentsPage view={view} />);
      },
    }),
    ...recordRoutes(deps),
    ...endRoutes(deps),
  ];
}

function recordRoutes(deps: IncidentPageDeps): Route[] {
  return formRoutes({
    path: paths.record,
    access: incidentKeepers,
    form,
    longest: { 'noi-dung': WHAT },
    show: async (request, sent) => {
      const { t, legalNow } = request;
      const { options } = await officeChoice(deps.db, t, dateOf(legalNow));
      const title = t('incidents.record');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('incidents.record-note')}
          crumbs={crumbsOf(t, title)}
          errors={errorsOfRefusals(t, sent ? [sent.refusal] : [])}
          action={paths.record}
          submit={t('incidents.save')}
          backHref={paths.list}
          fields={[
            { kind: 'hidden', name: 'key', value: deps.random.uuid(Date.parse(request.machineNow)) },
            {
              ...{ kind: 'select', name: 'he-thong', label: t('incidents.system'), value: 'software' },
              options: systems.map((value) => ({ value, label: t(`incidents.system.${value}`) })),
            },
            ...momentFields(t, request, 'begins'),
            ...momentFields(t, request, 'ends'),
            { kind: 'select', name: 'don-vi', label: t('incidents.offices'), value: 'tat-ca', options },
            { kind: 'area', name: 'noi-dung', label: t('incidents.what'), maxLength: WHAT },
          ]}
          typed={sent?.typed}
        />
      );
    },
    press: (request) => pressRecord(deps, request, request.form),
  });
}

function momentFields(t: Words, { legalNow }: RequestContext, which: 'begins' | 'ends'): FieldSpec[] {
  const { day, time } = which === 'begins' ? begins : ends;
  const value = which === 'begins' ? formatCivilDate(dateOf(legalNow)) : '';
  const optional = which === 'ends';
  return [
    { kind: 'date', name: day, label: t(`incidents.day.${which}`), value, short: true, optional },
    {
      kind: 'text',
      name: time,
      label: t(`incidents.time.${which}`),
      hint: t('incidents.time-hint'),
      short: true,
      optional,
    },
  ];
}

async function pressRecord(
  deps: IncidentPageDeps,
  request: RequestContext,
  typed: z.output<typeof form>,
): Promise<Outcome<string>> {
  const from = parseMoment(typed['tu-ngay'], typed['tu-gio'], begins);
  if (!from.ok) return from;
  const isOver = `${typed['den-ngay']}${typed['den-gio']}`.trim() !== '';
  const to = isOver ? parseMoment(typed['den-ngay'], typed['den-gio'], ends) : accepted(null);
  if (!to.ok) return to;
  const { chosen } = await officeChoice(deps.db, request.t, dateOf(request.legalNow));
  const incident = {
    ...{ system: typed['he-thong'] as System, from: from.value, to: to.value },
    ...{ officeIds: chosen(typed['don-vi']), what: typed['noi-dung'] },
  };
  const done = await recordIncident(deps, pressOf(request), typed.key, incident);
  return done.ok ? accepted(paths.list) : done;
}

function endRoutes(deps: IncidentPageDeps): Route[] {
  return formRoutes({
    path: paths.end(':id'),
    access: incidentKeepers,
    params: z.object({ id: z.uuid() }),
    form: endForm,
    show: async (request, sent) => {
      const { t, legalNow, params } = request;
      const incident = await findIncident(deps.db, params.id);
      if (!incident) return undefined;
      const title = t('incidents.end');
      const now = { [ends.day]: formatCivilDate(dateOf(legalNow)), [ends.time]: timeOf(legalNow) };
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={incidentInWords(t, incident)}
          crumbs={crumbsOf(t, title)}
          errors={errorsOfRefusals(t, sent ? [sent.refusal] : [])}
          action={paths.end(incident.id)}
          submit={t('incidents.save')}
          backHref={paths.list}
          fields={momentFields(t, request, 'ends').map((field) => ({
            ...field,
            value: now[field.name],
            optional: false,
          }))}
          typed={sent?.typed}
        />
      );
    },
    press: async (request) => {
      const to = parseMoment(request.form['den-ngay'], request.form['den-gio'], ends);
      if (!to.ok) return to;
      const done = await endIncident(deps, pressOf(request), request.params.id, to.value);
      if (!done.ok)
        return done.refusal.code === 'incidents/not-found' ? refused('incidents/not-found') : done;
      return accepted(paths.list);
    },
  });
}
