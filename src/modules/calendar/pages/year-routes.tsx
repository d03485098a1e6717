import { z } from 'zod';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { confirmYear, digestOfDays } from '../actions/confirm-year.ts';
import { listDaysOfYear, listYears } from '../store-days.ts';
import { dayRoutes, noticeFields } from './day-routes.tsx';
import {
  type CalendarPageDeps,
  calendarCrumbs,
  calendarKeepers,
  calendarPaths,
  line,
  newIdField,
  newPressId,
  pressOf,
  requiredDate,
  sentErrors,
  yearParams,
} from './page-deps.ts';
import { dayColumns, YearPage } from './year-page.tsx';
import { YearsPage } from './years-page.tsx';

export function yearRoutes(deps: CalendarPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: calendarPaths.years,
      access: calendarKeepers,
      handle: async (request) => {
        const crumbs = calendarCrumbs(request.t, request, { label: request.t('calendar.years.title') });
        const years = await listYears(deps.db);
        return page(<YearsPage frame={await deps.deskFrame(request)} crumbs={crumbs} years={years} />);
      },
    }),
    ...dayRoutes(deps),
    route({
      method: 'GET',
      path: calendarPaths.year(':year'),
      access: calendarKeepers,
      params: yearParams,
      query: z.object({ cham: z.coerce.number().int().min(0).optional().catch(undefined) }),
      handle: async (request) => {
        const { t, params, query } = request;
        return page(
          <YearPage
            frame={await deps.deskFrame(request)}
            crumbs={calendarCrumbs(
              t,
              request,
              { href: calendarPaths.years, label: t('calendar.years.title') },
              { label: String(params.year) },
            )}
            year={params.year}
            days={await listDaysOfYear(deps.db, params.year)}
            touched={query.cham}
          />,
        );
      },
    }),
    ...confirmRoutes(deps),
  ];
}

const confirmForm = z.object({
  lan: newIdField,
  'da-xem': z.string().max(64).catch(''),
  'so-thong-bao': line,
  'ngay-thong-bao': line,
});

function confirmRoutes(deps: CalendarPageDeps): Route[] {
  return formRoutes({
    path: calendarPaths.confirm(':year'),
    access: calendarKeepers,
    params: yearParams,
    form: confirmForm,
    show: async (request, sent) => {
      const { t, params } = request;
      const { year } = params;
      const days = await listDaysOfYear(deps.db, year);
      const title = t('calendar.confirm.title', { year });
      const { 'da-xem': _older, ...typed } = sent?.typed ?? {};
      const changed = sent?.refusal.code === 'calendar/changed-meanwhile';
      const list = <DataTable t={t} caption={title} rows={days} columns={dayColumns(t, false)} />;
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('calendar.confirm.note')}
          crumbs={calendarCrumbs(
            t,
            request,
            { href: calendarPaths.years, label: t('calendar.years.title') },
            { href: calendarPaths.year(year), label: String(year) },
            { label: t('calendar.confirm.crumb') },
          )}
          errors={sentErrors(t, sent)}
          before={changed ? <Changed note={t('calendar.admin.changed-note')} /> : undefined}
          list={list}
          action={calendarPaths.confirm(year)}
          submit={t('calendar.confirm.button')}
          backHref={calendarPaths.year(year)}
          fields={[
            { kind: 'hidden', name: 'lan', value: newPressId(deps, request) },
            { kind: 'hidden', name: 'da-xem', value: digestOfDays(days) },
            ...noticeFields(t),
          ]}
          typed={sent ? typed : undefined}
        />
      );
    },
    press: (request) => pressConfirm(deps, request, request.params.year, request.form),
  });
}

async function pressConfirm(
  deps: CalendarPageDeps,
  request: RequestContext,
  year: number,
  form: z.output<typeof confirmForm>,
): Promise<Outcome<string>> {
  const noticeDate = requiredDate(form['ngay-thong-bao'], 'ngay-thong-bao');
  if (!noticeDate.ok) return noticeDate;
  const outcome = await confirmYear(deps, {
    ...pressOf(request),
    pressId: form.lan,
    year,
    noticeNumber: form['so-thong-bao'],
    noticeDate: noticeDate.value,
    seen: form['da-xem'],
  });
  return outcome.ok ? accepted(calendarPaths.year(year)) : outcome;
}

function Changed({ note }: { readonly note: string }) {
  return (
    <Notice tone="warning">
      <p>{note}</p>
    </Notice>
  );
}
