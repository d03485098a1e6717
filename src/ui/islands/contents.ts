import { every } from './every.ts';

/** Marks in the list of contents which part is being read. */
export function followContents(): void {
  every('.toc', (toc) => {
    const links = [...toc.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const mark = (id: string) => {
      for (const link of links) {
        if (link.hash === `#${id}`) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    const seen = new IntersectionObserver(
      (entries) => {
        const visible = entries.find((entry) => entry.isIntersecting);
        if (visible) mark(visible.target.id);
      },
      { rootMargin: '0px 0px -70% 0px' },
    );
    for (const link of links) {
      const part = document.getElementById(link.hash.slice(1));
      if (part) seen.observe(part);
    }
  });
}
