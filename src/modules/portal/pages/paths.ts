/** Every public address in one place. */
export const paths = {
  home: '/',
  procedures: '/thu-tuc',
  /** Answers `{"items": […]}` while typing. */
  procedureHits: '/thu-tuc.json',
  /** `from`: the life event the reader came by. */
  procedure: (code: string, from?: string) =>
    `/thu-tuc/${encodeURIComponent(code)}${from ? `?viec=${encodeURIComponent(from)}` : ''}`,
  lifeEvent: (key: string) => `/thu-tuc?viec=${encodeURIComponent(key)}`,
  lookup: '/tra-cuu',
  /** The citizens' guide, a page of the module `help`. */
  help: '/huong-dan/nguoi-dan',
  place: '/#dia-chi',
  /** Home of another office; the choice is kept in a cookie. */
  office: (code: string) => `/?noi=${encodeURIComponent(code)}#dia-chi`,
  signIn: '/dang-nhap',
} as const;
