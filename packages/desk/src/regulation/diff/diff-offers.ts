import { channelNames } from '../channel-names.ts';
import type { Package, Regulation, ServiceLevel, Text } from '../regulation.ts';
import { both, type TableDifference } from './difference.ts';
import { type Cell, groupCells } from './group-cells.ts';
import { named } from './value-words.ts';

const LEVELS: Readonly<Record<ServiceLevel, Text>> = {
  yes: { ru: 'да', en: 'yes' },
  no: { ru: 'нет', en: 'no' },
  paid: { ru: 'платно', en: 'paid' },
  agreement: { ru: 'по соглашению', en: 'by agreement' },
  conditional: { ru: 'при условии', en: 'on a condition' },
};

const channelWords = (
  regulation: Regulation,
  { channel, priorities }: Package['channels'][number],
  language: 'ru' | 'en',
): string => {
  const name = channelNames[channel][language];
  if (priorities === null) return name;
  const which = priorities.map((id) => named(regulation.priorities, id, language)).join(', ');
  return `${name} (${which})`;
};

/** "Extended: channels: telephone is new; e-mail is gone". */
export const diffChannels = (before: Regulation, after: Regulation): readonly TableDifference[] =>
  after.packages.flatMap((is): readonly TableDifference[] => {
    const was = before.packages.find(({ id }) => id === is.id);
    if (was === undefined) return [];
    const list = (regulation: Regulation, of: Package, language: 'ru' | 'en') =>
      of.channels.map((one) => channelWords(regulation, one, language));
    const says = both((language) => {
      const [old, now] = [list(before, was, language), list(after, is, language)];
      const added = now.filter((one) => !old.includes(one));
      const gone = old.filter((one) => !now.includes(one));
      const words = [
        ...(added.length === 0 ? [] : [`+ ${added.join(', ')}`]),
        ...(gone.length === 0 ? [] : [`− ${gone.join(', ')}`]),
      ];
      return words.length === 0
        ? ''
        : `${is.name[language]}: ${{ ru: 'каналы', en: 'channels' }[language]}: ${words.join('; ')}`;
    });
    return says.en === '' && says.ru === ''
      ? []
      : [
          {
            kind: 'channels',
            path: `/packages/${is.id}/channels`,
            tells: [`/packages/${is.id}/channels`],
            clause: is.channelsClause,
            says,
          },
        ];
  });

interface LevelCell extends Cell {
  readonly from: ServiceLevel;
  readonly to: ServiceLevel;
}

/** "On-site visit: basic: no → yes": the matrix of services, cell by cell. */
export const diffServices = (before: Regulation, after: Regulation): readonly TableDifference[] =>
  after.services.flatMap((is) => {
    const was = before.services.find(({ id }) => id === is.id);
    if (was === undefined) return [];
    const cells = after.packages.flatMap(({ id: packageId }): readonly LevelCell[] => {
      const [from, to] = [was.packages[packageId], is.packages[packageId]];
      return from === undefined || to === undefined || from === to
        ? []
        : [{ packageId, priority: null, change: `${from} > ${to}`, from, to }];
    });
    return groupCells(cells).map(({ packages, first }): TableDifference => ({
      kind: 'services',
      path: `/services/${is.id}/packages`,
      tells: [`/services/${is.id}/packages`],
      clause: is.clause,
      says: both((language) => {
        const whom =
          packages.length === after.packages.length && packages.length > 1
            ? { ru: 'все пакеты', en: 'all packages' }[language]
            : packages.map((id) => named(after.packages, id, language)).join(', ');
        return `${is.name[language]}: ${whom}: ${LEVELS[first.from][language]} → ${LEVELS[first.to][language]}`;
      }),
    }));
  });
