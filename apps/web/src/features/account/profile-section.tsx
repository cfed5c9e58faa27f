import type { AccountPage } from '@reglament/contract';
import { Button, Input, SegmentedControl, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Language } from '../../i18n/language.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './account.module.css';
import { useDescribe } from './use-account.ts';
import { useWords } from './use-words.ts';

const languages = [
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
];

/** What somebody is called, and which language they read. */
export function ProfileSection({ account }: { readonly account: AccountPage }) {
  const w = useWords();
  const { language, setLanguage } = useI18n();
  const describe = useDescribe();
  const [name, setName] = useState(account.name);
  const [chosen, setChosen] = useState<Language>(language);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const done = () => {
      setLanguage(chosen);
      toast(w.profile.saved);
    };
    describe.mutate({ name: name.trim(), language: chosen }, { onSuccess: done });
  };
  return (
    <section className={classes.card} aria-labelledby="profile-title">
      <h2 className={classes.title} id="profile-title">
        {w.profile.title}
      </h2>
      <form className={classes.form} onSubmit={handleSubmit} noValidate>
        {describe.error !== null && <ProblemNotice error={describe.error} />}
        <div className={classes.pair}>
          <TextInput
            label={w.profile.name}
            description={w.profile.nameHint}
            autoComplete="name"
            maxLength={200}
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={name.trim() === ''}
          />
          <TextInput
            label={w.profile.email}
            inputWrapperOrder={['label', 'input']}
            value={account.email}
            readOnly
            variant="filled"
          />
        </div>
        <div>
          <Input.Label labelElement="div" id="account-language">
            {w.profile.language}
          </Input.Label>
          <SegmentedControl
            display="flex"
            w="fit-content"
            data={languages}
            value={chosen}
            onChange={(value) => setChosen(value === 'en' ? 'en' : 'ru')}
            aria-labelledby="account-language"
          />
        </div>
        <div className={classes.row}>
          <Button type="submit" loading={describe.isPending}>
            {w.profile.submit}
          </Button>
        </div>
      </form>
    </section>
  );
}
