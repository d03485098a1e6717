import { z } from 'zod';
import { type Actor, roles } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { notFound, page, type Route, redirect, route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { endAbsence } from '../actions/end-absence.ts';
import { recordAbsence } from '../actions/record-absence.ts';
import { absenceReasons, mayRecordAbsence } from '../rules/absence.ts';
import { listAbsences } from '../store/absences.ts';
import { listPeopleWithPosts, type PersonWithPosts } from '../store/posts.ts';
import { absencePaths } from './absence-paths.ts';
import { AbsencesPage } from './absences-page.tsx';
import {
  chosenId,
  idParams,
  line,
  newIdField,
  newIdHidden,
  type OrganisationPageDeps,
  pressOf,
  requiredDate,
  sentErrors,
} from './admin-deps.ts';

const everybody = { roles: roles.filter((role) => role !== 'service-account') };

/** Who is away: one's own absence, that of one's people, for an administrator everybody's. */
export function absenceRoutes(deps: OrganisationPageDeps): Route[] {
  return [listRoute(deps), backRoute(deps), ...recordRoutes(deps)];
}

function listRoute(deps: OrganisationPageDeps): Route {
  return route({
    method: 'GET',
    path: absencePaths.list,
    access: everybody,
    handle: async (request) => {
      const { actor } = pressOf(request);
      const today = dateOf(request.legalNow);
      const all = await listAbsences(deps.db, today);
      const shown = all.filter((one) => mayRecordAbsence(actor, one));
      const frame = await deps.deskFrame(request);
      return page(<AbsencesPage frame={frame} absences={shown} today={today} csrf={request.csrf} />);
    },
  });
}

function backRoute(deps: OrganisationPageDeps): Route {
  return route({
    method: 'POST',
    path: absencePaths.back(':id'),
    access: everybody,
    params: idParams,
    handle: async (request) => {
      const ended = await endAbsence(deps, { ...pressOf(request), id: request.params.id });
      return ended.ok ? redirect(absencePaths.list) : notFound();
    },
  });
}

function recordRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: absencePaths.record,
    access: everybody,
    form: z.object({ lan: newIdField, nguoi: chosenId, tu: line, den: line, 'ly-do': line }),
    show: async (request, sent) => {
      const { t } = request;
      const { actor } = pressOf(request);
      const title = t('identity.absence.record');
      const people = await listPeopleWithPosts(deps.db, dateOf(request.legalNow));
      const mine = people.filter((one) => mayRecordAbsence(actor, one));
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('identity.absence.record-note')}
          crumbs={[{ href: absencePaths.list, label: t('identity.absence.title') }, { label: title }]}
          errors={sentErrors(t, sent)}
          action={absencePaths.record}
          submit={title}
          backHref={absencePaths.list}
          fields={[newIdHidden(deps, request), ...absenceFields(t, actor, mine)]}
          typed={sent?.typed}
        />
      );
    },
    press: async (request) => {
      const { form } = request;
      const validFrom = requiredDate(form.tu, 'tu');
      if (!validFrom.ok) return validFrom;
      const validTo = requiredDate(form.den, 'den');
      if (!validTo.ok) return validTo;
      const days = { validFrom: validFrom.value, validTo: validTo.value };
      const press = { ...pressOf(request), newId: form.lan, personId: form.nguoi, reason: form['ly-do'] };
      const outcome = await recordAbsence(deps, { ...press, ...days });
      return outcome.ok ? accepted(absencePaths.list) : outcome;
    },
  });
}

function absenceFields(t: Words, actor: Actor, people: readonly PersonWithPosts[]): FieldSpec[] {
  const others = people.filter((one) => one.personId !== actor.personId);
  const options = [
    { value: actor.personId, label: actor.name },
    ...others.map(({ personId, name }) => ({ value: personId, label: name })),
  ];
  const choices = absenceReasons.map((value) => ({ value, label: t(`identity.absence.reason.${value}`) }));
  return [
    { kind: 'select', name: 'nguoi', label: t('identity.absence.who'), options, value: actor.personId },
    { kind: 'date', name: 'tu', label: t('identity.absence.first-day'), short: true },
    { kind: 'date', name: 'den', label: t('identity.absence.last-day'), short: true },
    { kind: 'radio', name: 'ly-do', label: t('identity.absence.reason'), choices },
  ];
}
