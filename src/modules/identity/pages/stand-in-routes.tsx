import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import type { RequestContext, Route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { FormPage } from '#ui/layout/form-page.tsx';
import { delegate } from '../actions/delegate.ts';
import { nameSubstitute } from '../actions/name-substitute.ts';
import {
  adminCrumbs,
  administrators,
  adminPaths,
  chosenId,
  line,
  newIdField,
  newIdHidden,
  type OrganisationPageDeps,
  optionalDate,
  pressOf,
  requiredDate,
  sentErrors,
} from './admin-deps.ts';
import { delegationFields, standInChoices, substituteFields } from './stand-in-fields.ts';

const substituteForm = z.object({
  lan: newIdField,
  'chuc-danh': chosenId,
  nguoi: chosenId,
  tu: line,
  den: line,
  'so-qd': line,
  'ngay-qd': line,
  'ly-do': line,
});
const delegationForm = substituteForm.omit({ 'ly-do': true }).extend({
  'cach-ky': line,
  'pham-vi': line,
  viec: line,
});

export function standInCrumbs(t: Words, title: string) {
  return adminCrumbs(
    t,
    { href: adminPaths.standIns, label: t('identity.stand-ins.title') },
    { label: title },
  );
}

export function substituteRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.substitute,
    access: administrators,
    form: substituteForm,
    longest: { 'so-qd': 100 },
    show: async (request, sent) => {
      const { t } = request;
      const title = t('identity.stand-ins.name-substitute');
      const choices = await standInChoices(deps.db, dateOf(request.legalNow), 'all');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('identity.stand-ins.substitute-note')}
          crumbs={standInCrumbs(t, title)}
          errors={sentErrors(t, sent)}
          action={adminPaths.substitute}
          submit={title}
          backHref={adminPaths.standIns}
          fields={[newIdHidden(deps, request), ...substituteFields(t, choices)]}
          typed={sent?.typed}
        />
      );
    },
    press: (request) => pressSubstitute(deps, request, request.form),
  });
}

async function pressSubstitute(
  deps: OrganisationPageDeps,
  request: RequestContext,
  form: z.output<typeof substituteForm>,
): Promise<Outcome<string>> {
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const validTo = requiredDate(form.den, 'den');
  if (!validTo.ok) return validTo;
  const decisionDate = optionalDate(form['ngay-qd'], 'ngay-qd');
  if (!decisionDate.ok) return decisionDate;
  const outcome = await nameSubstitute(deps, {
    ...pressOf(request),
    newId: form.lan,
    postId: form['chuc-danh'],
    personId: form.nguoi,
    validFrom: validFrom.value,
    validTo: validTo.value,
    decisionNumber: form['so-qd'],
    decisionDate: decisionDate.value,
    reason: form['ly-do'],
  });
  return outcome.ok ? accepted(adminPaths.standIns) : outcome;
}

export function delegationRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.delegate,
    access: administrators,
    form: delegationForm,
    longest: { 'so-qd': 100, viec: 1000, 'pham-vi': 5000 },
    show: async (request, sent) => {
      const { t } = request;
      const title = t('identity.stand-ins.delegate');
      const today = dateOf(request.legalNow);
      const choices = await standInChoices(deps.db, today, 'signing');
      const matters = await deps.listMatters(deps.db, today);
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('identity.stand-ins.delegate-note')}
          crumbs={standInCrumbs(t, title)}
          errors={sentErrors(t, sent)}
          action={adminPaths.delegate}
          submit={title}
          backHref={adminPaths.standIns}
          fields={[newIdHidden(deps, request), ...delegationFields(t, choices, matters)]}
          typed={sent?.typed}
        />
      );
    },
    press: (request) => pressDelegation(deps, request, request.form),
  });
}

async function pressDelegation(
  deps: OrganisationPageDeps,
  request: RequestContext,
  form: z.output<typeof delegationForm>,
): Promise<Outcome<string>> {
  const decisionDate = requiredDate(form['ngay-qd'], 'ngay-qd');
  if (!decisionDate.ok) return decisionDate;
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const validTo = optionalDate(form.den, 'den');
  if (!validTo.ok) return validTo;
  const outcome = await delegate(deps, {
    ...pressOf(request),
    newId: form.lan,
    postId: form['chuc-danh'],
    personId: form.nguoi,
    manner: form['cach-ky'],
    decisionNumber: form['so-qd'],
    decisionDate: decisionDate.value,
    matters: form.viec,
    scope: form['pham-vi'],
    validFrom: validFrom.value,
    validTo: validTo.value,
  });
  return outcome.ok ? accepted(adminPaths.standIns) : outcome;
}
