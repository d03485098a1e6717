import type { Words } from '#platform/i18n/words.ts';

/** `{counter.accept}`: the very words of a button or page. `[F2]`: a key. */
const marked = /\{([a-z-]+\.[\w.-]+)\}|\[([^\]]+)\]/;

/** A sentence of a guide: what stands on a button is taken from the button, so that it is never another word. */
export function Said({ t, text }: { readonly t: Words; readonly text: string }) {
  const parts = text.split(marked);
  return (
    <>
      {parts.map((part, i) => {
        if (part === undefined) return null;
        if (i % 3 === 1) return <b>{t(part)}</b>;
        if (i % 3 === 2) return <kbd class="shown">{part}</kbd>;
        return part;
      })}
    </>
  );
}
