import type { Words } from '#platform/i18n/words.ts';
import type { Guide, GuideTask } from '../rules/guide.ts';
import { addressOf, type Picture } from './pictures.ts';
import { Said } from './said.tsx';

interface TaskSectionProps {
  readonly t: Words;
  readonly guide: Guide;
  readonly task: GuideTask;
  readonly picture: Picture | undefined;
  /** The reader may open the page where it is done. */
  readonly linked: boolean;
}

export function TaskSection({ t, guide, task, picture, linked }: TaskSectionProps) {
  const said = (part: string) => t(`help.task.${guide.word}.${task.word}.${part}`);
  const id = `${task.anchor}-ten`;
  return (
    <section id={task.anchor} aria-labelledby={id} class="stack help-task">
      <h2 id={id}>{said('title')}</h2>
      <ol class="steps num read">
        {said('steps')
          .split('\n')
          .map((step) => (
            <li>
              <Said t={t} text={step} />
            </li>
          ))}
      </ol>
      <p class="read">
        <b>{t('help.page.when-refused')}</b> <Said t={t} text={said('refused')} />
      </p>
      {linked && task.href ? (
        <p class="no-print">
          <a href={task.href}>{t('help.page.open')}</a>
        </p>
      ) : null}
      {picture ? <Shown picture={picture} text={said('picture')} /> : null}
    </section>
  );
}

/** A phone loads the picture of a phone, and each only when it is scrolled to. */
function Shown({ picture: { desk, phone }, text }: { readonly picture: Picture; readonly text: string }) {
  return (
    <picture class="help-picture">
      <source
        media="(max-width: 40rem)"
        srcset={addressOf(phone)}
        width={phone.width}
        height={phone.height}
      />
      <img src={addressOf(desk)} width={desk.width} height={desk.height} alt={text} loading="lazy" />
    </picture>
  );
}
