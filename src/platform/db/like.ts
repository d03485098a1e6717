/** The pattern of LIKE for texts that begin with this one; signs of a pattern in it are signs. */
export function beginsWith(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The pattern of LIKE for texts that hold this one. */
export function holds(text: string): string {
  return `%${beginsWith(text)}`;
}
