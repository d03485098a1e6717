import { z } from 'zod';
import { type Actor, postsWithRole } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { listOfficesInForce, listPeopleOfOffice, type OfficeInForce } from '#modules/identity/index.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { errorsOfRefusals } from '#platform/http/refusal-status.ts';
import type { Request, RequestContext, Route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import type { Option } from '#ui/fields/select-field.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { indexTypists, typeIndex } from '../actions/type-index.ts';
import { type Quarter, quartersOf } from '../rules/index-entry.ts';
import type { TypedIndex } from '../rules/index-scores.ts';
import { listEntries } from '../store/index-entries.ts';
import { EntriesTable } from './entries-table.tsx';
import { REPORTS_PATH, type ReportPageDeps, typingPath } from './page-deps.ts';

const BASE = `${REPORTS_PATH}/chi-so`;
const EVIDENCE = 2_000;
const YEARS = 2;
const params = z.object({ chiSo: z.enum(['7', '8']) });
const form = z.object({
  ...{ key: z.uuid(), ve: typedField, quy: typedField, 'so-1': typedField, 'so-2': typedField },
  ...{ 'so-3': typedField, 'can-cu': typedField },
});
type Params = z.output<typeof params>;
type Form = z.output<typeof form>;

/** What surveys and feedback do not supply yet, typed for a quarter; and all that was typed, by whom and when. */
export function typingRoutes(deps: ReportPageDeps): Route[] {
  return formRoutes<Params, unknown, Form>({
    path: `${BASE}/nhap/:chiSo`,
    access: { roles: indexTypists },
    params,
    form,
    longest: { 'can-cu': EVIDENCE },
    show: (request, sent) => draw(deps, request, sent),
    press: (request) => press(deps, request),
  });
}

type Sent = Parameters<Parameters<typeof formRoutes<Params, unknown, Form>>[0]['show']>[1];

async function draw(deps: ReportPageDeps, request: Request<Params, unknown, unknown>, sent: Sent) {
  const { t, legalNow } = request;
  const index = indexOf(request.params);
  const agencies = await agenciesTyped(deps, request);
  const about = await aboutOptions(deps, request, agencies, index);
  const quarters = latestQuarters(dateOf(legalNow));
  const all = await listEntries(
    deps.db,
    agencies.map(({ id }) => id),
    quarters,
  );
  const entries = all.filter((one) => one.index === index);
  const names = new Map(about.map(({ value, label }) => [value, label]));
  const title = t(`reports.typing.title.${index}`);
  return (
    <FormPage
      frame={await deps.deskFrame(request)}
      title={title}
      note={t('reports.typing.note')}
      crumbs={[
        { label: t('reports.all.title'), href: REPORTS_PATH },
        { label: t('reports.indices.title'), href: BASE },
        { label: title },
      ]}
      errors={errorsOfRefusals(t, sent ? [sent.refusal] : [])}
      action={typingPath(index)}
      submit={t('reports.typing.save')}
      backHref={BASE}
      list={<EntriesTable {...{ t, entries, names, title }} />}
      fields={[
        { kind: 'hidden', name: 'key', value: deps.random.uuid(deps.machineMs()) },
        ...fieldsOf(t, index, about, quarters),
      ]}
      typed={sent?.typed}
    />
  );
}

function fieldsOf(
  t: Words,
  index: TypedIndex,
  about: readonly Option[],
  quarters: readonly Quarter[],
): FieldSpec[] {
  const counts = index === 7 ? (['so-1', 'so-2', 'so-3'] as const) : (['so-1', 'so-2'] as const);
  const named = quarters.map(({ year, quarter }) => ({
    value: `${year}-${quarter}`,
    label: t('reports.typing.quarter-name', { year, quarter }),
  }));
  return [
    { kind: 'select', name: 've', label: t('reports.typing.about'), options: about, value: about[0]?.value },
    { kind: 'select', name: 'quy', label: t('reports.typing.quarter'), options: named },
    ...counts.map((name) => ({
      ...{ kind: 'number' as const, name, label: t(`reports.typing.count.${index}.${name}`), short: true },
    })),
    {
      ...{ kind: 'area', name: 'can-cu', label: t('reports.typing.evidence') },
      ...{ hint: t('reports.typing.evidence-hint'), maxLength: EVIDENCE },
    },
  ];
}

/** Those of this year and the two before that have begun, the latest first. */
function latestQuarters(today: string): Quarter[] {
  return quartersOf(`${Number(today.slice(0, 4)) - YEARS}-01-01`, today).reverse();
}

async function press(
  deps: ReportPageDeps,
  request: Request<Params, unknown, Form>,
): Promise<Outcome<string>> {
  const { form: typed, actor } = request;
  if (!actor) throw new Error('a form of the desk without a person');
  const index = indexOf(request.params);
  const agencies = await agenciesTyped(deps, request);
  const about = (await aboutOptions(deps, request, agencies, index)).find(({ value }) => value === typed.ve);
  const [agencyId, accountId = null] = about?.value.split('/') ?? [];
  if (!agencyId) return refused('reports/not-your-agency', undefined, 've');
  const [year = Number.NaN, quarter = Number.NaN] = typed.quy.split('-').map(Number);
  const texts = index === 7 ? [typed['so-1'], typed['so-2'], typed['so-3']] : [typed['so-1'], typed['so-2']];
  const entry = {
    ...{ agencyId, accountId, year, quarter, index },
    counts: texts.map(countOf),
    evidence: typed['can-cu'],
  };
  const done = await typeIndex(deps.db, { actor, origin: auditOrigin(request), key: typed.key }, entry);
  return done.ok ? accepted(typingPath(index)) : done;
}

const indexOf = ({ chiSo }: Params): TypedIndex => (chiSo === '7' ? 7 : 8);
/** `1.234`; nothing typed is no number. */
const countOf = (typed: string) =>
  /^[\d.\s]+$/.test(typed) ? Number(typed.replace(/[.\s]/g, '')) : Number.NaN;

/** The agencies for which this person types. */
async function agenciesTyped(
  deps: ReportPageDeps,
  { actor, legalNow }: RequestContext,
): Promise<readonly OfficeInForce[]> {
  const own = postsOf(actor);
  const offices = await listOfficesInForce(deps.db, dateOf(legalNow));
  return offices.filter(({ kind, id }) => kind === 'agency' && own.includes(id));
}

const postsOf = (actor: Actor | null) =>
  actor ? postsWithRole(actor, indexTypists).map(({ agencyId }) => agencyId) : [];

/** `AGENCY`, or `AGENCY/ACCOUNT` of somebody who works there: attitude is also an officer's. */
async function aboutOptions(
  deps: ReportPageDeps,
  { legalNow }: RequestContext,
  agencies: readonly OfficeInForce[],
  index: TypedIndex,
): Promise<Option[]> {
  const on = dateOf(legalNow);
  const options = agencies.map(({ id, name }) => ({ value: id, label: name }));
  if (index === 8) return options;
  const offices = await listOfficesInForce(deps.db, on);
  const people = new Map<string, string>();
  for (const agency of agencies)
    for (const office of offices.filter(({ agencyId }) => agencyId === agency.id))
      for (const { accountId, name } of await listPeopleOfOffice(deps.db, office.id, on))
        people.set(`${agency.id}/${accountId}`, `${name}, ${office.name}`);
  const named = [...people].map(([value, label]) => ({ value, label }));
  return [...options, ...named.sort((a, b) => a.label.localeCompare(b.label, 'vi'))];
}
