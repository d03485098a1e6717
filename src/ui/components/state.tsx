import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** Red: late. Amber: due within a day or stopped. Green: done or in order. Blue: newly arrived. */
export type Tone = 'danger' | 'warning' | 'success' | 'info';

interface StateProps {
  readonly icon: IconName;
  readonly tone?: Tone | undefined;
  readonly children: ComponentChildren;
}

/** A state in running text and dense tables: icon + word + colour. */
export function State({ icon, tone, children }: StateProps) {
  return (
    <span class="state" data-color={tone}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

/** The same as a filled tag, beside a title. */
export function StatusTag({ icon, tone, children }: StateProps) {
  return (
    <span class="ds-tag" data-color={tone ?? 'neutral'}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
