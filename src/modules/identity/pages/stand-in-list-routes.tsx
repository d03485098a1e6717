import { z } from 'zod';
import { dateOf, formatCivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { accepted } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { endStandIn } from '../actions/end-stand-in.ts';
import { logAct } from '../press.ts';
import { listStandIns } from '../store/stand-ins.ts';
import { absencePaths } from './absence-paths.ts';
import {
  adminCrumbs,
  administrators,
  adminPaths,
  line,
  type OrganisationPageDeps,
  pressOf,
  sentErrors,
} from './admin-deps.ts';
import { delegationRoutes, standInCrumbs, substituteRoutes } from './stand-in-routes.tsx';
import { StandInTable } from './stand-in-table.tsx';

export function standInRoutes(deps: OrganisationPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: adminPaths.standIns,
      access: administrators,
      handle: (request) => showList(deps, request),
    }),
    ...substituteRoutes(deps),
    ...delegationRoutes(deps),
    ...endRoutes(deps),
  ];
}

async function showList(deps: OrganisationPageDeps, request: RequestContext) {
  const { t } = request;
  const today = dateOf(request.legalNow);
  const list = await listStandIns(deps.db, { on: today });
  const matters = await deps.listMatters(deps.db, today);
  await logAct(deps.db, pressOf(request), 'list-stand-ins', undefined);
  const title = t('identity.stand-ins.title');
  const buttons = (
    <>
      <LinkButton variant="tertiary" href={absencePaths.list}>
        {t('identity.absence.title')}
      </LinkButton>
      <LinkButton variant="secondary" href={adminPaths.substitute}>
        {t('identity.stand-ins.name-substitute')}
      </LinkButton>
      <LinkButton variant="secondary" href={adminPaths.delegate}>
        {t('identity.stand-ins.delegate')}
      </LinkButton>
    </>
  );
  const frame = await deps.deskFrame(request);
  return page(
    <DeskLayout frame={frame} title={title} crumbs={adminCrumbs(t, { label: title })}>
      <PageTitle title={title} note={t('identity.stand-ins.note')} aside={buttons} />
      {list.length > 0 ? (
        <StandInTable t={t} list={list} today={today} matters={matters} />
      ) : (
        <Empty title={t('identity.stand-ins.none')}>{t('identity.stand-ins.none-note')}</Empty>
      )}
    </DeskLayout>,
  );
}

function endRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.endStandIn(':kind', ':id'),
    access: administrators,
    params: z.object({ kind: z.enum(['substitute', 'delegation']), id: z.uuid() }),
    form: z.object({ den: line }),
    show: async (request, sent) => {
      const { t, params } = request;
      const today = dateOf(request.legalNow);
      const [found] = await listStandIns(deps.db, { on: today, id: params.id });
      if (!found || found.kind !== params.kind) return undefined;
      const title = t('identity.stand-ins.end-title');
      const label = t('identity.post.last-day');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('identity.stand-ins.end-note', { who: found.personName, whom: found.holderName })}
          crumbs={standInCrumbs(t, title)}
          errors={sentErrors(t, sent)}
          action={adminPaths.endStandIn(found.kind, found.id)}
          submit={t('identity.stand-ins.end')}
          backHref={adminPaths.standIns}
          fields={[{ kind: 'date', name: 'den', label, value: formatCivilDate(today), short: true }]}
          typed={sent?.typed}
        />
      );
    },
    press: async (request) => {
      const lastDay = parseCivilDate(request.form.den, 'den');
      if (!lastDay.ok) return lastDay;
      const press = { ...pressOf(request), id: request.params.id, lastDay: lastDay.value };
      const outcome = await endStandIn(deps, press);
      return outcome.ok ? accepted(adminPaths.standIns) : outcome;
    },
  });
}
