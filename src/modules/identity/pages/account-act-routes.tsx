import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { page, type Reply, type RequestContext, type Route } from '#platform/http/route.ts';
import { FormPage } from '#ui/layout/form-page.tsx';
import { disableAccount } from '../actions/disable-account.ts';
import { type GivenLink, inviteAccount } from '../actions/invite-account.ts';
import { enableAccount, resetAccount } from '../actions/reset-account.ts';
import { proposedAccountName } from '../rules/account-name.ts';
import { listAccountNames, listAccounts } from '../store/account-list.ts';
import { findPerson, type Person } from '../store/people.ts';
import { actOfSlug, slugs } from './account-acts.ts';
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
} from './admin-deps.ts';
import { GivenLinkPage } from './given-link-page.tsx';

export function inviteRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.invite(':id'),
    access: administrators,
    params: idParams,
    form: z.object({ lan: newIdField, 'tai-khoan': line }),
    show: async (request, sent) => {
      const { t, params } = request;
      const person = await findPerson(deps.db, params.id);
      if (!person) return undefined;
      const title = t('identity.accounts.invite');
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={person.name}
          crumbs={adminCrumbs(
            t,
            { href: adminPaths.people, label: t('identity.people.title') },
            { href: adminPaths.person(person.id), label: person.name },
            { label: title },
          )}
          errors={sentErrors(t, sent)}
          before={<p>{t('identity.accounts.invite-lead')}</p>}
          action={adminPaths.invite(person.id)}
          submit={t('identity.accounts.invite-button')}
          backHref={adminPaths.person(person.id)}
          fields={[
            newIdHidden(deps, request),
            {
              kind: 'text',
              name: 'tai-khoan',
              label: t('identity.accounts.name'),
              hint: t('identity.accounts.name-hint'),
              value: await proposedName(deps, person),
              maxLength: 40,
            },
          ]}
          typed={sent?.typed}
        />
      );
    },
    press: async (request) => {
      const { form, params } = request;
      const press = { ...pressOf(request), newId: form.lan, personId: params.id, name: form['tai-khoan'] };
      const given = await inviteAccount(deps, press);
      return given.ok ? showLink(deps, request, given.value, params.id) : given;
    },
  });
}

async function proposedName(deps: OrganisationPageDeps, person: Person): Promise<string> {
  const plain = proposedAccountName(person.name, new Set());
  return proposedAccountName(person.name, await listAccountNames(deps.db, plain));
}

async function showLink(
  deps: OrganisationPageDeps,
  request: RequestContext,
  { account, path }: GivenLink,
  personId: string,
): Promise<Outcome<Reply>> {
  const person = await findPerson(deps.db, personId);
  return accepted(
    page(
      <GivenLinkPage
        frame={await deps.deskFrame(request)}
        account={account}
        personName={person?.name ?? ''}
        personId={personId}
        link={`${deps.publicUrl}${path}`}
      />,
    ),
  );
}

/** Reset, disable, enable: each asks for a reason. */
export function accountActRoutes(deps: OrganisationPageDeps): Route[] {
  return formRoutes({
    path: adminPaths.accountAct(':id', ':act'),
    access: administrators,
    params: z.object({ id: z.uuid(), act: z.enum(slugs) }),
    form: z.object({ 'ly-do': line }),
    show: async (request, sent) => {
      const { t, params } = request;
      const act = actOfSlug(params.act);
      const on = dateOf(request.legalNow);
      const [account] = await listAccounts(deps.db, on, { accountId: params.id });
      if (!account) return undefined;
      const title = t(`identity.accounts.act.${act.name}`);
      return (
        <FormPage
          frame={await deps.deskFrame(request)}
          title={title}
          note={`${account.name}, ${account.personName}`}
          crumbs={adminCrumbs(
            t,
            { href: adminPaths.accounts, label: t('identity.accounts.title') },
            { href: adminPaths.account(account.id), label: account.name },
            { label: title },
          )}
          errors={sentErrors(t, sent)}
          before={<p>{t(`identity.accounts.act-lead.${act.name}`)}</p>}
          action={adminPaths.accountAct(account.id, act.slug)}
          submit={title}
          backHref={adminPaths.account(account.id)}
          fields={[{ kind: 'text', name: 'ly-do', label: t('identity.accounts.reason') }]}
          typed={sent?.typed}
        />
      );
    },
    press: async (request) => {
      const { form, params } = request;
      const press = { ...pressOf(request), accountId: params.id, reason: form['ly-do'] };
      const { name } = actOfSlug(params.act);
      if (name === 'disable') {
        const disabled = await disableAccount(deps, press);
        return disabled.ok ? accepted(adminPaths.account(params.id)) : disabled;
      }
      const given = await (name === 'reset' ? resetAccount : enableAccount)(deps, press);
      if (!given.ok) return given;
      const [account] = await listAccounts(deps.db, dateOf(request.legalNow), { accountId: params.id });
      return showLink(deps, request, given.value, account?.personId ?? '');
    },
  });
}
