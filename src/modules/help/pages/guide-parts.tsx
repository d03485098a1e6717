import type { Words } from '#platform/i18n/words.ts';
import type { Guide } from '../rules/guide.ts';
import type { Pictures } from './pictures.ts';
import { TaskSection } from './task-section.tsx';

export interface ShownGuide {
  readonly guide: Guide;
  readonly pictures: Pictures;
  /** The reader may open the page of this path. */
  readonly opens: (path: string) => boolean;
}

/** The contents of a guide, and its tasks one after the other. */
export function GuideParts({ t, shown }: { readonly t: Words; readonly shown: ShownGuide }) {
  const { guide, pictures, opens } = shown;
  return (
    <div class="help">
      <nav class="toc" aria-labelledby="muc-luc">
        <h2 id="muc-luc">{t('help.page.contents')}</h2>
        <ul>
          {guide.tasks.map(({ word, anchor }) => (
            <li>
              <a href={`#${anchor}`}>{t(`help.task.${guide.word}.${word}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="help-tasks">
        {guide.tasks.map((task) => (
          <TaskSection
            t={t}
            guide={guide}
            task={task}
            picture={task.picture ? pictures[task.picture] : undefined}
            linked={task.href !== undefined && opens(task.href)}
          />
        ))}
      </div>
    </div>
  );
}
