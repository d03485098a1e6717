export const absencePaths = {
  list: '/lam-viec/vang-mat',
  record: '/lam-viec/vang-mat/ghi',
  back: (id: string) => `/lam-viec/vang-mat/${id}/tro-lai`,
} as const;
