/**
 * May a page write over the draft? Yes when nobody saved since it was made, or when the last save was its own
 * (it saves by itself every few seconds). Another window that was faster is never written over unseen.
 */
export function mayOverwrite(
  draft: { readonly version: number; readonly pageToken: string | null },
  page: { readonly seenVersion: number; readonly token: string },
): boolean {
  return draft.version === page.seenVersion || (draft.pageToken !== null && draft.pageToken === page.token);
}
