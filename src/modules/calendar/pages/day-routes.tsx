import { z } from 'zod';
import { type CivilDate, formatCivilDate, isCivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, type Refusal } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import type { RequestContext, Route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Notice } from '#ui/components/notice.tsx';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { changeDay, seenDay } from '../actions/change-day.ts';
import { dayKinds } from '../rules/day-change.ts';
import { findDay, type KeptDay } from '../store-days.ts';
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
} from './page-deps.ts';

const dayForm = z.object({
  lan: newIdField,
  'da-xem': line,
  ngay: line,
  loai: line,
  ten: line,
  'doi-voi': line,
  'so-thong-bao': line,
  'ngay-thong-bao': line,
});
type DayForm = z.output<typeof dayForm>;
type Sent = { readonly typed: DayForm; readonly refusal: Refusal } | null;

/** Another kind of day: of one that is special already, or of one to be named. */
export function dayRoutes(deps: CalendarPageDeps): Route[] {
  return [
    ...formRoutes({
      path: calendarPaths.newDay,
      access: calendarKeepers,
      form: dayForm,
      show: (request, sent) => showDay(deps, request, null, sent),
      press: (request) => pressDay(deps, request, request.form),
    }),
    ...formRoutes({
      path: calendarPaths.day(':date'),
      access: calendarKeepers,
      params: z.object({ date: z.string().refine(isCivilDate) }),
      form: dayForm,
      show: (request, sent) => showDay(deps, request, request.params.date, sent),
      press: (request) => pressDay(deps, request, { ...request.form, ngay: request.params.date }),
    }),
  ];
}

async function showDay(deps: CalendarPageDeps, request: RequestContext, date: CivilDate | null, sent: Sent) {
  const { t } = request;
  const day = await shownDay(deps, date, sent);
  const title = t(date ? 'calendar.day.change' : 'calendar.day.add');
  const touched = date ? await deps.countOpenOver(deps.db, { from: date, to: date }) : null;
  const { 'da-xem': _older, ...typed } = sent?.typed ?? {};
  return (
    <FormPage
      frame={await deps.deskFrame(request)}
      title={title}
      note={date ? formatCivilDate(date) : undefined}
      crumbs={calendarCrumbs(
        t,
        request,
        { href: calendarPaths.years, label: t('calendar.years.title') },
        { label: title },
      )}
      errors={sentErrors(t, sent)}
      before={<Before t={t} day={day} sent={sent} touched={touched} />}
      action={date ? calendarPaths.day(date) : calendarPaths.newDay}
      submit={t('calendar.day.save')}
      backHref={date ? calendarPaths.year(date.slice(0, 4)) : calendarPaths.years}
      fields={[
        { kind: 'hidden', name: 'lan', value: newPressId(deps, request) },
        { kind: 'hidden', name: 'da-xem', value: seenDay(day) },
        ...(date
          ? []
          : [{ kind: 'date', name: 'ngay', label: t('calendar.day.date'), short: true } as const]),
        ...dayFields(t, day),
      ]}
      typed={sent ? typed : undefined}
    />
  );
}

/** What the day is now; of a day typed by hand, only when somebody else made it special meanwhile. */
async function shownDay(
  { db }: CalendarPageDeps,
  date: CivilDate | null,
  sent: Sent,
): Promise<KeptDay | undefined> {
  if (date) return findDay(db, date);
  const typed = sent ? parseCivilDate(sent.typed.ngay) : undefined;
  return typed?.ok ? findDay(db, typed.value) : undefined;
}

function Before(props: {
  readonly t: Words;
  readonly day: KeptDay | undefined;
  readonly sent: Sent;
  readonly touched: number | null;
}) {
  const { t, day, sent, touched } = props;
  if (sent?.refusal.code === 'calendar/changed-meanwhile') {
    return (
      <Notice tone="warning" title={t('calendar.admin.changed-title')}>
        <p>
          {day
            ? t('calendar.day.now', { kind: t(`calendar.day.kind.${day.kind}`), name: day.name })
            : t('calendar.day.now-ordinary')}
        </p>
        <p>{t('calendar.admin.changed-note')}</p>
      </Notice>
    );
  }
  return touched === null ? null : <p>{t('calendar.day.touches', { n: touched })}</p>;
}

function dayFields(t: Words, day: KeptDay | undefined): FieldSpec[] {
  return [
    {
      kind: 'radio',
      name: 'loai',
      label: t('calendar.day.kind'),
      choices: dayKinds.map((value) => ({
        value,
        label: t(`calendar.day.kind.${value}`),
        hint: t(`calendar.day.kind-hint.${value}`),
      })),
      value: day?.kind,
    },
    {
      kind: 'text',
      name: 'ten',
      label: t('calendar.day.name'),
      hint: t('calendar.day.name-hint'),
      value: day?.name,
      maxLength: 200,
    },
    {
      kind: 'date',
      name: 'doi-voi',
      label: t('calendar.day.swapped-with'),
      value: day?.swappedWith ? formatCivilDate(day.swappedWith) : '',
      optional: true,
      short: true,
    },
    ...noticeFields(t),
  ];
}

export function noticeFields(t: Words): FieldSpec[] {
  return [
    {
      kind: 'text',
      name: 'so-thong-bao',
      label: t('calendar.notice.number'),
      hint: t('calendar.notice.number-hint'),
      maxLength: 200,
    },
    { kind: 'date', name: 'ngay-thong-bao', label: t('calendar.notice.date'), short: true },
  ];
}

async function pressDay(
  deps: CalendarPageDeps,
  request: RequestContext,
  form: DayForm,
): Promise<Outcome<string>> {
  const date = requiredDate(form.ngay, 'ngay');
  if (!date.ok) return date;
  const swapped = form['doi-voi'] === '' ? accepted(null) : parseCivilDate(form['doi-voi'], 'doi-voi');
  if (!swapped.ok) return swapped;
  const noticeDate = requiredDate(form['ngay-thong-bao'], 'ngay-thong-bao');
  if (!noticeDate.ok) return noticeDate;
  const outcome = await changeDay(deps, {
    ...pressOf(request),
    pressId: form.lan,
    date: date.value,
    kind: form.loai,
    name: form.ten,
    swappedWith: swapped.value,
    noticeNumber: form['so-thong-bao'],
    noticeDate: noticeDate.value,
    seen: form['da-xem'],
  });
  if (!outcome.ok) return outcome;
  const touched = await deps.countOpenOver(deps.db, { from: date.value, to: date.value });
  return accepted(`${calendarPaths.year(date.value.slice(0, 4))}?cham=${touched}`);
}
