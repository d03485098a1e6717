import type { ComponentChildren } from 'preact';
import { Button } from '../components/button.tsx';
import { ErrorSummary, type FormError } from '../components/error-summary.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { CsrfField } from '../fields/csrf-field.tsx';
import { FieldList, type FieldSpec } from '../fields/field-list.tsx';
import type { DeskFrame } from '../frame.ts';
import type { Crumb } from './breadcrumb.tsx';
import { DeskLayout } from './desk-layout.tsx';

export interface FormPageProps {
  readonly frame: DeskFrame;
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly crumbs: readonly Crumb[];
  readonly errors: readonly FormError[];
  readonly action: string;
  readonly submit: string;
  /** Back without doing anything. */
  readonly backHref: string;
  /** What the person has to know before the fields. */
  readonly before?: ComponentChildren;
  /** A list to be read before the fields, as wide as the page. */
  readonly list?: ComponentChildren;
  readonly fields: readonly FieldSpec[];
  /** What was sent; it stands in the fields again. */
  readonly typed: Readonly<Record<string, unknown>> | undefined;
  /** After the fields. */
  readonly children?: ComponentChildren;
}

/** One thing to fill in and one button: also where a refused press comes back to. */
export function FormPage(props: FormPageProps) {
  const { frame, title, note, crumbs, errors, action, submit, backHref, before, fields, typed } = props;
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <div class="stack">
        <ErrorSummary t={frame.t} errors={errors} />
        <PageTitle title={title} note={note} />
        {before ? <div class="read stack">{before}</div> : null}
        {props.list}
        <form method="post" action={action} class="read stack">
          <CsrfField token={frame.csrf} />
          <FieldList t={frame.t} fields={fields} typed={typed} errors={errors} />
          {props.children}
          <div class="row">
            <Button>{submit}</Button>
            <a href={backHref}>{frame.t('ui.form.back')}</a>
          </div>
        </form>
      </div>
    </DeskLayout>
  );
}
