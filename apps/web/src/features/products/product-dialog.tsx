import type { ProductInCatalogue } from '@reglament/contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandDialog } from '../ticket/index.ts';
import { useChangeProduct, useCreateProduct } from './use-products.ts';

interface FormProps {
  readonly title: string;
  readonly about: string;
  readonly initial: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

function NameDialog({ title, about, initial, onSave, ...state }: FormProps) {
  const { m } = useI18n();
  const [name, setName] = useState(initial);
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = name.trim() === '';
  const handleSubmit = () => {
    setIsChecked(true);
    if (!isMissing) onSave(name);
  };
  return (
    <CommandDialog title={title} about={about} submit={m.products.save} onSubmit={handleSubmit} {...state}>
      <TextInput
        data-autofocus
        label={m.products.name}
        required
        maxLength={200}
        autoComplete="off"
        value={name}
        error={isChecked && isMissing && m.products.nameMissing}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}

/** A new product of the catalogue. */
export function CreateProduct({ onClose }: { readonly onClose: () => void }) {
  const { m } = useI18n();
  const { mutate, isPending, error } = useCreateProduct();
  const done = () => {
    toast(m.products.saved);
    onClose();
  };
  return (
    <NameDialog
      title={m.products.create}
      about={m.products.createAbout}
      initial=""
      isPending={isPending}
      error={error}
      onSave={(name) => mutate(name, { onSuccess: done })}
      onClose={onClose}
    />
  );
}

interface RenameProps {
  readonly product: ProductInCatalogue;
  readonly onClose: () => void;
}

/** Another name for a product that nothing names yet. */
export function RenameProduct({ product, onClose }: RenameProps) {
  const { m } = useI18n();
  const { mutate, isPending, error } = useChangeProduct(product);
  const done = () => {
    toast(m.products.saved);
    onClose();
  };
  return (
    <NameDialog
      title={m.products.rename}
      about={m.products.renameAbout}
      initial={product.name}
      isPending={isPending}
      error={error}
      onSave={(name) => mutate({ name }, { onSuccess: done })}
      onClose={onClose}
    />
  );
}
