import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** Only with scripts; without them the browser's own print does the same. */
export function PrintButton({ children }: { readonly children: ComponentChildren }) {
  return (
    <button class="as-link needs-script no-print" type="button" data-print>
      <Icon name="print" />
      {children}
    </button>
  );
}
