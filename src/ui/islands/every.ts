/** Runs `attach` for each element that asks for the behaviour. */
export function every<E extends HTMLElement>(selector: string, attach: (element: E) => void): void {
  for (const element of document.querySelectorAll<E>(selector)) attach(element);
}

/** The fields of a form as they would be sent, files left out. */
export function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  return fields;
}
