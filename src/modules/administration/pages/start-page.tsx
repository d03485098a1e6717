import type { Words } from '#platform/i18n/words.ts';
import type { IconName } from '#ui/components/icon.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Attention, AttentionTone } from '../actions/needs-attention.ts';
import { rooms } from './paths.ts';

const icons: Readonly<Record<AttentionTone, IconName>> = { danger: 'late', warning: 'alert', info: 'info' };

/** What needs attention first, then the rooms. */
export function StartPage({
  frame,
  attention,
}: {
  readonly frame: DeskFrame;
  readonly attention: readonly Attention[];
}) {
  const { t } = frame;
  const title = t('administration.start.title');
  return (
    <DeskLayout frame={frame} title={title}>
      <PageTitle title={title} note={t('administration.start.note')} />
      <div class="stack gap-8">
        <section class="stack" aria-labelledby="can-lam">
          <h2 id="can-lam">{t('administration.attention.title')}</h2>
          {attention.length === 0 ? (
            <p>
              <State icon="ok" tone="success">
                {t('administration.attention.none')}
              </State>
            </p>
          ) : (
            <ul class="plain stack gap-2">
              {attention.map((one) => (
                <li>
                  <AttentionLine t={t} one={one} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <nav class="stack" aria-labelledby="phong">
          <h2 id="phong">{t('administration.rooms.title')}</h2>
          <ul class="plain rooms">
            {rooms.map(({ name, href }) => (
              <li>
                <a href={href}>
                  <b>{t(`administration.room.${name}`)}</b>
                </a>
                <p class="subtle">{t(`administration.room-note.${name}`)}</p>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </DeskLayout>
  );
}

function AttentionLine({ t, one }: { readonly t: Words; readonly one: Attention }) {
  const { code, count, tone, href, about = '' } = one;
  return (
    <a class="attention" href={href}>
      <State icon={icons[tone]} tone={tone}>
        <span class="wrapok">{t(`administration.attention.${code}`, { n: count, about })}</span>
      </State>
    </a>
  );
}
