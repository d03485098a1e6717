import type { Actor } from '#kernel/actor.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { NEW_PASSWORD_FIELD } from '../actions/choose-password.ts';
import { paths } from './page-deps.ts';
import { SessionsPanel, type ShownSession } from './sessions-panel.tsx';

export interface AccountPageProps {
  readonly frame: DeskFrame;
  readonly actor: Actor;
  readonly errors: readonly FormError[];
  /** The password has to be changed before anything else. */
  readonly mustChange: boolean;
  readonly changed: boolean;
  readonly secondFactor: { readonly set: boolean; readonly recoveryCodesLeft: number };
  readonly sessions: readonly ShownSession[];
}

export function AccountPage(props: AccountPageProps) {
  const { frame, actor, errors, mustChange, changed } = props;
  const { t } = frame;
  return (
    <DeskLayout frame={frame} title={t('identity.account.title')}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={t('identity.account.title')} note={actor.name} />
      <div class="stack read">
        {changed ? (
          <Notice tone="success" live>
            <p>{t('identity.password.changed')}</p>
          </Notice>
        ) : null}
        {mustChange ? (
          <Notice tone="warning">
            <p>{t('identity.password.must-change')}</p>
          </Notice>
        ) : null}
        <PostsPanel {...props} />
        <PasswordPanel {...props} />
        <SecondFactorPanel {...props} />
        <SessionsPanel frame={frame} sessions={props.sessions} />
      </div>
    </DeskLayout>
  );
}

function PostsPanel({ frame: { t }, actor }: AccountPageProps) {
  return (
    <Panel id="chuc-danh" title={t('identity.posts.title')}>
      {actor.posts.length === 0 ? <p>{t('identity.posts.none')}</p> : null}
      <ul class="plain">
        {actor.posts.map((post) => (
          <li key={post.id}>
            {post.officeName
              ? t('identity.demo.post-in-office', { title: post.title, office: post.officeName })
              : t('identity.posts.administrator')}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function PasswordPanel({ frame, errors, mustChange }: AccountPageProps) {
  const { t } = frame;
  return (
    <Panel id="mat-khau" title={t('identity.password.title')} todo={mustChange}>
      <form method="post" action={paths.password} class="stack">
        <CsrfField token={frame.csrf} />
        <TextField
          t={t}
          name="mat-khau"
          type="password"
          label={t('identity.field.old-password')}
          autocomplete="current-password"
          maxLength={1000}
          error={errorOf(errors, 'mat-khau')}
        />
        <TextField
          t={t}
          name={NEW_PASSWORD_FIELD}
          type="password"
          label={t('identity.field.new-password')}
          hint={t('identity.password.hint')}
          autocomplete="new-password"
          maxLength={1000}
          error={errorOf(errors, NEW_PASSWORD_FIELD)}
        />
        <div class="row">
          <Button variant={mustChange ? 'primary' : 'secondary'}>{t('identity.password.button')}</Button>
        </div>
      </form>
    </Panel>
  );
}

function SecondFactorPanel({ frame: { t }, secondFactor }: AccountPageProps) {
  const { set, recoveryCodesLeft } = secondFactor;
  return (
    <Panel id="ma-mot-lan" title={t('identity.second-factor.title')}>
      <p>
        {set
          ? t('identity.second-factor.is-set', { left: recoveryCodesLeft })
          : t('identity.second-factor.not-set')}
      </p>
      <div class="row">
        <LinkButton variant="secondary" href={paths.secondFactor}>
          {set ? t('identity.second-factor.replace') : t('identity.second-factor.set-up')}
        </LinkButton>
      </div>
    </Panel>
  );
}
