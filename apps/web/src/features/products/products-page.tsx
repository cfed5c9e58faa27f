import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconPackages, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCatalogue } from '../../desk/use-catalogue.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { HeadButtons, PageHead } from '../../ui/page-head.tsx';
import { PageScroll } from '../../ui/page-scroll.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CreateProduct } from './product-dialog.tsx';
import { ProductPart } from './product-part.tsx';
import classes from './products.module.css';
import { useMayWrite } from './use-products.ts';

/** The catalogue: what the vendor makes, in which versions, and until when each is supported. */
export function ProductsPage() {
  const { m } = useI18n();
  const mayWrite = useMayWrite();
  const [isCreating, setIsCreating] = useState(false);
  usePageTitle(m.products.title);
  return (
    <>
      <PageHead title={m.products.title}>
        {mayWrite && (
          <HeadButtons>
            <Button
              leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
              onClick={() => setIsCreating(true)}
            >
              {m.products.create}
            </Button>
          </HeadButtons>
        )}
      </PageHead>
      <PageScroll>
        <Products />
      </PageScroll>
      {isCreating && <CreateProduct onClose={() => setIsCreating(false)} />}
    </>
  );
}

function Products() {
  const { m } = useI18n();
  const { data, isPending, error, refetch } = useCatalogue();
  if (isPending) return <Waiting />;
  if (data === undefined)
    return (
      <ScreenFailure
        title={m.products.failed}
        error={error ?? new Error(m.products.failed)}
        onRetry={() => void refetch()}
      />
    );
  if (data.products.length === 0)
    return <ScreenState icon={IconPackages} title={m.products.empty} hint={m.products.emptyHint} />;
  return (
    <div className={classes.parts}>
      {data.products.map((product) => (
        <ProductPart key={product.productId} product={product} clause={data.clause} />
      ))}
    </div>
  );
}

const SHOWN_WHILE_WAITING = 4;

function Waiting() {
  const { m } = useI18n();
  return (
    <div className={classes.parts} aria-busy>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      {Array.from({ length: SHOWN_WHILE_WAITING }, (_, index) => (
        <div key={index} className={classes.part}>
          <Skeleton height={16} width={`${30 + index * 6}%`} mb={12} />
          <Skeleton height={13} width="80%" />
        </div>
      ))}
    </div>
  );
}
