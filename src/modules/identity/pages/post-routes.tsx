import { z } from 'zod';
import { roles } from '#kernel/actor.ts';
import { dateOf, formatCivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import type { RequestContext, Route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import type { Option } from '#ui/fields/select-field.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { endPost } from '../actions/end-post.ts';
import { givePost } from '../actions/give-post.ts';
import { findPerson, type Person } from '../store/people.ts';
import { listPostsOfPerson } from '../store/post-changes.ts';
import {
  adminCrumbs,
  administrators,
  adminPaths,
  chosenId,
  idParams,
  line,
  newIdField,
  newIdHidden,
  type OrganisationPageDeps,
  optionalDate,
  pressOf,
  requiredDate,
  sentErrors,
} from './admin-deps.ts';
import { officeOptions } from './office-options.ts';

const postForm = z.object({
  lan: newIdField,
  'don-vi': chosenId,
  'vai-tro': line,
  'chuc-danh': line,
  tu: line,
  den: line,
});

function personCrumbs(t: Words, person: Person, title: string) {
  return adminCrumbs(
    t,
    { href: adminPaths.people, label: t('identity.people.title') },
    { href: adminPaths.person(person.id), label: person.name },
    { label: title },
  );
}

export function givePostRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.givePost(':id'),
    access: administrators,
    params: idParams,
    form: postForm,
    show: async (request, sent) => {
      const { t, params } = request;
      const person = await findPerson(deps.db, params.id);
      if (!person) return undefined;
      const today = dateOf(request.legalNow);
      const title = t('identity.post.give');
      const offices = await officeOptions(deps.db, today, 'offices');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={person.name}
          crumbs={personCrumbs(t, person, title)}
          errors={sentErrors(t, sent)}
          action={adminPaths.givePost(person.id)}
          submit={title}
          backHref={adminPaths.person(person.id)}
          fields={[newIdHidden(deps, request), ...postFields(t, offices, formatCivilDate(today))]}
          typed={sent?.typed}
        />
      );
    },
    press: (request) => pressGivePost(deps, request, request.params.id, request.form),
  });
}

const givable = roles.filter((role) => role !== 'service-account');

function postFields(t: Words, offices: readonly Option[], firstDay: string): FieldSpec[] {
  const roleOptions = givable.map((role) => ({ value: role, label: t(`identity.role.${role}`) }));
  const emptyLabel = t('identity.admin.choose');
  return [
    { kind: 'select', name: 'don-vi', label: t('identity.post.office'), options: offices, emptyLabel },
    {
      kind: 'select',
      name: 'vai-tro',
      label: t('identity.post.role'),
      hint: t('identity.post.role-hint'),
      options: roleOptions,
      emptyLabel,
    },
    {
      kind: 'text',
      name: 'chuc-danh',
      label: t('identity.post.words'),
      hint: t('identity.post.words-hint'),
      maxLength: 200,
    },
    { kind: 'date', name: 'tu', label: t('identity.post.from'), value: firstDay, short: true },
    {
      kind: 'date',
      name: 'den',
      label: t('identity.post.last-day'),
      hint: t('identity.post.last-day-hint'),
      optional: true,
      short: true,
    },
  ];
}

async function pressGivePost(
  deps: OrganisationPageDeps,
  request: RequestContext,
  personId: string,
  form: z.output<typeof postForm>,
): Promise<Outcome<string>> {
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const validTo = optionalDate(form.den, 'den');
  if (!validTo.ok) return validTo;
  const outcome = await givePost(deps, {
    ...pressOf(request),
    newId: form.lan,
    personId,
    officeId: form['don-vi'],
    role: form['vai-tro'],
    title: form['chuc-danh'],
    validFrom: validFrom.value,
    validTo: validTo.value,
  });
  return outcome.ok ? accepted(adminPaths.person(personId)) : outcome;
}

export function endPostRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.endPost(':id', ':post'),
    access: administrators,
    params: z.object({ id: z.uuid(), post: z.uuid() }),
    form: z.object({ den: line }),
    show: async (request, sent) => {
      const { t, params } = request;
      const today = dateOf(request.legalNow);
      const person = await findPerson(deps.db, params.id);
      const post = (await listPostsOfPerson(deps.db, params.id, today)).find((one) => one.id === params.post);
      if (!person || !post) return undefined;
      const title = t('identity.post.end-title');
      const label = t('identity.post.last-day');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={`${person.name}: ${post.title}, ${post.officeName}`}
          crumbs={personCrumbs(t, person, title)}
          errors={sentErrors(t, sent)}
          before={<p>{t('identity.post.end-lead')}</p>}
          action={adminPaths.endPost(person.id, post.id)}
          submit={t('identity.post.end')}
          backHref={adminPaths.person(person.id)}
          fields={[{ kind: 'date', name: 'den', label, value: formatCivilDate(today), short: true }]}
          typed={sent?.typed}
        />
      );
    },
    press: async (request) => {
      const { form, params } = request;
      const lastDay = parseCivilDate(form.den, 'den');
      if (!lastDay.ok) return lastDay;
      const press = { ...pressOf(request), personId: params.id, postId: params.post, lastDay: lastDay.value };
      const outcome = await endPost(deps, press);
      return outcome.ok ? accepted(adminPaths.person(params.id)) : outcome;
    },
  });
}
