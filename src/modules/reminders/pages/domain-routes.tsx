import { z } from 'zod';
import { formatMoment } from '#kernel/civil-date.ts';
import { accepted } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { errorsOfRefusals } from '#platform/http/refusal-status.ts';
import type { Route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { FormPage } from '#ui/layout/form-page.tsx';
import { setMailDomains } from '../actions/set-mail-domains.ts';
import type { ReminderPageDeps } from '../deps.ts';
import { findMailDomains } from '../store/mail-domains.ts';
import { actorOf, paths } from './page-deps.ts';

const LONGEST = 5_000;

/** The mail domains of the authority: letters go nowhere else. */
export function domainRoutes(deps: ReminderPageDeps): Route[] {
  return formRoutes({
    path: paths.domains,
    access: { roles: ['system-administrator'] },
    form: z.object({ key: z.uuid(), 'ten-mien': typedField }),
    longest: { 'ten-mien': LONGEST },
    show: async (request, sent) => {
      const { t } = request;
      const set = await findMailDomains(deps.db);
      const title = t('reminders.domains.title');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={t('reminders.domains.note')}
          crumbs={[{ href: paths.administration, label: t('reminders.domains.start') }, { label: title }]}
          errors={errorsOfRefusals(t, sent ? [sent.refusal] : [])}
          action={paths.domains}
          submit={t('reminders.domains.save')}
          backHref={paths.administration}
          before={
            <p>
              {set
                ? t('reminders.domains.set', { who: set.setByName, when: formatMoment(set.setAt) })
                : t('reminders.domains.unset')}
            </p>
          }
          fields={[
            { kind: 'hidden', name: 'key', value: deps.random.uuid(deps.machineMs()) },
            {
              ...{ kind: 'area', name: 'ten-mien', label: t('reminders.domains.domains') },
              hint: t('reminders.domains.hint'),
              value: set?.domains.join('\n') ?? '',
              maxLength: LONGEST,
              optional: true,
            },
          ]}
          typed={sent?.typed}
        />
      );
    },
    press: async (request) => {
      const { key, 'ten-mien': typed } = request.form;
      const press = { actor: actorOf(request), origin: auditOrigin(request), key };
      const set = await setMailDomains(deps, press, typed);
      return set.ok ? accepted(paths.domains) : set;
    },
  });
}
