import type { Party } from '#modules/dossiers/index.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { FormBlock } from '#ui/components/form-block.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { ScannerField } from '#ui/fields/scanner-field.tsx';
import { isTicked, prefixesOf } from '../rules/fields.ts';
import { choosesCase, type IntakeView } from './intake-view.ts';
import { PartyFields } from './party-fields.tsx';
import { paths } from './paths.ts';

export function PartyBlock({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  const { draft } = view.opened;
  const present = prefixesOf(draft.fields, 'applicants');
  const applicants = present.length > 0 ? present : ['applicants.0'];
  return (
    <FormBlock number={2} title={t('counter.party.title')}>
      <ScannerField
        t={t}
        label={t('counter.scan.label')}
        hint={t('counter.scan.hint')}
        endpoint={paths.at(draft.id, 'quet')}
        formAction={paths.at(draft.id, 'quet-the')}
        buttonLabel={t('counter.scan.read')}
        error={errorOf(view.errors, 'scan')}
        value={view.scanText}
        autofocus={view.anew && !choosesCase(view)}
      />
      {view.scanned ? (
        <Notice tone={view.scanned.ok ? 'success' : 'warning'} live>
          <p>{view.scanned.text}</p>
        </Notice>
      ) : null}
      {applicants.map((prefix, index) => (
        <fieldset class="party stack">
          <legend class={applicants.length > 1 ? 'party-name' : 'ds-sr-only'}>
            {t('counter.party.nth', { n: index + 1 })}
          </legend>
          <PartyFields view={view} prefix={prefix} />
          <Known view={view} prefix={prefix} />
          {index > 0 ? (
            <p>
              <PressLink press={`remove:${prefix}`}>{t('counter.party.remove', { n: index + 1 })}</PressLink>
            </p>
          ) : null}
        </fieldset>
      ))}
      <p>
        <PressLink press="add-applicant">{t('counter.party.add')}</PressLink>
      </p>
      <OnBehalf view={view} />
    </FormBlock>
  );
}

function OnBehalf({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  const { fields } = view.opened.draft;
  const tick = (name: string) => ({ name, checked: isTicked(fields, name) });
  return (
    <div class="stack on-behalf">
      <div class="choice">
        <CheckboxField
          {...tick('on-behalf')}
          error={errorOf(view.errors, 'on-behalf')}
          label={t('counter.party.on-behalf')}
        />
        <CheckboxField {...tick('assisted')} label={t('counter.party.assisted')} />
      </div>
      <fieldset class="party authorised stack">
        <legend class="party-name">{t('counter.party.authorised')}</legend>
        <PartyFields view={view} prefix="authorised" personOnly />
        <Known view={view} prefix="authorised" />
      </fieldset>
    </div>
  );
}

/** Data of an earlier dossier is offered, never filled in by itself. */
function Known({ view, prefix }: { readonly view: IntakeView; readonly prefix: string }) {
  const { t } = view.frame;
  if (view.known?.prefix !== prefix)
    return (
      <p>
        <PressLink press={`find:${prefix}`}>{t('counter.known.find')}</PressLink>
      </p>
    );
  const { party } = view.known;
  return party ? (
    <Notice tone="info" title={t('counter.known.found')} live>
      <p>{linesOf(party).join(' · ')}</p>
      <p>
        <PressLink press={`use:${prefix}`}>{t('counter.known.use')}</PressLink>
      </p>
    </Notice>
  ) : (
    <Notice tone="info" live>
      <p>{t('counter.known.none')}</p>
    </Notice>
  );
}

function linesOf(party: Party): string[] {
  const lines = party.kind === 'person' ? [party.name, party.birthDate] : [party.name, party.representative];
  return [...lines, party.address, party.phone, party.email].filter(
    (line) => line !== null && line !== '',
  ) as string[];
}
