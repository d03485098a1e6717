import { Button } from '#ui/components/button.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { KeyHint } from '#ui/components/key-hint.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { StayButton } from '#ui/components/stay-button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { textOf } from '../rules/fields.ts';
import { goingOnOf } from '../rules/going-on.ts';
import { type CertifyView, fieldProps } from './certify-view.ts';
import { DocumentsBlock } from './documents-block.tsx';
import { MoreBlock } from './more-block.tsx';
import { paths } from './paths.ts';
import { PersonBlock } from './person-block.tsx';
import { SumSide } from './sum-side.tsx';
import { Ways } from './ways.tsx';

/** The whole work of a certification at the counter, on one page. */
export function CertifyPage({ view }: { readonly view: CertifyView }) {
  const { frame, opened } = view;
  const { t } = frame;
  const title = t('certification.title');
  return (
    <DeskLayout frame={frame} title={`${title}: ${opened.procedure.name}`} keys={keysOf(view)}>
      <ErrorSummary t={t} errors={view.errors} />
      <PageTitle title={title} aside={<Keys view={view} />} />
      <Ways t={t} current="page" />
      <form
        class="intake certify"
        method="post"
        action={paths.page}
        data-preview={paths.reckon}
        data-preview-target="so-tien"
        data-once
      >
        <CsrfField token={frame.csrf} />
        <input type="hidden" name="key" value={view.key} />
        <StayButton />
        <div class="panel">
          <Submitted view={view} />
          <ProcedureChoice view={view} />
          <PersonBlock view={view} />
          <DocumentsBlock view={view} />
          <MoreBlock view={view} />
        </div>
        <Side view={view} />
      </form>
    </DeskLayout>
  );
}

/** It was submitted before: what was filed stands below, and it may be sent back instead. */
function Submitted({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const going = goingOnOf(view.fields);
  if (!going) return null;
  return (
    <Notice tone="info">
      <input type="hidden" name="existing" value={textOf(view.fields, 'existing')} />
      <p>
        {t('certification.submitted', { number: going.number })}{' '}
        <a href={paths.sendBack(going.number)}>{t('certification.send-back')}</a>
      </p>
    </Notice>
  );
}

function ProcedureChoice({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const { counters, procedures } = view.opened;
  return (
    <div class="row end procedure-choice" data-reload="">
      {counters.length > 1 ? (
        <SelectField
          {...fieldProps(view, 'counter')}
          label={t('certification.counter')}
          options={counters.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <SelectField
        {...fieldProps(view, 'code')}
        label={t('certification.procedure')}
        options={procedures.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <PressLink press="stay" class="without-script">
        {t('certification.change-procedure')}
      </PressLink>
    </div>
  );
}

function Side({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const seen = view.opened.procedure.papers.filter((paper) => paper.required);
  return (
    <aside class="side panel stack tight" aria-labelledby="thu">
      <h2 id="thu" class="quiet">
        {t('certification.fee.to-pay')}
      </h2>
      <div id="so-tien" class="stack tight" aria-live="polite">
        <SumSide t={t} preview={view.preview} />
      </div>
      {seen.length > 0 ? (
        <p class="small">{t('certification.seen', { papers: seen.map((paper) => paper.name).join('; ') })}</p>
      ) : null}
      <Button name="press" value="accept" shortcut="Control+Enter" wide>
        {t('certification.accept')}
      </Button>
    </aside>
  );
}

function Keys({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  return (
    <span class="row keys small subtle">
      <span>
        <KeyHint keys="F2" /> {t('certification.keys.find')}
      </span>
      <span>
        <KeyHint keys="Alt" /> <KeyHint keys="4" /> {t('certification.keys.add')}
      </span>
      <span>
        <KeyHint keys="?" /> {t('certification.keys.all')}
      </span>
    </span>
  );
}

function keysOf({ frame: { t } }: CertifyView) {
  return [
    { keys: 'F2', text: t('certification.keys.find') },
    { keys: 'Alt 1–3', text: t('certification.keys.parts') },
    { keys: 'Alt 4', text: t('certification.keys.add') },
    { keys: 'Ctrl Enter', text: t('certification.accept') },
  ];
}
