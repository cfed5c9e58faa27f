import type { Role } from '@reglament/contract';
import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Language } from '../../../i18n/language.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { useNarrow } from '../../../ui/use-narrow.ts';
import classes from './people.module.css';
import { type HandedLink, useInvite } from './use-people.ts';
import { usePeopleWords } from './use-words.ts';

interface Props {
  readonly onClose: () => void;
  readonly onLink: (handed: HandedLink) => void;
}

/** Invites somebody by mail. */
export function InviteDialog({ onClose, onLink }: Props) {
  const w = usePeopleWords();
  const { m, language } = useI18n();
  const { summary } = useDesk();
  const isNarrow = useNarrow();
  const invite = useInvite(onLink);
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('engineer');
  const [letter, setLetter] = useState<Language>(language);
  const [isChecked, setIsChecked] = useState(false);
  const isBroken = !/^\S+@\S+$/.test(email.trim());
  const roles = Object.keys(m.workspace.roles) as readonly Role[];
  const offered = roles.filter((one) => one !== 'administrator' || summary.role === 'administrator');

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isBroken) return;
    invite.send({ email: email.trim(), name: name.trim(), role, language: letter }, onClose);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.inviteTitle}
      size={460}
      fullScreen={isNarrow}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <form className={classes.form} onSubmit={handleSubmit} noValidate>
        <p className={classes.about}>{w.inviteAbout}</p>
        {invite.error !== null && <ProblemNotice error={invite.error} />}
        <TextInput
          data-autofocus
          label={w.email}
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={isChecked && isBroken && w.emailBroken}
        />
        <TextInput
          label={w.name}
          description={w.nameHint}
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={w.role}
          data={offered.map((one) => ({ value: one, label: m.workspace.roles[one] }))}
          value={role}
          allowDeselect={false}
          onChange={(value) => setRole(roles.find((one) => one === value) ?? 'engineer')}
        />
        <SegmentedControl
          aria-label={w.language}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
          value={letter}
          onChange={(value) => setLetter(value === 'en' ? 'en' : 'ru')}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {m.common.cancel}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {w.send}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
