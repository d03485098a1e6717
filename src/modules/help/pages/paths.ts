export const paths = {
  start: '/huong-dan',
  citizen: '/huong-dan/nguoi-dan',
  keys: '/huong-dan/phim',
  guide: (slug: string) => `/huong-dan/${slug}`,
  chapter: (slug: string, anchor: string) => `/huong-dan/${slug}#${anchor}`,
};
