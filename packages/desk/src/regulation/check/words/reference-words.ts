import type { Text } from '../../regulation.ts';
import { error, listed, type FindingKind } from './finding-kind.ts';

type Reference = FindingKind<'value' | 'near' | 'known'>;

/** What looks like several in a row is told how those are written. */
const isRange = (value: string): boolean => value.includes('-');

const unknown = (ru: string, en: string, also: Text = { ru: '', en: '' }): Reference =>
  error(({ value, near, known }) => {
    const all = listed(known);
    return {
      ru: `«${value}»: ${ru} в регламенте нет${near === '' ? '' : `; может быть, ${near}?`}; есть: ${all.ru}${isRange(value) ? also.ru : ''}`,
      en: `"${value}": the regulation has no such ${en}${near === '' ? '' : `; did you mean ${near}?`}; there are: ${all.en}${isRange(value) ? also.en : ''}`,
    };
  });

/** A name that the file doesn't define. */
export const referenceWords = {
  'unknown-schedule': unknown('такого графика', 'schedule'),
  'unknown-package': unknown('такого пакета', 'package'),
  'unknown-priority': unknown('такого приоритета', 'priority', {
    ru: '; несколько подряд — через дефис, по имени или рангу: первый-последний, 1-3',
    en: '; several in a row with a hyphen, by name or rank: first-last, 1-3',
  }),
  'unknown-clause': unknown('такого пункта', 'clause'),
  'unknown-type': unknown('такого вида заявок', 'type of ticket'),
  'unknown-clock': unknown('такого отсчёта', 'clock'),
  'unknown-calendar': unknown('такого производственного календаря', 'production calendar'),
  'unknown-service': unknown('такой услуги', 'service'),
  'unknown-company-role': unknown('такого статуса компаний', 'company role'),
  'unknown-installation-type': unknown('такого вида установок', 'installation type'),
  'unknown-channel': unknown('такого канала', 'channel'),
  'unknown-line': unknown('такой линии', 'line'),
  'unknown-named-person': unknown('такого человека', 'named person'),
  'unknown-zone': error<'value'>(({ value }) => ({
    ru: `«${value}» — не часовой пояс IANA: напишите, например, Europe/Moscow`,
    en: `"${value}" is not an IANA time zone: write, for example, Europe/Moscow`,
  })),
} as const;
