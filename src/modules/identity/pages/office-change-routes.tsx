import { z } from 'zod';
import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Notice } from '#ui/components/notice.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { changeOffice, setAgencyCode } from '../actions/change-office.ts';
import { endOffice } from '../actions/end-office.ts';
import type { OfficeInForce } from '../rules/office.ts';
import { findOffice, listOfficesFrom } from '../store/offices.ts';
import {
  adminCrumbs,
  administrators,
  adminPaths,
  idParams,
  line,
  newIdField,
  newIdHidden,
  type OrganisationPageDeps,
  officeCrumbs,
  pressOf,
  requiredDate,
  sentErrors,
  versionField,
  versionSent,
} from './admin-deps.ts';
import { basisFields, changeFields } from './office-fields.ts';
import { CodesPage } from './offices-page.tsx';

const versioned = { lan: newIdField, 'phien-ban': versionSent, 'can-cu': line, tu: line };

export function officeChangeRoutes(deps: OrganisationPageDeps): Route[] {
  return [
    ...changeRoutes(deps),
    ...endRoutes(deps),
    route({
      method: 'GET',
      path: adminPaths.codes,
      access: administrators,
      handle: async (request) => {
        const all = await listOfficesFrom(deps.db, dateOf(request.legalNow));
        const agencies = all.filter((office) => office.kind === 'agency');
        const open = (one: OfficeInForce) => one.agencyCodeIsExample || one.agencyCode === null;
        const sorted = [...agencies.filter(open), ...agencies.filter((one) => !open(one))];
        return page(<CodesPage frame={await deps.deskFrame(request)} agencies={sorted} />);
      },
    }),
    ...codeRoutes(deps),
  ];
}

/** What the office is called now, for who was slower than another administrator. */
function changedNotice(t: Words, office: OfficeInForce, code: string | undefined) {
  if (code !== 'identity/changed-meanwhile') return undefined;
  const { name, address, phone, agencyCode } = office;
  return (
    <Notice tone="warning" title={t('identity.admin.changed-title')}>
      <p>
        {t('identity.office.now', {
          name,
          address: address ?? '–',
          phone: phone ?? '–',
          code: agencyCode ?? '–',
        })}
      </p>
      <p>{t('identity.admin.changed-note')}</p>
    </Notice>
  );
}

/** Everything typed but the older count of changes. */
function typedAgain(sent: { readonly typed: Readonly<Record<string, unknown>> } | null) {
  if (!sent) return undefined;
  const { 'phien-ban': _older, ...typed } = sent.typed;
  return typed;
}

const changeForm = z.object({
  ...versioned,
  ten: line,
  'ten-ngan': line,
  'dia-chi': line,
  'dien-thoai': line,
});

function changeRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.changeOffice(':id'),
    access: administrators,
    params: idParams,
    form: changeForm,
    show: async (request, sent) => {
      const { t, params } = request;
      const today = dateOf(request.legalNow);
      const office = await findOffice(deps.db, params.id, null);
      if (!office) return undefined;
      const title = t('identity.office.change');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={office.name}
          crumbs={officeCrumbs(t, office, title)}
          errors={sentErrors(t, sent)}
          before={changedNotice(t, office, sent?.refusal.code)}
          action={adminPaths.changeOffice(office.id)}
          submit={t('identity.person.save')}
          backHref={adminPaths.office(office.id)}
          fields={[
            newIdHidden(deps, request),
            versionField(office.version),
            ...changeFields(t, office, formatCivilDate(today)),
          ]}
          typed={typedAgain(sent)}
        />
      );
    },
    press: (request) => pressChange(deps, request, request.params.id, request.form),
  });
}

async function pressChange(
  deps: OrganisationPageDeps,
  request: RequestContext,
  id: string,
  form: z.output<typeof changeForm>,
): Promise<Outcome<string>> {
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const outcome = await changeOffice(deps, {
    ...pressOf(request),
    newId: form.lan,
    officeId: id,
    version: form['phien-ban'],
    name: form.ten,
    shortName: form['ten-ngan'],
    address: form['dia-chi'],
    phone: form['dien-thoai'],
    basis: form['can-cu'],
    validFrom: validFrom.value,
  });
  return outcome.ok ? accepted(adminPaths.office(id)) : outcome;
}

function endRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.endOffice(':id'),
    access: administrators,
    params: idParams,
    form: z.object({ 'phien-ban': versionSent, den: line }),
    show: async (request, sent) => {
      const { t, params } = request;
      const office = await findOffice(deps.db, params.id, dateOf(request.legalNow));
      if (!office) return undefined;
      const title = t('identity.office.end');
      const open = await deps.countOpenWork(deps.db, office.id);
      const lead = t(open > 0 ? 'identity.office.end-with-work' : 'identity.office.end-lead', { n: open });
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={office.name}
          crumbs={officeCrumbs(t, office, title)}
          errors={sentErrors(t, sent)}
          before={changedNotice(t, office, sent?.refusal.code) ?? <p>{lead}</p>}
          action={adminPaths.endOffice(office.id)}
          submit={title}
          backHref={adminPaths.office(office.id)}
          fields={[
            versionField(office.version),
            { kind: 'date', name: 'den', label: t('identity.post.last-day'), short: true },
          ]}
          typed={typedAgain(sent)}
        />
      );
    },
    press: async (request) => {
      const { form, params } = request;
      const lastDay = requiredDate(form.den, 'den');
      if (!lastDay.ok) return lastDay;
      const press = { ...pressOf(request), officeId: params.id, version: form['phien-ban'] };
      const outcome = await endOffice(deps, { ...press, lastDay: lastDay.value });
      return outcome.ok ? accepted(adminPaths.office(params.id)) : outcome;
    },
  });
}

const codeForm = z.object({ ...versioned, 'ma-dinh-danh': line });

function codeRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.code(':id'),
    access: administrators,
    params: idParams,
    form: codeForm,
    show: async (request, sent) => {
      const { t, params } = request;
      const office = await findOffice(deps.db, params.id, null);
      if (office?.kind !== 'agency') return undefined;
      const title = t('identity.codes.one');
      const hint = t('identity.codes.hint');
      const value = office.agencyCode ?? '';
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={office.name}
          crumbs={adminCrumbs(
            t,
            { href: adminPaths.codes, label: t('identity.codes.title') },
            { label: office.shortName },
          )}
          errors={sentErrors(t, sent)}
          before={
            changedNotice(t, office, sent?.refusal.code) ?? (
              <p>{t(office.agencyCodeIsExample ? 'identity.codes.lead-example' : 'identity.codes.lead')}</p>
            )
          }
          action={adminPaths.code(office.id)}
          submit={t('identity.codes.confirm')}
          backHref={adminPaths.codes}
          fields={[
            newIdHidden(deps, request),
            versionField(office.version),
            { kind: 'text', name: 'ma-dinh-danh', label: title, hint, value, maxLength: 35 },
            ...basisFields(t, formatCivilDate(dateOf(request.legalNow))),
          ]}
          typed={typedAgain(sent)}
        />
      );
    },
    press: (request) => pressCode(deps, request, request.params.id, request.form),
  });
}

async function pressCode(
  deps: OrganisationPageDeps,
  request: RequestContext,
  id: string,
  form: z.output<typeof codeForm>,
): Promise<Outcome<string>> {
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const outcome = await setAgencyCode(deps, {
    ...pressOf(request),
    newId: form.lan,
    officeId: id,
    version: form['phien-ban'],
    agencyCode: form['ma-dinh-danh'],
    basis: form['can-cu'],
    validFrom: validFrom.value,
  });
  return outcome.ok ? accepted(adminPaths.codes) : outcome;
}
