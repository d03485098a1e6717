import { z } from 'zod';
import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Weekday } from '#kernel/day-number.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { DEFAULT_SPANS } from '#kernel/working-time/office-hours.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { notFound, page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Notice } from '#ui/components/notice.tsx';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { changeOfficeHours, changeOpeningHours, weekdays } from '../actions/change-hours.ts';
import { UNTIL_FURTHER_NOTICE } from '../actions/changed.ts';
import { weekdayInWords } from '../in-words.ts';
import { mayChangeHours } from '../rules/hours-change.ts';
import { spansInWords } from '../rules/spans.ts';
import { type KeptHours, type KeptOpening, listAllHours, listAllOpening } from '../store-hours.ts';
import { HoursPage, OfficeHoursPage } from './hours-page.tsx';
import {
  type CalendarPageDeps,
  COMMON,
  calendarCrumbs,
  calendarKeepers,
  calendarPaths,
  line,
  pressOf,
  requiredDate,
  sentErrors,
} from './page-deps.ts';

const officeParams = z.object({ id: z.uuid().or(z.literal(COMMON)) });
const touchedQuery = z.object({ cham: z.coerce.number().int().min(0).optional().catch(undefined) });
const seen = z.coerce.number().int().catch(0);
const hoursForm = z.object({ gio: line, tu: line, 'da-xem': seen });
const dayField = line;
const openingForm = z.object({
  'thu-1': dayField,
  'thu-2': dayField,
  'thu-3': dayField,
  'thu-4': dayField,
  'thu-5': dayField,
  'thu-6': dayField,
  'thu-7': dayField,
  tu: line,
  'da-xem': seen,
});

export function hoursRoutes(deps: CalendarPageDeps): Route[] {
  return [
    listRoute(deps),
    route({
      method: 'GET',
      path: calendarPaths.office(':id'),
      access: calendarKeepers,
      params: officeParams,
      query: touchedQuery,
      handle: async (request) => {
        const about = await aboutOffice(deps, request, request.params.id);
        if (!about) return notFound();
        const { office, hours, opening } = about;
        return page(
          <OfficeHoursPage
            frame={await deps.deskFrame(request)}
            crumbs={officeCrumbs(request, office)}
            office={office}
            hours={hours}
            opening={opening}
            mayChange={mayChangeHours(pressOf(request).actor, office?.agencyId ?? null)}
            touched={request.query.cham}
          />,
        );
      },
    }),
    ...workRoutes(deps),
    ...openingRoutes(deps),
  ];
}

function listRoute(deps: CalendarPageDeps): Route {
  return route({
    method: 'GET',
    path: calendarPaths.hours,
    access: calendarKeepers,
    handle: async (request) => {
      const { t } = request;
      const today = dateOf(request.legalNow);
      return page(
        <HoursPage
          frame={await deps.deskFrame(request)}
          crumbs={calendarCrumbs(t, request, { label: t('calendar.hours.title') })}
          offices={await listOfficesInForce(deps.db, today)}
          hours={await listAllHours(deps.db)}
          opening={await listAllOpening(deps.db)}
          today={today}
        />,
      );
    },
  });
}

interface About {
  readonly office: OfficeInForce | null;
  readonly hours: readonly KeptHours[];
  readonly opening: readonly KeptOpening[];
}

/** Undefined: there is no such office now. */
async function aboutOffice(
  { db }: CalendarPageDeps,
  { legalNow }: RequestContext,
  id: string,
): Promise<About | undefined> {
  const offices = await listOfficesInForce(db, dateOf(legalNow));
  const office = id === COMMON ? null : offices.find((one) => one.id === id && one.kind !== 'agency');
  if (office === undefined) return undefined;
  const officeId = office?.id ?? null;
  return {
    office,
    hours: (await listAllHours(db)).filter((one) => one.officeId === officeId),
    opening: (await listAllOpening(db)).filter((one) => one.officeId === officeId),
  };
}

function officeCrumbs(request: RequestContext, office: OfficeInForce | null, last?: string) {
  const { t } = request;
  const name = office?.shortName ?? t('calendar.hours.all-offices');
  const own = { href: calendarPaths.office(office?.id ?? COMMON), label: name };
  return calendarCrumbs(
    t,
    request,
    { href: calendarPaths.hours, label: t('calendar.hours.title') },
    ...(last ? [own, { label: last }] : [{ label: name }]),
  );
}

/** The newest hours, for who was slower than another. */
function changed(t: Words, code: string | undefined, now: string) {
  if (code !== 'calendar/changed-meanwhile') return undefined;
  return (
    <Notice tone="warning" title={t('calendar.admin.changed-title')}>
      <p>{t('calendar.hours.now', { hours: now })}</p>
      <p>{t('calendar.admin.changed-note')}</p>
    </Notice>
  );
}

function fromField(t: Words, request: RequestContext): FieldSpec {
  return {
    kind: 'date',
    name: 'tu',
    label: t('calendar.hours.from'),
    value: formatCivilDate(dateOf(request.legalNow)),
    short: true,
  };
}

function typedAgain(sent: { readonly typed: Readonly<Record<string, unknown>> } | null) {
  if (!sent) return undefined;
  const { 'da-xem': _older, ...typed } = sent.typed;
  return typed;
}

function workRoutes(deps: CalendarPageDeps): Route[] {
  return formRoutes({
    path: calendarPaths.officeHours(':id'),
    access: calendarKeepers,
    params: officeParams,
    form: hoursForm,
    show: async (request, sent) => {
      const { t } = request;
      const about = await aboutOffice(deps, request, request.params.id);
      if (!about) return undefined;
      const { office, hours } = about;
      const title = t('calendar.hours.change-work');
      const value = spansInWords(hours[0]?.spans ?? DEFAULT_SPANS);
      const hint = t('calendar.hours.hint');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={office?.name ?? t('calendar.hours.all-offices')}
          crumbs={officeCrumbs(request, office, title)}
          errors={sentErrors(t, sent)}
          before={changed(t, sent?.refusal.code, value) ?? <p>{t('calendar.hours.work-note')}</p>}
          action={calendarPaths.officeHours(office?.id ?? COMMON)}
          submit={t('calendar.day.save')}
          backHref={calendarPaths.office(office?.id ?? COMMON)}
          fields={[
            { kind: 'hidden', name: 'da-xem', value: String(hours.length) },
            { kind: 'text', name: 'gio', label: t('calendar.hours.work'), hint, value, maxLength: 100 },
            fromField(t, request),
          ]}
          typed={typedAgain(sent)}
        />
      );
    },
    press: (request) => pressWork(deps, request, request.params.id, request.form),
  });
}

async function pressWork(
  deps: CalendarPageDeps,
  request: RequestContext,
  id: string,
  form: z.output<typeof hoursForm>,
): Promise<Outcome<string>> {
  const about = await aboutOffice(deps, request, id);
  if (!about) return refused('calendar/not-found');
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const press = { ...pressOf(request), validFrom: validFrom.value, seen: form['da-xem'] };
  const outcome = await changeOfficeHours(deps, { ...press, office: about.office, hours: form.gio });
  if (!outcome.ok) return outcome;
  const days = { from: validFrom.value, to: UNTIL_FURTHER_NOTICE };
  const touched = await deps.countOpenOver(deps.db, days, about.office?.id ?? null);
  return accepted(`${calendarPaths.office(id)}?cham=${touched}`);
}

function openingRoutes(deps: CalendarPageDeps): Route[] {
  return formRoutes({
    path: calendarPaths.opening(':id'),
    access: calendarKeepers,
    params: officeParams,
    form: openingForm,
    show: async (request, sent) => {
      const { t } = request;
      const about = await aboutOffice(deps, request, request.params.id);
      if (!about?.office) return undefined;
      const { office, opening } = about;
      const title = t('calendar.hours.change-open');
      const spansOf = (day: Weekday) => spansInWords(opening[0]?.weekly[day] ?? []);
      const now = weekdays.map((day) => `${weekdayInWords(t, day)} ${spansOf(day) || '–'}`).join('; ');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={office.name}
          crumbs={officeCrumbs(request, office, title)}
          errors={sentErrors(t, sent)}
          before={changed(t, sent?.refusal.code, now) ?? <p>{t('calendar.hours.open-lead')}</p>}
          action={calendarPaths.opening(office.id)}
          submit={t('calendar.day.save')}
          backHref={calendarPaths.office(office.id)}
          fields={[
            { kind: 'hidden', name: 'da-xem', value: String(opening.length) },
            ...weekdays.map((day) => openingField(t, day, spansOf(day))),
            fromField(t, request),
          ]}
          typed={typedAgain(sent)}
        />
      );
    },
    press: (request) => pressOpening(deps, request, request.params.id, request.form),
  });
}

function openingField(t: Words, day: Weekday, value: string): FieldSpec {
  const label = t('calendar.hours.on', { weekday: weekdayInWords(t, day) });
  return { kind: 'text', name: `thu-${day}`, label, value, optional: true, maxLength: 100 };
}

async function pressOpening(
  deps: CalendarPageDeps,
  request: RequestContext,
  id: string,
  form: z.output<typeof openingForm>,
): Promise<Outcome<string>> {
  const about = await aboutOffice(deps, request, id);
  if (!about?.office) return refused('calendar/not-found');
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const hours = {
    1: form['thu-1'],
    2: form['thu-2'],
    3: form['thu-3'],
    4: form['thu-4'],
    5: form['thu-5'],
    6: form['thu-6'],
    7: form['thu-7'],
  };
  const press = { ...pressOf(request), validFrom: validFrom.value, seen: form['da-xem'] };
  const outcome = await changeOpeningHours(deps, { ...press, office: about.office, hours });
  return outcome.ok ? accepted(calendarPaths.office(id)) : outcome;
}
