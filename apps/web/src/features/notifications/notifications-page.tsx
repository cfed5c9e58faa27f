import type { NotificationSettings, NotificationTheme } from '@reglament/contract';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../desk/desk-context.tsx';
import { notifications as en } from '../../i18n/en/notifications.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { type NotificationWords, notifications as ru } from '../../i18n/ru/notifications.ts';
import { KeptCheckbox } from '../../ui/kept-checkbox.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageScroll } from '../../ui/page-scroll.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ScreenFailure } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './notifications-page.module.css';
import { settingsQuery, useChangeSettings } from './use-settings.ts';

const catalogues: Readonly<Record<'ru' | 'en', NotificationWords>> = { ru, en };
const themes = [
  'mentioned',
  'assigned',
  'replied',
  'followed',
  'deadline',
] as const satisfies readonly NotificationTheme[];

/** How a person of the staff wants to be told at this desk. */
export function NotificationsPage() {
  const { language } = useI18n();
  const w = catalogues[language];
  const { slug } = useDesk();
  const { data, error, refetch } = useQuery(settingsQuery(slug));
  usePageTitle(w.title);
  return (
    <>
      <PageHead title={w.title} about={w.about} />
      <PageScroll>
        {data !== undefined && <Choices w={w} settings={data} />}
        {data === undefined && error !== null && (
          <ScreenFailure title={w.failed} error={error} onRetry={() => void refetch()} />
        )}
        {data === undefined && error === null && <Loading />}
      </PageScroll>
    </>
  );
}

function Loading() {
  return (
    <Waiting className={classes.body}>
      <Skeleton height={420} radius="lg" />
    </Waiting>
  );
}

function Choices({
  w,
  settings,
}: {
  readonly w: NotificationWords;
  readonly settings: NotificationSettings;
}) {
  const { slug, session } = useDesk();
  const change = useChangeSettings(slug);
  return (
    <div className={classes.body}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{w.theme}</th>
            <th scope="col" className={classes.choice}>
              {w.inPage}
            </th>
            <th scope="col" className={classes.choice}>
              {w.byMail}
            </th>
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => {
            const telling = settings[theme];
            const name = w.themes[theme];
            return (
              <tr key={theme}>
                <th scope="row">
                  <span className={classes.name}>{name}</span>
                  <span className={classes.hint}>{w.hints[theme]}</span>
                </th>
                <td className={classes.choice}>
                  <KeptCheckbox
                    aria-label={w.inPageOf(name)}
                    checked={telling.inPage}
                    onKeep={(isOn) => change.mutateAsync({ [theme]: { ...telling, inPage: isOn } })}
                  />
                </td>
                <td className={classes.choice}>
                  <KeptCheckbox
                    aria-label={w.byMailOf(name)}
                    checked={telling.byMail}
                    onKeep={(isOn) => change.mutateAsync({ [theme]: { ...telling, byMail: isOn } })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {change.error !== null && <ProblemNotice error={change.error} />}
      <p className={classes.note}>{w.mailHint(session.person.email)}</p>
      <p className={classes.note}>{w.always}</p>
    </div>
  );
}
