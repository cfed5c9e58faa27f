import type { ProductInCatalogue } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandProblem } from '../ticket/index.ts';
import { RenameProduct } from './product-dialog.tsx';
import classes from './products.module.css';
import { SupportBadge } from './support-badge.tsx';
import { useChangeProduct, useMayWrite } from './use-products.ts';
import { VersionDialog } from './version-dialog.tsx';

type Version = ProductInCatalogue['versions'][number];

interface Props {
  readonly product: ProductInCatalogue;
  /** Of the regulation's list of products. */
  readonly clause: string | null;
}

/** A day at noon, so that no zone makes another date of it. */
const noon = (day: string): string => `${day}T12:00:00Z`;

function Days({ version }: { readonly version: Version }) {
  const { m } = useI18n();
  const { dates } = useDesk();
  const days = [
    [version.state === 'planned' ? m.products.willBe : m.products.releasedOn, version.releasedOn],
    [m.products.outdatedOn, version.outdatedOn],
    [m.products.endOfLifeOn, version.endOfLifeOn],
  ] as const;
  return (
    <dl className={classes.days}>
      {days.map(([name, day]) =>
        day === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{dates.date(noon(day))}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function VersionRow({
  version,
  onEdit,
}: {
  readonly version: Version;
  readonly onEdit: (() => void) | null;
}) {
  const { m } = useI18n();
  return (
    <li className={classes.version}>
      <span className={classes.number}>{version.number}</span>
      <SupportBadge state={version.state} />
      <Days version={version} />
      {onEdit !== null && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={`${m.products.edit}: ${version.number}`}
          onClick={onEdit}
        >
          {m.products.edit}
        </Button>
      )}
      {version.platforms.length > 0 && (
        <span className={classes.platforms}>{version.platforms.join(', ')}</span>
      )}
    </li>
  );
}

function Head({
  product,
  clause,
  onAdd,
  onRename,
}: Props & { readonly onAdd: () => void; readonly onRename: () => void }) {
  const { m } = useI18n();
  const mayWrite = useMayWrite();
  const change = useChangeProduct(product);
  const retired = !product.retired;
  const handleRetire = () => change.mutate({ retired }, { onSuccess: () => toast(m.products.saved) });
  return (
    <>
      <div className={classes.partHead}>
        <h2 className={classes.heading}>
          {product.name}
          {product.retired && <span className={classes.retired}>{m.products.retired}</span>}
        </h2>
        {product.named && clause !== null && <ClauseMark id={clause} />}
        {mayWrite && (
          <div className={classes.buttons}>
            <Button size="compact-sm" variant="default" onClick={onAdd}>
              {m.products.addVersion}
            </Button>
            {!product.named && (
              <Button size="compact-sm" variant="default" onClick={onRename}>
                {m.products.rename}
              </Button>
            )}
            <Button size="compact-sm" variant="default" loading={change.isPending} onClick={handleRetire}>
              {product.retired ? m.products.bringBack : m.products.retire}
            </Button>
          </div>
        )}
      </div>
      {change.error !== null && <CommandProblem error={change.error} onDismiss={change.reset} />}
    </>
  );
}

/** One product with its versions. */
export function ProductPart({ product, clause }: Props) {
  const { m } = useI18n();
  const mayWrite = useMayWrite();
  const id = useId();
  const [open, setOpen] = useState<'rename' | 'add' | Version | null>(null);
  const close = () => setOpen(null);
  return (
    <section className={classes.part} aria-labelledby={id} data-retired={product.retired}>
      <div id={id}>
        <Head
          product={product}
          clause={clause}
          onAdd={() => setOpen('add')}
          onRename={() => setOpen('rename')}
        />
      </div>
      {product.versions.length === 0 ? (
        <p className={classes.dim}>{m.products.noVersions}</p>
      ) : (
        <ul className={classes.list}>
          {product.versions.map((version) => (
            <VersionRow
              key={version.productVersionId}
              version={version}
              onEdit={mayWrite ? () => setOpen(version) : null}
            />
          ))}
        </ul>
      )}
      {open === 'rename' && <RenameProduct product={product} onClose={close} />}
      {open !== null && open !== 'rename' && (
        <VersionDialog product={product} version={open === 'add' ? null : open} onClose={close} />
      )}
    </section>
  );
}
