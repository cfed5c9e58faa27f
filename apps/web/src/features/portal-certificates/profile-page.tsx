import { endpoints, type PortalProfile } from '@reglament/contract';
import { Button, NativeSelect, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Language } from '../../i18n/language.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ScreenFailure } from '../../ui/screen-state.tsx';
import { portalKeys, PortalScreen, usePortal } from '../portal/index.ts';
import { Box } from './box.tsx';
import shared from './certificates.module.css';
import classes from './profile-page.module.css';
import { LettersSection } from './letters-section.tsx';
import { zoneLabel, zonesAround } from './time-zones.ts';
import { useChangeProfile } from './use-change-profile.ts';
import { useCertificateWords } from './use-words.ts';

const useProfile = (desk: string) =>
  useQuery({
    queryKey: [...portalKeys.portal(desk), 'profile'],
    queryFn: ({ signal }) => api(endpoints.getPortalProfile, { params: { desk } }, { signal }),
  });

/** How the customer is called, reached and written to. */
export function ProfilePage() {
  const { profile: w } = useCertificateWords();
  const { slug } = usePortal();
  const { m } = useI18n();
  const { data, error, refetch } = useProfile(slug);
  return (
    <PortalScreen title={w.title} about={w.about}>
      {data !== undefined && (
        <div className={classes.profile}>
          <PersonSection profile={data} />
          <div className={classes.stack}>
            <LettersSection profile={data} />
            <SecuritySection />
          </div>
        </div>
      )}
      {data === undefined && error !== null && (
        <ScreenFailure title={w.failed} error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && (
        <div className={classes.profile} role="status">
          <VisuallyHidden>{m.common.loading}</VisuallyHidden>
          <Skeleton height={320} radius="md" />
          <Skeleton height={200} radius="md" />
        </div>
      )}
    </PortalScreen>
  );
}

interface Props {
  readonly profile: PortalProfile;
}

function PersonSection({ profile }: Props) {
  const { profile: w } = useCertificateWords();
  const { language: shown } = useI18n();
  const [name, setName] = useState(profile.name);
  const [phone, setPhone] = useState(profile.phone);
  const [language, setLanguage] = useState<Language>(profile.language ?? shown);
  const [zone, setZone] = useState(profile.zone ?? '');
  const change = useChangeProfile();
  const isMissing = name.trim() === '';
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isMissing) return;
    change.mutate(
      { name: name.trim(), phone: phone.trim(), language, zone: zone === '' ? null : zone },
      { onSuccess: (kept) => setPhone(kept.phone) },
    );
  };
  return (
    <Box title={w.person}>
      <form className={shared.form} onSubmit={handleSubmit} noValidate>
        <TextInput
          label={w.name}
          maxLength={200}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isMissing && w.nameMissing}
        />
        <TextInput
          label={w.email}
          description={w.emailHint}
          value={profile.email}
          readOnly
          variant="filled"
        />
        <TextInput
          label={w.phone}
          description={w.phoneHint}
          type="tel"
          maxLength={40}
          autoComplete="tel"
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
          error={isPhoneFault(change.error) && w.phoneWrong}
        />
        <NativeSelect
          label={w.language}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value === 'en' ? 'en' : 'ru')}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
        />
        <NativeSelect
          label={w.zone}
          description={w.zoneHint}
          value={zone}
          onChange={(event) => setZone(event.currentTarget.value)}
          data={[
            { value: '', label: w.zoneOfDesk(zoneLabel(profile.deskZone)) },
            ...zonesAround(profile.zone).map((value) => ({ value, label: zoneLabel(value) })),
          ]}
        />
        <Companies profile={profile} />
        {change.error !== null && !isPhoneFault(change.error) && <ProblemNotice error={change.error} />}
        <div>
          <Button type="submit" loading={change.isPending}>
            {w.save}
          </Button>
        </div>
      </form>
    </Box>
  );
}

const isPhoneFault = (error: Error | null): boolean =>
  error !== null &&
  'problem' in error &&
  (error.problem as { errors?: { pointer: string }[] }).errors?.[0]?.pointer === '/phone';

function Companies({ profile }: Props) {
  const { profile: w } = useCertificateWords();
  return (
    <div>
      <p className={shared.dim}>{w.companies}</p>
      <ul className={shared.lines}>
        {profile.companies.map(({ companyId, name, role }) => (
          <li key={companyId}>
            {name}
            {role === 'supervisor' && <span className={shared.dim}> ({w.supervisor})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Their way in is the same at every desk: it has a page of its own. */
function SecuritySection() {
  const { profile: w } = useCertificateWords();
  return (
    <Box title={w.security}>
      <p className={shared.dim}>{w.securityHint}</p>
      <Link to="/account" className={shared.link}>
        {w.toSecurity}
      </Link>
    </Box>
  );
}
