/** Id of the control of a field: where the error summary leads. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^a-zA-Z0-9_-]+/g, '-')}`;
}
