import type { ComponentChildren } from 'preact';

interface IntakeBlockProps {
  readonly number: number;
  readonly title: string;
  /** Beside the heading. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A numbered part of the page; Alt and its number lead there. */
export function IntakeBlock({ number, title, aside, children }: IntakeBlockProps) {
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

interface PressProps {
  readonly press: string;
  readonly action?: string | undefined;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
}

/** Sends the whole page in the rank of a link: nothing that is typed gets lost on the way. */
export function PressLink({ press, action, class: extra, children }: PressProps) {
  return (
    <button
      type="submit"
      class={extra ? `as-link ${extra}` : 'as-link'}
      name="press"
      value={press}
      formAction={action}
      formNoValidate
    >
      {children}
    </button>
  );
}
