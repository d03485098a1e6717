import { z } from 'zod';
import { type CivilDate, dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { findUnit } from '#modules/places/index.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { notFound, page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { FormPage } from '#ui/layout/form-page.tsx';
import { addAgency } from '../actions/add-agency.ts';
import { addOffice, newOfficeKinds } from '../actions/add-office.ts';
import { listOfficeVersions } from '../store/office-changes.ts';
import { findOffice } from '../store/offices.ts';
import { listPostsOfOffice } from '../store/post-changes.ts';
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
} from './admin-deps.ts';
import { agencyFields, officeFields } from './office-fields.ts';
import { listAgencyTrees } from './office-options.ts';
import { OfficePage } from './office-page.tsx';
import { OfficesPage } from './offices-page.tsx';

export function officeListRoutes(deps: OrganisationPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: adminPaths.offices,
      access: administrators,
      handle: async (request) => {
        const trees = await listAgencyTrees(deps.db, dateOf(request.legalNow));
        return page(<OfficesPage frame={await deps.deskFrame(request)} trees={trees} />);
      },
    }),
    ...newAgencyRoutes(deps),
    route({
      method: 'GET',
      path: adminPaths.office(':id'),
      access: administrators,
      params: idParams,
      handle: (request) => showOffice(deps, request, request.params.id),
    }),
    ...newOfficeRoutes(deps),
  ];
}

function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? b : a;
}

async function showOffice(deps: OrganisationPageDeps, request: RequestContext, id: string) {
  const today = dateOf(request.legalNow);
  const office = await findOffice(deps.db, id, today);
  if (!office) return notFound();
  const { placeCode, validFrom } = office;
  const place =
    (await findUnit(deps.db, placeCode, today)) ?? (await findUnit(deps.db, placeCode, validFrom));
  return page(
    <OfficePage
      frame={await deps.deskFrame(request)}
      office={office}
      place={place ? `${place.name} (${place.code})` : placeCode}
      posts={await listPostsOfOffice(deps.db, id, today)}
      versions={await listOfficeVersions(deps.db, id)}
      openWork={await deps.countOpenWork(deps.db, id)}
    />,
  );
}

const agencyForm = z.object({
  lan: newIdField,
  ten: line,
  'ten-ngan': line,
  cap: z.enum(['xa', 'huyen', 'tinh']).catch('xa'),
  'dia-ban': line,
  tu: line,
  'ma-dinh-danh': line,
  'ma-vi-du': line,
  'dia-chi': line,
  'dien-thoai': line,
  'mot-cua': line,
});

function newAgencyRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.newAgency,
    access: administrators,
    form: agencyForm,
    show: async (request, sent) => {
      const { t } = request;
      const title = t('identity.offices.add-agency');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('identity.offices.add-agency-note')}
          crumbs={adminCrumbs(
            t,
            { href: adminPaths.offices, label: t('identity.offices.title') },
            { label: title },
          )}
          errors={sentErrors(t, sent)}
          action={adminPaths.newAgency}
          submit={title}
          backHref={adminPaths.offices}
          fields={[newIdHidden(deps, request), ...agencyFields(t, formatCivilDate(dateOf(request.legalNow)))]}
          typed={sent?.typed}
        />
      );
    },
    press: (request) => pressAddAgency(deps, request, request.form),
  });
}

async function pressAddAgency(
  deps: OrganisationPageDeps,
  request: RequestContext,
  form: z.output<typeof agencyForm>,
): Promise<Outcome<string>> {
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const added = await addAgency(deps, {
    ...pressOf(request),
    newId: form.lan,
    name: form.ten,
    shortName: form['ten-ngan'],
    level: form.cap,
    place: form['dia-ban'],
    validFrom: validFrom.value,
    agencyCode: form['ma-dinh-danh'],
    codeIsExample: form['ma-vi-du'] === '1',
    address: form['dia-chi'],
    phone: form['dien-thoai'],
    oneStop: form['mot-cua'],
  });
  return added.ok ? accepted(adminPaths.office(added.value)) : added;
}

const officeForm = z.object({
  lan: newIdField,
  ten: line,
  'ten-ngan': line,
  loai: z.enum(newOfficeKinds).catch('section'),
  'linh-vuc': line,
  tu: line,
});

function newOfficeRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.newOffice(':id'),
    access: administrators,
    params: idParams,
    form: officeForm,
    show: async (request, sent) => {
      const { t, params } = request;
      const today = dateOf(request.legalNow);
      const agency = await findOffice(deps.db, params.id, today);
      if (agency?.kind !== 'agency') return undefined;
      const title = t('identity.offices.add-office');
      const sections = await deps.sectionsOf(deps.db, agency.regime, agency.level);
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={agency.name}
          crumbs={officeCrumbs(t, agency, title)}
          errors={sentErrors(t, sent)}
          action={adminPaths.newOffice(agency.id)}
          submit={title}
          backHref={adminPaths.office(agency.id)}
          fields={[
            newIdHidden(deps, request),
            ...officeFields(t, sections, formatCivilDate(laterOf(agency.validFrom, today))),
          ]}
          typed={sent?.typed}
        />
      );
    },
    press: (request) => pressAddOffice(deps, request, request.params.id, request.form),
  });
}

async function pressAddOffice(
  deps: OrganisationPageDeps,
  request: RequestContext,
  id: string,
  form: z.output<typeof officeForm>,
): Promise<Outcome<string>> {
  const validFrom = requiredDate(form.tu, 'tu');
  if (!validFrom.ok) return validFrom;
  const added = await addOffice(deps, {
    ...pressOf(request),
    newId: form.lan,
    agencyId: id,
    kind: form.loai,
    name: form.ten,
    shortName: form['ten-ngan'],
    sectionKey: form['linh-vuc'],
    validFrom: validFrom.value,
  });
  return added.ok ? accepted(adminPaths.office(id)) : added;
}
