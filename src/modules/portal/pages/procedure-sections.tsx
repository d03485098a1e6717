import type { Words } from '#platform/i18n/words.ts';
import { Icon } from '#ui/components/icon.tsx';
import type { PaperLine, ProcedureView } from './procedure-view.ts';

interface SectionProps {
  readonly t: Words;
  readonly procedure: ProcedureView;
}

export function BringSection({ t, procedure }: SectionProps) {
  const { submit, show } = procedure;
  return (
    <section id="mang-gi" aria-labelledby="h-mang">
      <h2 id="h-mang">{t('portal.procedure.bring')}</h2>
      {submit.length + show.length === 0 ? <p class="mt-4">{t('portal.procedure.no-papers')}</p> : null}
      {submit.length > 0 ? (
        <>
          <h3 class="mt-4">{t('portal.procedure.hand-in')}</h3>
          <Papers papers={submit} icon="file" />
        </>
      ) : null}
      {show.length > 0 ? (
        <>
          <h3 class="mt-6">{t('portal.procedure.show')}</h3>
          <Papers papers={show} icon="eye" />
        </>
      ) : null}
    </section>
  );
}

function Papers({ papers, icon }: { readonly papers: readonly PaperLine[]; readonly icon: 'file' | 'eye' }) {
  return (
    <ul class="bring mt-2">
      {papers.map(({ name, note }) => (
        <li>
          <Icon name={icon} />
          <div>
            <strong>{name}</strong>
            {note ? <p>{note}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

export function CasesSection({ t, procedure }: SectionProps) {
  if (procedure.cases.length === 0) return null;
  return (
    <section class="section" id="truong-hop" aria-labelledby="h-th">
      <h2 id="h-th">{t('portal.procedure.cases')}</h2>
      {procedure.cases.map(({ title, limit, submit, show }) => (
        <details class="ds-details">
          <summary>{title}</summary>
          <div class="stack gap-2">
            {limit ? <p>{t('portal.procedure.case-limit', { limit })}</p> : null}
            <CasePapers label={t('portal.procedure.case-papers')} papers={submit} />
            <CasePapers label={t('portal.procedure.case-show')} papers={show} />
          </div>
        </details>
      ))}
    </section>
  );
}

function CasePapers({ label, papers }: { readonly label: string; readonly papers: readonly PaperLine[] }) {
  if (papers.length === 0) return null;
  return (
    <>
      <p>{label}</p>
      <ul>
        {papers.map(({ name, note }) => (
          <li>{note ? `${name} (${note})` : name}</li>
        ))}
      </ul>
    </>
  );
}

export function FeeSection({ t, procedure }: SectionProps) {
  return (
    <section class="section" id="phi" aria-labelledby="h-phi">
      <h2 id="h-phi">{t('portal.procedure.how-much')}</h2>
      {procedure.fees.length === 0 ? (
        <p>{t('portal.procedure.fee-none')}</p>
      ) : (
        <table class="ds-table ruled" data-color="neutral">
          <caption class="ds-sr-only">{t('portal.procedure.fee-caption', { name: procedure.name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('portal.procedure.fee-item')}</th>
              <th scope="col" class="num">
                {t('portal.procedure.fee-amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {procedure.fees.map(({ item, amount }) => (
              <tr>
                <th scope="row">{item}</th>
                <td class="num">{amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const steps = ['receipt', 'check', 'result'] as const;

export function AfterSection({ t, note }: { readonly t: Words; readonly note: string | null }) {
  return (
    <section class="section" id="sau-do" aria-labelledby="h-sau">
      <h2 id="h-sau">{t('portal.procedure.after')}</h2>
      <ol class="steps num">
        {steps.map((step) => (
          <li>
            <strong>{t(`portal.procedure.after.${step}`)}</strong>
            <br />
            {t(`portal.procedure.after.${step}-text`)}
          </li>
        ))}
      </ol>
      {note ? <p class="subtle mt-4">{note}</p> : null}
    </section>
  );
}

export function LawSection({ t, procedure }: SectionProps) {
  const { basis, code, decision } = procedure;
  return (
    <section class="section" id="can-cu" aria-labelledby="h-cc">
      <h2 id="h-cc">{t('portal.procedure.law')}</h2>
      <details class="ds-details">
        <summary>
          {basis.length > 0
            ? t('portal.procedure.law-summary', { n: basis.length, code })
            : t('portal.procedure.law-code', { code })}
        </summary>
        <div>
          <ul>
            {basis.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
          {decision ? (
            <p class="small subtle mt-2">{t('portal.procedure.law-decision', { decision })}</p>
          ) : null}
        </div>
      </details>
    </section>
  );
}
