import type { ComponentChildren } from 'preact';

interface PageTitleProps {
  readonly title: string;
  /** State beside the title. */
  readonly tag?: ComponentChildren;
  /** At the right: the page's main action or keys. */
  readonly aside?: ComponentChildren;
  /** One line under the title. */
  readonly note?: ComponentChildren;
}

/** The one `h1` of a desk page. */
export function PageTitle({ title, tag, aside, note }: PageTitleProps) {
  return (
    <div class="title">
      <h1>{title}</h1>
      {tag}
      {aside ? <div class="row push no-print">{aside}</div> : null}
      {note ? <p>{note}</p> : null}
    </div>
  );
}
