import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';

/** `primary` is filled: one a page. */
export type ButtonVariant = 'primary' | 'secondary' | 'tertiary';

interface Look {
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean | undefined;
  /** As in `aria-keyshortcuts`: `Control+Enter`, `F2`, `t`. The short cut presses the button. */
  readonly shortcut?: string | undefined;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Look {
  readonly type?: 'submit' | 'button';
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  /** Sends the form without the browser's own checks: saving a draft, adding a row. */
  readonly formNoValidate?: boolean | undefined;
}

export function Button({
  type = 'submit',
  variant = 'primary',
  icon,
  wide,
  shortcut,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      class="ds-button"
      data-variant={variant}
      data-fullwidth={wide ? '' : undefined}
      aria-keyshortcuts={shortcut}
      {...rest}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
      {shortcut ? <KeyHint keys={printedKeys(shortcut)} /> : null}
    </button>
  );
}

interface LinkButtonProps extends Look {
  readonly href: string;
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function LinkButton({ href, variant = 'primary', icon, wide, shortcut, children }: LinkButtonProps) {
  return (
    <a
      class="ds-button"
      data-variant={variant}
      data-fullwidth={wide ? '' : undefined}
      aria-keyshortcuts={shortcut}
      href={href}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
      {shortcut ? <KeyHint keys={printedKeys(shortcut)} /> : null}
    </a>
  );
}

/** `Control+Enter` as printed: `Ctrl Enter`. */
export function printedKeys(shortcut: string): string {
  return shortcut.replace('Control', 'Ctrl').replaceAll('+', ' ');
}
