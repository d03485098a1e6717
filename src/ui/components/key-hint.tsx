/** Keys as they are printed on the keyboard; hidden on phones and from screen readers. */
export function KeyHint({ keys }: { readonly keys: string }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: kbd cannot take the focus
  return <kbd aria-hidden="true">{keys}</kbd>;
}
