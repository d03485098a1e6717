import type { Words } from '#platform/i18n/words.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './state.tsx';

export type TimeUnit = 'days' | 'hours' | 'minutes';

/** Time left as the rules reckon it: working days, or working hours and minutes on the last day. */
export type TimeLeftView =
  | { readonly kind: 'running' | 'soon' | 'late'; readonly amount: number; readonly unit: TimeUnit }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'due-now' };

const looks: Record<TimeLeftView['kind'], { readonly tone?: Tone; readonly icon?: IconName }> = {
  running: {},
  soon: { tone: 'warning', icon: 'clock' },
  'due-now': { tone: 'warning', icon: 'clock' },
  late: { tone: 'danger', icon: 'late' },
  stopped: { icon: 'pause' },
};

/** `còn 2 ngày làm việc`, `quá hạn 3 giờ`, `đang dừng`. */
export function timeLeftText(t: Words, left: TimeLeftView): string {
  if (left.kind === 'stopped') return t('ui.time-left.stopped');
  if (left.kind === 'due-now') return t('ui.time-left.due-now');
  const unit = left.amount === 1 ? (`one-${left.unit}` as const) : left.unit;
  const amount = t(`ui.amount.${unit}`, { n: left.amount });
  return left.kind === 'late' ? t('ui.time-left.late', { amount }) : t('ui.time-left.left', { amount });
}

/** Words first; the date stands after it, beside. */
export function TimeLeft({ t, left }: { readonly t: Words; readonly left: TimeLeftView }) {
  const { tone, icon } = looks[left.kind];
  return (
    <span class="left" data-color={tone}>
      {icon ? (
        <>
          <Icon name={icon} />{' '}
        </>
      ) : null}
      {timeLeftText(t, left)}
    </span>
  );
}
