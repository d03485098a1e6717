import type { ComponentChildren } from 'preact';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import type { BulkCommand } from './bulk-commands.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { standInIds } from './seen-stand-ins.tsx';
import { BulkFields, type BulkIds, SelectedLines } from './selected-lines.tsx';

interface BulkFormProps {
  readonly t: Words;
  readonly ids: BulkIds;
  readonly commands: readonly BulkCommand[];
  /** A code to type, a note, … */
  readonly fields?: ComponentChildren;
  /** The table with its boxes. */
  readonly children: ComponentChildren;
}

/** One press for the ticked lines; without commands the table stands alone. */
export function BulkForm({ t, ids, commands, fields, children }: BulkFormProps) {
  if (commands.length === 0) return <>{children}</>;
  return (
    <form method="post" action={paths.bulk} data-once>
      <BulkFields ids={ids} />
      <div class="bulk">
        <SelectedLines t={t} />
        {fields}
        {commands.map((command) => (
          <Button variant="secondary" name="lam" value={command}>
            {t(`dossiers.bulk.${command}`)}
          </Button>
        ))}
      </div>
      {children}
    </form>
  );
}

/** The box of a line carries how much of its history was shown. */
export function selectionOf<T extends { readonly name: string; readonly seq: number }>() {
  return {
    name: 'chon',
    value: ({ name, seq }: T) => `${seq}~${name}`,
    label: ({ name }: T) => name,
  };
}

export function bulkIds(deps: DossierPageDeps, request: RequestContext): BulkIds {
  const key = deps.random.uuid(deps.machineMs());
  return { csrf: request.csrf, key, standsIn: standInIds(readerOf(request).actor) };
}
