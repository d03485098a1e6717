import type { Actor } from '#kernel/actor.ts';
import { Button } from '#ui/components/button.tsx';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { ReadDossier } from '../actions/read-dossier.ts';
import type { CommandForm, Typed } from './command-form.ts';
import type { FormChoices } from './form-choices.ts';
import { paths } from './page-deps.ts';
import { PressFields, type PressIds } from './press-fields.tsx';

export interface FormPageView {
  readonly frame: DeskFrame;
  readonly read: ReadDossier;
  readonly name: string;
  readonly press: PressIds;
  readonly actor: Actor;
  readonly choices: FormChoices;
}

interface FormBodyProps {
  readonly view: FormPageView;
  readonly form: CommandForm;
  readonly sent: Typed | null;
  readonly errors: readonly FormError[];
}

/** The form of one command; a person who may no longer give it keeps the texts, without the button. */
export function FormBody({ view, form, sent, errors }: FormBodyProps) {
  const { frame, read, name, choices, actor } = view;
  const { t } = frame;
  const { dossier, commands } = read;
  const { command, slug, fields, upload } = form;
  return (
    <form
      class="stack"
      method="post"
      action={paths.at(name, slug)}
      encType={upload ? 'multipart/form-data' : undefined}
      data-once
    >
      <PressFields press={view.press} />
      {fields?.({ t, dossier, actor, sent, errors, choices })}
      <div class="row">
        {commands.includes(command) ? (
          <Button shortcut="Control+Enter">{t(`dossiers.form.send.${command}`)}</Button>
        ) : null}
        <a href={paths.dossier(name)}>{t('dossiers.form.cancel')}</a>
      </div>
    </form>
  );
}
