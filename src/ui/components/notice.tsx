import type { ComponentChildren } from 'preact';
import type { Tone } from './state.tsx';

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  /** Told at once by a screen reader: the answer to what was just done. */
  readonly live?: boolean;
  readonly children?: ComponentChildren;
}

export function Notice({ tone, title, live = false, children }: NoticeProps) {
  return (
    <div
      class="ds-alert"
      data-color={tone}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      {title ? <h2>{title}</h2> : null}
      {children}
    </div>
  );
}
