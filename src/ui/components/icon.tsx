import { type IconName, iconPaths } from './icon-paths.ts';

export type { IconName };

/** Always beside a word: the icon itself says nothing to a screen reader. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
