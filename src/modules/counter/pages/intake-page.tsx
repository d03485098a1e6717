import { timeOf } from '#kernel/civil-date.ts';
import { AutosaveStatus } from '#ui/components/autosave-status.tsx';
import { Button } from '#ui/components/button.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { KeyHint } from '#ui/components/key-hint.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { StatusTag } from '#ui/components/state.tsx';
import { StayButton } from '#ui/components/stay-button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { DueSide } from './due-side.tsx';
import { FeeBlock } from './fee-block.tsx';
import type { IntakeView } from './intake-view.ts';
import { PapersBlock } from './papers-block.tsx';
import { PartyBlock } from './party-block.tsx';
import { paths } from './paths.ts';
import { ProcedureBlock } from './procedure-block.tsx';
import { WaysBlock } from './ways-block.tsx';

export function IntakePage({ view }: { readonly view: IntakeView }) {
  const { frame, opened } = view;
  const { t } = frame;
  const { draft } = opened;
  return (
    <DeskLayout frame={frame} title={`${t('counter.title')}: ${draft.procedureName}`} keys={keysOf(view)}>
      <ErrorSummary t={t} errors={view.errors} />
      <PageTitle title={t('counter.title')} tag={<GoingOn view={view} />} aside={<Keys view={view} />} />
      <Copied view={view} />
      <form
        class="intake"
        method="post"
        enctype="multipart/form-data"
        action={paths.draft(draft.id)}
        data-autosave={paths.at(draft.id, 'luu-nhap')}
        data-preview={paths.at(draft.id, 'xem-truoc')}
        data-preview-target="hen-tra"
      >
        <CsrfField token={frame.csrf} />
        <input type="hidden" name="version" value={String(draft.version)} />
        <input type="hidden" name="page" value={view.token} />
        <StayButton />
        <div class="panel">
          <ProcedureBlock view={view} />
          <PartyBlock view={view} />
          <PapersBlock view={view} />
          <FeeBlock view={view} />
          <WaysBlock view={view} />
        </div>
        <Side view={view} />
      </form>
    </DeskLayout>
  );
}

function GoingOn({ view }: { readonly view: IntakeView }) {
  const { existing } = view.opened.draft;
  if (!existing) return null;
  return (
    <StatusTag icon="inbox" tone="info">
      {view.frame.t('counter.going-on', { reference: existing.reference })}
    </StatusTag>
  );
}

/** Begun like another dossier: what must be asked anew is said, nothing of it was copied. */
function Copied({ view }: { readonly view: IntakeView }) {
  const { like } = view.opened.draft;
  const { t } = view.frame;
  if (!like) return null;
  return (
    <Notice tone="info">
      <p>
        {t('counter.like.from')} <a href={paths.dossier(like.number)}>{like.number}</a>.{' '}
        {t('counter.like.never')}
      </p>
    </Notice>
  );
}

function Keys({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  return (
    <span class="row keys small subtle">
      <span>
        <KeyHint keys="Alt" /> <KeyHint keys="1" />–<KeyHint keys="5" /> {t('counter.keys.parts')}
      </span>
      <span>
        <KeyHint keys="Space" /> {t('counter.keys.tick')}
      </span>
      <span>
        <KeyHint keys="?" /> {t('counter.keys.all')}
      </span>
    </span>
  );
}

function keysOf({ frame: { t } }: IntakeView) {
  return [
    { keys: 'Alt 1–5', text: t('counter.keys.parts') },
    { keys: 'F2', text: t('counter.keys.scan') },
    { keys: 'Space', text: t('counter.keys.tick') },
    { keys: 'Ctrl Enter', text: t('counter.accept') },
  ];
}

function Side({ view }: { readonly view: IntakeView }) {
  const { frame, opened, preview, dossierChanged } = view;
  const { t } = frame;
  const { draft } = opened;
  return (
    <aside class="side panel stack tight" aria-labelledby="hen">
      <h2 id="hen" class="quiet">
        {t('counter.due.title')}
      </h2>
      <div id="hen-tra" class="stack tight" aria-live="polite">
        <DueSide t={t} opened={opened} preview={preview} />
      </div>
      {dossierChanged ? (
        <Notice tone="warning">
          <p>{t('counter.changed.what')}</p>
          <p>
            <PressLink press="see">{t('counter.changed.go-on')}</PressLink>
          </p>
        </Notice>
      ) : null}
      <Button formAction={paths.at(draft.id, 'tiep-nhan')} shortcut="Control+Enter" wide>
        {t('counter.accept')}
      </Button>
      <OtherEnds view={view} />
      <AutosaveStatus
        t={t}
        savedAt={draft.version > 1 ? timeOf(draft.updatedAt) : undefined}
        conflict={
          <>
            <a href={paths.draft(draft.id)} target="_blank" rel="noopener">
              {t('counter.autosave.see')}
            </a>
            <PressLink press="mine">{t('counter.autosave.mine')}</PressLink>
          </>
        }
      />
    </aside>
  );
}

function OtherEnds({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  const { draft } = view.opened;
  return (
    <p class="row small">
      <PressLink press="stay" action={paths.at(draft.id, 'toi-bo-sung')}>
        {t('counter.correction.link')}
      </PressLink>
      <PressLink press="stay" action={paths.at(draft.id, 'toi-khong-tiep-nhan')}>
        {t('counter.refuse.link')}
      </PressLink>
      {draft.existing ? null : (
        <PressLink press="stay" action={paths.at(draft.id, 'ghi-nhan')}>
          {t('counter.submit')}
        </PressLink>
      )}
      {draft.existing || draft.training ? null : (
        <PressLink press="stay" action={paths.at(draft.id, 'toi-nhom')}>
          {t('counter.group.link')}
        </PressLink>
      )}
      <PressLink press="stay" class="without-script">
        {t('counter.reckon')}
      </PressLink>
      <PressLink press="later" class="push">
        {t('counter.later')}
      </PressLink>
    </p>
  );
}
