import type { ComponentChildren } from 'preact';

interface PanelProps {
  readonly id: string;
  readonly title: string;
  /** The task of this page: lotus rule on top. */
  readonly todo?: boolean;
  /** A quiet label above a big answer, in place of a heading that speaks first. */
  readonly quietTitle?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Holds together what must be held together: the task, the clock, the form. Not a frame for everything. */
export function Panel({ id, title, todo = false, quietTitle = false, class: extra, children }: PanelProps) {
  const classes = ['panel', 'stack', todo ? 'todo' : '', extra ?? ''].filter(Boolean).join(' ');
  return (
    <section class={classes} aria-labelledby={id}>
      <h2 id={id} class={quietTitle ? 'quiet' : undefined}>
        {title}
      </h2>
      {children}
    </section>
  );
}
