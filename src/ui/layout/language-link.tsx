import type { Frame } from '../frame.ts';

/** Named in the language it leads to. */
export function LanguageLink({ language, languageHref }: Pick<Frame, 'language' | 'languageHref'>) {
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <a href={languageHref} hreflang={other} lang={other} rel="nofollow">
      {other === 'vi' ? 'Tiếng Việt' : 'English'}
    </a>
  );
}
