import type { ComponentChildren } from 'preact';

interface FormBlockProps {
  readonly number: number;
  readonly title: string;
  /** Beside the heading. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A numbered part of a long form; Alt and its number lead there. */
export function FormBlock({ number, title, aside, children }: FormBlockProps) {
  const id = `phan-${number}`;
  return (
    <section class="block" aria-labelledby={id}>
      <span class="n" aria-hidden="true">
        {number}
      </span>
      <header>
        <h2 id={id} aria-keyshortcuts={`Alt+${number}`} tabIndex={-1}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
