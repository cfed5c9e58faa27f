import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import classes from './letters-page.module.css';
import { useHandIn, type WrittenLetter } from './use-hand-in.ts';

interface Props {
  readonly onClose: () => void;
  readonly onSent: (letterId: string) => void;
}

type Texts = Omit<WrittenLetter, 'forSales'>;

const nothing: Texts = { fromName: '', fromAddress: '', subject: '', text: '' };

/** A letter typed here, as if a customer had sent it. */
export function WriteLetter({ onClose, onSent }: Props) {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const isNarrow = useNarrow();
  const { write } = useHandIn(slug);
  const [letter, setLetter] = useState(nothing);
  const [forSales, setForSales] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const isAddress = /^\S+@\S+$/.test(letter.fromAddress.trim());

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isAddress) return;
    const body = { ...letter, forSales, fromAddress: letter.fromAddress.trim() };
    write.mutate(body, {
      onSuccess: (reply) => {
        onSent(reply.letterId);
        onClose();
      },
    });
  };
  const field = (name: keyof Texts) => ({
    value: letter[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setLetter((old) => ({ ...old, [name]: value }));
    },
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={m.letters.write}
      size={620}
      fullScreen={isNarrow}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <form className={classes.form} onSubmit={handleSubmit} noValidate>
        <p className={classes.formAbout}>{m.letters.writeAbout(summary.mailAddress)}</p>
        <div className={classes.pair}>
          <TextInput data-autofocus label={m.letters.fromName} maxLength={200} {...field('fromName')} />
          <TextInput
            label={m.letters.fromAddress}
            type="email"
            maxLength={254}
            required
            error={isChecked && !isAddress && m.signIn.emailBroken}
            {...field('fromAddress')}
          />
        </div>
        <TextInput label={m.letters.subject} maxLength={998} {...field('subject')} />
        <Textarea
          label={m.letters.body}
          autosize
          minRows={8}
          maxRows={16}
          maxLength={100_000}
          {...field('text')}
        />
        <Checkbox
          label={m.letters.forSales}
          checked={forSales}
          onChange={(event) => setForSales(event.currentTarget.checked)}
        />
        {write.error !== null && <ProblemNotice error={write.error} />}
        <div className={classes.formButtons}>
          <Button variant="default" onClick={onClose}>
            {m.common.cancel}
          </Button>
          <Button type="submit" loading={write.isPending}>
            {m.letters.send}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
