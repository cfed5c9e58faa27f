import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import type { ApiKey } from '@reglament/contract';
import { IconBook2, IconKey, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ScreenFailure, ScreenState } from '../../../ui/screen-state.tsx';
import { toast } from '../../../ui/toast.ts';
import { CommandDialog } from '../../ticket/index.ts';
import { SecretDialog } from '../secret-dialog.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import classes from './api-keys.module.css';
import { KeyDialog } from './key-dialog.tsx';
import { useApiKeys, useRevokeKey } from './use-api-keys.ts';

type Open = { readonly kind: 'new' } | { readonly kind: 'made'; readonly key: string | null };

/** Keys by which programs work with the desk. */
export function ApiKeysSection() {
  const { keys: w } = useOutsideWords();
  const { slug } = useDesk();
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <SectionFrame
      title={w.title}
      about={w.about}
      actions={
        <>
          <Button
            renderRoot={(props: object) => <Link to="/d/$desk/api" params={{ desk: slug }} {...props} />}
            variant="default"
            leftSection={<IconBook2 size={15} stroke={1.7} aria-hidden />}
          >
            {w.reference}
          </Button>
          <Button
            leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
            onClick={() => setOpen({ kind: 'new' })}
          >
            {w.create}
          </Button>
        </>
      }
    >
      <Keys />
      {open?.kind === 'new' && (
        <KeyDialog onMade={(key) => setOpen({ kind: 'made', key })} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'made' && (
        <SecretDialog
          title={w.madeTitle}
          about={w.madeAbout}
          secret={open.key}
          repeated={w.repeated}
          onClose={() => setOpen(null)}
        />
      )}
    </SectionFrame>
  );
}

function Keys() {
  const { m } = useI18n();
  const { keys: w } = useOutsideWords();
  const query = useApiKeys();
  if (query.isPending)
    return (
      <div aria-busy>
        <VisuallyHidden>{m.common.loading}</VisuallyHidden>
        {[58, 44, 66].map((width) => (
          <div key={width} className={classes.row}>
            <Skeleton height={15} width={`${width}%`} />
            <Skeleton height={12} width={`${width + 20}%`} />
          </div>
        ))}
      </div>
    );
  if (query.data === undefined)
    return <ScreenFailure title={w.failed} error={query.error} onRetry={() => void query.refetch()} />;
  const all = query.data.pages.flatMap((page) => page.keys);
  if (all.length === 0) return <ScreenState icon={IconKey} title={w.empty} hint={w.emptyHint} />;
  return (
    <>
      <ul className={classes.list}>
        {all.map((key) => (
          <Row key={key.keyId} shown={key} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {w.more}
        </Button>
      )}
    </>
  );
}

/** Rights in words: the area once, with both kinds behind it. */
const scopeWords = (scopes: ApiKey['scopes'], w: ReturnType<typeof useOutsideWords>['keys']): string =>
  (Object.keys(w.areas) as (keyof typeof w.areas)[])
    .flatMap((area) => {
      const kinds = (['read', 'write'] as const).filter((kind) => scopes.includes(`${area}:${kind}`));
      const said = kinds.map((kind) => w[kind].toLowerCase()).join(', ');
      return kinds.length === 0 ? [] : [`${w.areas[area]}: ${said}`];
    })
    .join(' · ');

function Row({ shown }: { readonly shown: ApiKey }) {
  const { keys: w } = useOutsideWords();
  const { dates } = useDesk();
  const [isRevoking, setIsRevoking] = useState(false);
  return (
    <li className={classes.row} data-state={shown.state}>
      <div className={classes.head}>
        <span className={classes.name}>{shown.name}</span>
        <code className={classes.prefix}>{shown.prefix}…</code>
        {shown.state !== 'active' && (
          <span className={classes.state} data-state={shown.state}>
            {w.states[shown.state]}
          </span>
        )}
        {shown.state === 'active' && (
          <Button
            className={classes.revoke}
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={w.revokeKey(shown.name)}
            onClick={() => setIsRevoking(true)}
          >
            {w.revoke}
          </Button>
        )}
      </div>
      <p className={classes.rights}>
        {w.roles[shown.role]} — {scopeWords(shown.scopes, w)}
      </p>
      <p className={classes.quiet}>
        <span title={w.madeBy(shown.createdBy, dates.full(shown.createdAt))}>
          {shown.lastUsedAt === null ? w.usedNever : `${w.used} ${dates.full(shown.lastUsedAt)}`}
        </span>
        <span>{shown.expiresAt === null ? w.noEnd : `${w.until} ${dates.date(shown.expiresAt)}`}</span>
        <span>{w.madeBy(shown.createdBy, dates.date(shown.createdAt))}</span>
      </p>
      {isRevoking && <RevokeDialog shown={shown} onClose={() => setIsRevoking(false)} />}
    </li>
  );
}

function RevokeDialog({ shown, onClose }: { readonly shown: ApiKey; readonly onClose: () => void }) {
  const { keys: w } = useOutsideWords();
  const revoke = useRevokeKey(shown.keyId);
  const handleSubmit = () =>
    revoke.mutate(undefined, {
      onSuccess: () => {
        toast(w.revoked);
        onClose();
      },
    });
  return (
    <CommandDialog
      title={w.revokeKey(shown.name)}
      about={w.revokeAbout}
      submit={w.revoke}
      isPending={revoke.isPending}
      error={revoke.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    />
  );
}
