import type { Frame } from '../frame.ts';

/** On every page: whether the data are invented, and which organisation of government is in force. */
export function Ribbon({ t, demo, organisation }: Pick<Frame, 't' | 'demo' | 'organisation'>) {
  return (
    <section class="ribbon" aria-label={t('ui.ribbon.label')}>
      <div class="wrap">
        {demo ? (
          <>
            <b>{t('ui.ribbon.demo')}</b> {t('ui.ribbon.demo-note')}
          </>
        ) : null}
        <span>{organisation.model}</span>
      </div>
    </section>
  );
}
