import type { BulkAction } from '@reglament/contract';
import { Button, Menu } from '@mantine/core';
import { IconListCheck, IconTag, IconUserCheck, IconUserShare, IconX } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import classes from './bulk-bar.module.css';
import { PART_SIZE } from './bulk-runner.ts';
import { useBulk } from './use-bulk.ts';
import { useFilterChoices } from './use-filter-choices.ts';
import type { Selection } from './use-selection.ts';
import type { WholeView } from './use-whole-view.ts';

/** Who answers customers comes first. */
const byRole = ['engineer', 'dispatcher', 'lead', 'administrator', 'sales'] as const;

interface Props {
  readonly selection: Selection;
  readonly whole: WholeView;
  /** More than one request takes: done before the eyes of whoever asked. */
  readonly onMany: (action: BulkAction, numbers: readonly number[]) => void;
}

/** What can be done to the chosen rows, below the list. */
export function BulkBar({ selection, whole, onMany }: Props) {
  const { m } = useI18n();
  const { session } = useDesk();
  const bulk = useBulk(selection.clear);
  const choices = useFilterChoices(true);
  const { numbers } = selection;
  const act = (action: BulkAction) => {
    if (numbers.length <= PART_SIZE) return bulk.mutate({ action, numbers });
    selection.clear();
    onMany(action, numbers);
  };
  const isAllOffered = whole.count !== null && whole.count > numbers.length;
  const people = byRole.flatMap((role) => choices.people.filter((one) => one.role === role));
  return (
    <div className={classes.bar} role="toolbar" aria-label={m.bulk.title}>
      <span className={classes.count} role="status">
        {m.bulk.chosen(numbers.length)}
      </span>
      {isAllOffered && (
        <Button
          variant="subtle"
          leftSection={<IconListCheck size={15} stroke={1.7} aria-hidden />}
          loading={whole.isPending}
          onClick={whole.choose}
        >
          {whole.isMore ? m.bulk.chooseFirst(whole.count) : m.bulk.chooseAll(whole.count)}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconUserCheck size={15} stroke={1.7} aria-hidden />}
        loading={bulk.isPending}
        onClick={() => act({ kind: 'take' })}
      >
        {m.bulk.take}
      </Button>
      <Menu position="top-start" width={300}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconUserShare size={15} stroke={1.7} aria-hidden />}>
            {m.bulk.assign}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          {people.map(({ personId, name, role }) => (
            <Menu.Item
              key={personId}
              rightSection={<span className={classes.role}>{m.workspace.roles[role]}</span>}
              onClick={() => act({ kind: 'assign', personId })}
            >
              {personId === session.person.personId ? m.assign.me(name) : name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => act({ kind: 'assign', personId: null })}>{m.assign.nobody}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {choices.tag.length > 0 && (
        <Menu position="top-start" width={240}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconTag size={15} stroke={1.7} aria-hidden />}>
              {m.bulk.tag}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.menu}>
            {choices.tag.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => act({ kind: 'tag', add: [id], remove: [] })}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button
        className={classes.clear}
        variant="subtle"
        color="gray"
        leftSection={<IconX size={15} stroke={1.7} aria-hidden />}
        onClick={selection.clear}
      >
        {m.bulk.clear}
      </Button>
    </div>
  );
}
