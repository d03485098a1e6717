import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/i18n/words.ts';
import type { Assets } from '../frame.ts';

interface DocumentProps {
  readonly language: Language;
  readonly assets: Assets;
  readonly title: string;
  /** Which styles and islands: the citizens' or the desk's. */
  readonly kind: 'public' | 'desk';
  readonly children: ComponentChildren;
}

/** The document itself; who sends it writes `<!doctype html>` before. Nothing inline: the policy forbids it. */
export function Document({ language, assets, title, kind, children }: DocumentProps) {
  return (
    <html lang={language} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href={assets('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assets(kind === 'desk' ? 'desk.css' : 'public.css')} />
        <script src={assets(kind === 'desk' ? 'desk.js' : 'public.js')} defer />
      </head>
      <body data-size={kind === 'desk' ? 'sm' : 'md'} class={kind === 'desk' ? 'desk' : undefined}>
        {children}
      </body>
    </html>
  );
}
