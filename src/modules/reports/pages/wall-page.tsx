import { groupThousands } from '#kernel/money.ts';
import { shortDate } from '#ui/dates.ts';
import type { Frame } from '#ui/frame.ts';
import { Document } from '#ui/layout/document.tsx';
import { Ribbon } from '#ui/layout/ribbon.tsx';
import { perMille } from '../per-mille.ts';
import type { ReadyNumber, WallCounts } from '../store/wall.ts';

interface WallPageProps {
  readonly frame: Frame;
  readonly counts: WallCounts;
  /** Of this year, in per mille; null: nothing has ended yet. */
  readonly punctual: number | null;
  readonly numbers: readonly ReadyNumber[];
}

const shown = ['receivedToday', 'endedToday', 'inHand', 'ready'] as const;

/** To be read from ten steps away: no menu, nothing to press. */
export function WallPage({ frame, counts, punctual, numbers }: WallPageProps) {
  const { t, organisation } = frame;
  const title = organisation.oneStopName;
  return (
    <Document
      language={frame.language}
      assets={frame.assets}
      title={`${title} – ${organisation.siteName}`}
      kind="public"
    >
      <Ribbon t={t} demo={frame.demo} organisation={organisation} />
      <main id="noi-dung" class="wall">
        <header>
          <h1>{title}</h1>
          <p>{frame.legalTime}</p>
        </header>
        <dl>
          {shown.map((name) => (
            <div>
              <dt>{t(`reports.wall.${name}`)}</dt>
              <dd>{groupThousands(counts[name])}</dd>
            </div>
          ))}
          <div>
            <dt>{t('reports.wall.punctual')}</dt>
            <dd>{punctual === null ? t('reports.timeliness.nothing') : perMille(punctual)}</dd>
          </div>
        </dl>
        <section aria-labelledby="da-co">
          <h2 id="da-co">{t('reports.wall.numbers')}</h2>
          {numbers.length === 0 ? (
            <p>{t('reports.wall.no-numbers')}</p>
          ) : (
            <ul>
              {numbers.map(({ number, since }) => (
                <li>
                  <b>{number}</b> <small>{t('reports.wall.since', { date: shortDate(since) })}</small>
                </li>
              ))}
            </ul>
          )}
          {counts.ready > numbers.length && numbers.length > 0 ? (
            <p>{t('reports.wall.more', { n: groupThousands(counts.ready - numbers.length) })}</p>
          ) : null}
        </section>
        <footer>
          <p>{t('reports.wall.note', { hours: frame.hours })}</p>
        </footer>
      </main>
    </Document>
  );
}
