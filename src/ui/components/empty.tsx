import type { ComponentChildren } from 'preact';

/** An empty list says what will appear here and what can be done now. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children ? <div class="subtle">{children}</div> : null}
    </div>
  );
}
