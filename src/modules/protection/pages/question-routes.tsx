import { z } from 'zod';
import { nameAccounts } from '#modules/identity/index.ts';
import { errorsOfRefusals, statusOfRefusal } from '#platform/http/refusal-status.ts';
import {
  bytes,
  page,
  type Reply,
  type RequestContext,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import { answer, openQuestion } from '../actions/answer.ts';
import { ask } from '../actions/ask.ts';
import { exportCopy } from '../actions/export-copy.ts';
import { listReadsOfPerson } from '../actions/list-reads.ts';
import type { ProtectionPageDeps } from '../deps.ts';
import { agenciesOf } from '../rules/officer.ts';
import { countOpenAlarms, listOpenAlarms } from '../store/alarms.ts';
import { alarmLines } from './alarm-lines.ts';
import { CopyPage } from './copy-page.tsx';
import { ForgottenPage } from './forgotten-page.tsx';
import { HomePage, type HomeProps } from './home-page.tsx';
import { afterOf, keysetQuery, PAGE } from './keyset.ts';
import { officerOf, officers, paths } from './page-deps.ts';
import { personCopy } from './person-copy.ts';
import { QuestionPage } from './question-page.tsx';
import { ReadsPage } from './reads-page.tsx';

const FIRST_ALARMS = 5;
const params = z.object({ id: z.uuid() });
const nothingTyped = { number: '', reason: '', reference: '' };

export function questionRoutes(deps: ProtectionPageDeps): Route[] {
  return [
    homeRoute(deps),
    askRoute(deps),
    askedRoute(),
    questionRoute(deps),
    personReadsRoute(deps),
    copyRoute(deps),
    copyFileRoute(deps),
  ];
}

function homeRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.home,
    access: officers,
    handle: async (request) => page(<HomePage {...(await home(deps, request, nothingTyped, []))} />),
  });
}

async function home(
  deps: ProtectionPageDeps,
  request: RequestContext,
  typed: HomeProps['typed'],
  errors: readonly FormError[],
): Promise<HomeProps> {
  const agencyIds = agenciesOf(officerOf(request).actor);
  return {
    frame: await deps.deskFrame(request),
    keyOfPress: deps.random.uuid(deps.machineMs()),
    alarms: await alarmLines(deps.db, await listOpenAlarms(deps.db, agencyIds, FIRST_ALARMS)),
    openAlarms: await countOpenAlarms(deps.db, agencyIds),
    typed,
    errors,
  };
}

/** Posted: no number of a person stands in an address. */
function askRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.ask,
    access: officers,
    form: z.object({ so: typedField, 'ly-do': typedField, 'van-ban': typedField, key: z.string().catch('') }),
    handle: async (request) => {
      const { so: number, 'ly-do': reason, 'van-ban': reference, key: sent } = request.form;
      const key = z.uuid().safeParse(sent).success ? sent : deps.random.uuid(deps.machineMs());
      const typed = { number, reason, reference };
      const asked = await ask(deps, { ...officerOf(request), key }, typed);
      if (asked.ok) return redirect(paths.question(asked.value.id));
      const { refusal } = asked;
      const errors = errorsOfRefusals(request.t, [refusal]);
      return page(<HomePage {...(await home(deps, request, typed, errors))} />, statusOfRefusal(refusal));
    },
  });
}

/** The address of a refused question, opened again. */
function askedRoute(): Route {
  return route({ method: 'GET', path: paths.ask, access: officers, handle: () => redirect(paths.home) });
}

function questionRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.question(':id'),
    access: officers,
    params,
    handle: async (request) => {
      const found = await answer(deps, officerOf(request), request.params.id, 'question');
      if (!found) return forgotten(deps, request);
      const accounts = found.drafts.map((draft) => draft.accountId);
      const names = await nameAccounts(deps.db, accounts);
      return page(<QuestionPage frame={await deps.deskFrame(request)} answer={found} names={names} />);
    },
  });
}

function personReadsRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.readsOfPerson(':id'),
    access: officers,
    params,
    query: keysetQuery,
    handle: async (request) => {
      const { t } = request;
      const { id } = request.params;
      const question = await openQuestion(deps, officerOf(request), id);
      if (!question) return forgotten(deps, request);
      const before = afterOf(request.query);
      const lines = await listReadsOfPerson(deps, officerOf(request), question, { before, limit: PAGE });
      return page(
        <ReadsPage
          frame={await deps.deskFrame(request)}
          title={t('protection.person-reads.title')}
          note={t('protection.person-reads.note')}
          crumbs={[{ href: paths.question(id), label: t('protection.question.crumb') }]}
          lines={lines}
          path={paths.readsOfPerson(id)}
          after={before}
          pageSize={PAGE}
          withDossier
        />,
      );
    },
  });
}

function copyRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.copy(':id'),
    access: officers,
    params,
    handle: async (request) => {
      const parts = await exportCopy(deps, officerOf(request), request.params.id);
      if (!parts) return forgotten(deps, request);
      const frame = await deps.deskFrame(request);
      const copy = personCopy(request.t, parts, frame.organisation.fullName);
      return page(<CopyPage frame={frame} questionId={request.params.id} copy={copy} />);
    },
  });
}

function copyFileRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.copyFile(':id'),
    access: officers,
    params,
    handle: async (request) => {
      const parts = await exportCopy(deps, officerOf(request), request.params.id);
      if (!parts) return forgotten(deps, request);
      const { organisation } = await deps.deskFrame(request);
      const copy = personCopy(request.t, parts, organisation.fullName);
      const content = Buffer.from(JSON.stringify(copy, null, 2));
      return bytes(content, 'application/json', request.t('protection.copy.file-name'));
    },
  });
}

async function forgotten(deps: ProtectionPageDeps, request: RequestContext): Promise<Reply> {
  return page(<ForgottenPage frame={await deps.deskFrame(request)} />, 404);
}
