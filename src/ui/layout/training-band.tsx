import type { Words } from '#platform/i18n/words.ts';
import type { DeskFrame } from '../frame.ts';

/**
 * Every page of a training dossier has its name in the address (`/…/THU-7K3M-QX2P/…`), so no page can forget the
 * band; a draft says it by its frame.
 */
export function isTraining({ path, training = false }: Pick<DeskFrame, 'path' | 'training'>): boolean {
  return training || /\/THU-[0-9A-Z]{4}-[0-9A-Z]{4}(\/|$)/.test(path);
}

export function TrainingBand({ t }: { readonly t: Words }) {
  return (
    <section class="training-band" aria-label={t('ui.training.label')}>
      <div class="wrap">
        <b>{t('ui.training.tag')}</b> {t('ui.training.note')}
      </div>
    </section>
  );
}
