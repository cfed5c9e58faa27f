import { useState } from 'react';
import { type ChosenProduct, ProductSelect } from '../../desk/product-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

/** Which product it is about: what serves the ticket is decided again by it. */
export function ProductDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useDialogCommand(page, onClose);
  const { product } = page.ticket;
  const [chosen, setChosen] = useState<ChosenProduct>({
    product: product?.name ?? null,
    productVersion: product?.version ?? null,
  });
  const handleSubmit = () => {
    if (chosen.product !== null)
      send({ command: 'name-product', product: chosen.product, productVersion: chosen.productVersion });
  };
  return (
    <CommandDialog
      title={m.ticket.command['name-product']}
      about={m.products.nameAbout}
      submit={m.products.save}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <ProductSelect chosen={chosen} isRequired autoFocus onChange={setChosen} />
    </CommandDialog>
  );
}
