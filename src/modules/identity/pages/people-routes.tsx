import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted } from '#kernel/refusal.ts';
import { soughtNames } from '#kernel/vietnamese-text.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { page, type Reply, type RequestContext, type Route, route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { addPerson } from '../actions/add-person.ts';
import { correctPerson } from '../actions/correct-person.ts';
import { logAct } from '../press.ts';
import { findPerson, listPeople } from '../store/people.ts';
import {
  adminCrumbs,
  administrators,
  adminPaths,
  idParams,
  line,
  newIdField,
  newIdHidden,
  type OrganisationPageDeps,
  pressOf,
  sentErrors,
  versionField,
  versionSent,
} from './admin-deps.ts';
import { officeOptions } from './office-options.ts';
import { PeoplePage } from './people-page.tsx';
import { ChangedPerson, personFields } from './person-fields.tsx';

const MOST = 200;
const filter = z.object({
  'don-vi': z.uuid().or(z.literal('')).catch(''),
  'tinh-trang': line,
});
const personForm = z.object({
  'ho-ten': line,
  'dien-thoai': line,
  'nam-sinh': line,
  lan: newIdField,
});
const correctForm = personForm.omit({ lan: true }).extend({ 'phien-ban': versionSent });

export function peopleRoutes(deps: OrganisationPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: adminPaths.people,
      access: administrators,
      query: filter,
      handle: (request) => showPeople(deps, request, { ...request.query, q: '' }),
    }),
    route({
      method: 'POST',
      path: adminPaths.people,
      access: administrators,
      form: filter.extend({ q: line }),
      handle: (request) => showPeople(deps, request, request.form),
    }),
    ...addRoutes(deps),
    ...correctRoutes(deps),
  ];
}

async function showPeople(
  deps: OrganisationPageDeps,
  request: RequestContext,
  wanted: z.output<typeof filter> & { readonly q: string },
): Promise<Reply> {
  const on = dateOf(request.legalNow);
  const found = await listPeople(deps.db, {
    names: wanted.q.trim() === '' ? null : soughtNames(wanted.q),
    officeId: wanted['don-vi'] || null,
    withoutPost: wanted['tinh-trang'] === 'khong-chuc-danh',
    on,
    limit: MOST + 1,
  });
  await logAct(deps.db, pressOf(request), 'list-people', undefined);
  return page(
    <PeoplePage
      frame={await deps.deskFrame(request)}
      people={found.slice(0, MOST)}
      text={wanted.q}
      office={wanted['don-vi']}
      offices={await officeOptions(deps.db, on)}
      state={wanted['tinh-trang']}
      cut={found.length > MOST}
    />,
  );
}

function addRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.newPerson,
    access: administrators,
    form: personForm,
    show: async (request, sent) => {
      const { t } = request;
      const title = t('identity.person.add');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('identity.person.add-note')}
          crumbs={peopleCrumbs(t, { label: title })}
          errors={sentErrors(t, sent)}
          action={adminPaths.newPerson}
          submit={title}
          backHref={adminPaths.people}
          fields={[newIdHidden(deps, request), ...personFields(t)]}
          typed={sent?.typed}
        />
      );
    },
    press: async (request) => {
      const { form } = request;
      const outcome = await addPerson(deps, { ...pressOf(request), newId: form.lan, typed: typedOf(form) });
      return outcome.ok ? accepted(adminPaths.person(outcome.value)) : outcome;
    },
  });
}

function correctRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.correctPerson(':id'),
    access: administrators,
    params: idParams,
    form: correctForm,
    show: async (request, sent) => {
      const { t, params } = request;
      const person = await findPerson(deps.db, params.id);
      if (!person) return undefined;
      const changed = sent?.refusal.code === 'identity/changed-meanwhile';
      const title = t('identity.person.correct');
      const own = { href: adminPaths.person(person.id), label: person.name };
      const { 'phien-ban': _older, ...typed } = sent?.typed ?? {};
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={person.name}
          crumbs={peopleCrumbs(t, own, { label: title })}
          errors={sentErrors(t, sent)}
          before={changed ? <ChangedPerson t={t} person={person} /> : undefined}
          action={adminPaths.correctPerson(person.id)}
          submit={t('identity.person.save')}
          backHref={adminPaths.person(person.id)}
          fields={[versionField(person.version), ...personFields(t, person)]}
          typed={sent ? typed : undefined}
        />
      );
    },
    press: async (request) => {
      const { form, params } = request;
      const outcome = await correctPerson(deps, {
        ...pressOf(request),
        personId: params.id,
        version: form['phien-ban'],
        typed: typedOf(form),
      });
      return outcome.ok ? accepted(adminPaths.person(params.id)) : outcome;
    },
  });
}

function typedOf(form: Pick<z.output<typeof personForm>, 'ho-ten' | 'dien-thoai' | 'nam-sinh'>) {
  return { name: form['ho-ten'], phone: form['dien-thoai'], birthYear: form['nam-sinh'] };
}

function peopleCrumbs(t: Words, ...crumbs: readonly Crumb[]): Crumb[] {
  return adminCrumbs(t, { href: adminPaths.people, label: t('identity.people.title') }, ...crumbs);
}
