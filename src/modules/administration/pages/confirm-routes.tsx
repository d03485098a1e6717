import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Refusal } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { formRoutes } from '#platform/http/form-route.ts';
import { errorsOfRefusals } from '#platform/http/refusal-status.ts';
import type { RequestContext, Route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Notice } from '#ui/components/notice.tsx';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import { FormPage } from '#ui/layout/form-page.tsx';
import { confirm } from '../actions/confirm.ts';
import { digestOf, listUnchecked } from '../actions/list-unchecked.ts';
import type { AdministrationDeps } from '../deps.ts';
import { type ConfirmedHere, confirmedHere, type UncheckedItem } from '../rules/unchecked.ts';
import { administrators, paths } from './paths.ts';
import { detailInWords, titleInWords } from './unchecked-page.tsx';

const confirmForm = z.object({
  lan: z.uuid(),
  'da-xem': z.string().max(64).catch(''),
  nguon: typedField,
});

export function confirmRoutes(deps: AdministrationDeps): Route[] {
  return formRoutes({
    path: paths.confirm(':kind', ':key'),
    access: administrators,
    params: z.object({ kind: z.enum(confirmedHere), key: z.string().regex(/^[\w.-]{1,200}$/) }),
    form: confirmForm,
    longest: { nguon: 500 },
    show: (request, sent) => showConfirm(deps, request, request.params, sent),
    press: async (request) => {
      const { form, params } = request;
      const outcome = await confirm(deps, {
        actor: actorOf(request),
        origin: auditOrigin(request),
        newId: form.lan,
        kind: params.kind,
        key: params.key,
        seen: form['da-xem'],
        source: form.nguon,
      });
      return outcome.ok ? accepted(`${paths.unchecked}?loai=${params.kind}`) : outcome;
    },
  });
}

async function showConfirm(
  deps: AdministrationDeps,
  request: RequestContext,
  params: { readonly kind: ConfirmedHere; readonly key: string },
  sent: { readonly typed: z.output<typeof confirmForm>; readonly refusal: Refusal } | null,
) {
  const { t } = request;
  const items = await listUnchecked(deps.db, dateOf(request.legalNow));
  const item = items.find((one) => one.kind === params.kind && one.key === params.key);
  if (!item && !sent) return undefined;
  const title = t('administration.confirm.title');
  const changed = sent?.refusal.code === 'administration/changed-meanwhile';
  const { 'da-xem': _older, ...typed } = sent?.typed ?? {};
  return (
    <FormPage
      frame={await deps.deskFrame(request)}
      title={title}
      note={item ? titleInWords(t, item) : params.key}
      crumbs={[
        { href: paths.start, label: t('administration.start.title') },
        { href: paths.unchecked, label: t('administration.unchecked.title') },
        { label: title },
      ]}
      errors={errorsOfRefusals(t, sent ? [sent.refusal] : [])}
      before={item ? <Lead t={t} changed={changed} detail={detailInWords(t, item)} /> : undefined}
      action={paths.confirm(params.kind, params.key)}
      submit={t('administration.confirm.button')}
      backHref={`${paths.unchecked}?loai=${params.kind}`}
      fields={fieldsOf(t, item, deps.random.uuid(Date.parse(request.machineNow)))}
      typed={sent ? typed : undefined}
    />
  );
}

function fieldsOf(t: Words, item: UncheckedItem | undefined, newId: string): FieldSpec[] {
  return [
    { kind: 'hidden', name: 'lan', value: newId },
    { kind: 'hidden', name: 'da-xem', value: item ? digestOf(item.content) : '' },
    {
      kind: 'text',
      name: 'nguon',
      label: t('administration.confirm.source'),
      hint: t('administration.confirm.source-hint'),
      maxLength: 500,
    },
  ];
}

interface LeadProps {
  readonly t: Words;
  readonly changed: boolean;
  readonly detail: string;
}

/** What is not checked of it; what it is now, when it changed since it was shown. */
function Lead({ t, changed, detail }: LeadProps) {
  return changed ? (
    <Notice tone="warning">
      <p>{t('administration.confirm.now', { detail })}</p>
    </Notice>
  ) : (
    <p>{t('administration.confirm.lead', { detail })}</p>
  );
}

function actorOf({ actor }: RequestContext) {
  if (!actor) throw new Error('a page of administration without a person');
  return actor;
}
