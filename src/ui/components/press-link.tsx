import type { ComponentChildren } from 'preact';

interface PressLinkProps {
  /** What the form's answer shall do, sent as `press`. */
  readonly press: string;
  readonly action?: string | undefined;
  readonly class?: string | undefined;
  readonly shortcut?: string | undefined;
  /** Where the page waits for an answer: Enter gives it. */
  readonly autofocus?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** Sends the whole page in the rank of a link: nothing that is typed gets lost on the way. */
export function PressLink({ press, action, class: extra, shortcut, autofocus, children }: PressLinkProps) {
  return (
    <button
      type="submit"
      class={extra ? `as-link ${extra}` : 'as-link'}
      name="press"
      value={press}
      formAction={action}
      formNoValidate
      aria-keyshortcuts={shortcut}
      autofocus={autofocus}
    >
      {children}
    </button>
  );
}
