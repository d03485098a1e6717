import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface TimelineItem {
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** `next` is what has not happened yet. */
  readonly phase: 'done' | 'now' | 'next';
  readonly icon?: IconName | undefined;
}

const icons = { done: 'ok', now: 'dot', next: 'empty' } as const;

/** What happened, what is now, what comes. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol class="steps">
      {items.map((item) => (
        <li
          class={item.phase === 'done' ? undefined : item.phase}
          aria-current={item.phase === 'now' ? 'step' : undefined}
        >
          <Icon name={item.icon ?? icons[item.phase]} />
          {item.phase === 'next' ? item.title : <strong>{item.title}</strong>}
          {item.detail ? <div class="step-detail">{item.detail}</div> : null}
        </li>
      ))}
    </ol>
  );
}
