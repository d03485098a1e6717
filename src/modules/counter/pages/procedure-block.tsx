import { limitInWords } from '#modules/calendar/index.ts';
import type { Procedure } from '#modules/catalogue/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { FormBlock } from '#ui/components/form-block.tsx';
import { State } from '#ui/components/state.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { choosesCase, fieldProps, type IntakeView } from './intake-view.ts';
import { paths } from './paths.ts';

export function ProcedureBlock({ view }: { readonly view: IntakeView }) {
  const { opened, preview, frame } = view;
  const { t } = frame;
  const { procedure, draft } = opened;
  const another = (
    <a class="push small" href={paths.start}>
      {t('counter.procedure.another')}
    </a>
  );
  const about = [
    procedure.code,
    limitInWords(t, preview.limit),
    ...(preview.section ? [t('counter.procedure.handled-by', { section: preview.section })] : []),
  ];
  return (
    <FormBlock number={1} title={t('counter.procedure.title')} aside={draft.existing ? null : another}>
      <div>
        <p>
          <strong>{procedure.name}</strong>
        </p>
        <p class="small subtle">{about.join(' · ')}</p>
        <Unverified t={t} procedure={procedure} />
      </div>
      {procedure.cases.length > 0 ? (
        <div data-reload="">
          <RadioGroup
            {...fieldProps(view, 'case')}
            label={t('counter.procedure.case')}
            choices={procedure.cases.map(({ key, name }) => ({ value: key, label: name }))}
            legendHidden
            inline
            autofocus={view.anew && choosesCase(view)}
          />
        </div>
      ) : null}
      <AddedTime view={view} />
    </FormBlock>
  );
}

/** What nobody has checked is said so to staff, and only to them. */
export function Unverified({ t, procedure }: { readonly t: Words; readonly procedure: Procedure }) {
  const { confidence, unverified } = procedure;
  if (confidence === 'sourced' && unverified.length === 0) return null;
  const parts = [...new Set(unverified.map((path) => path.split('.')[0] ?? ''))];
  return (
    <p class="small">
      <State icon="alert" tone="warning">
        {t(`counter.confidence.${confidence}`)}
        {parts.length > 0
          ? ` ${t('counter.unverified', { parts: parts.map((part) => t(`counter.unverified.${part}`)).join(', ') })}`
          : ''}
      </State>
    </p>
  );
}

/** Only where the law allows more time for a reason. */
function AddedTime({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  const { adjustments } = view.opened.offer;
  if (adjustments.length === 0) return null;
  return (
    <div class="form" data-affects="">
      <SelectField
        {...fieldProps(view, 'added-time')}
        label={t('counter.added.reason')}
        class="w4"
        emptyLabel={t('counter.added.none')}
        options={adjustments.map(({ key, reason }) => ({ value: key, label: reason }))}
      />
      <TextField
        {...fieldProps(view, 'added-value')}
        label={t('counter.added.value')}
        inputMode="numeric"
        maxLength={3}
        optional
      />
    </div>
  );
}
