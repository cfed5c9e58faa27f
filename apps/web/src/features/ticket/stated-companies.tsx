import type { TicketPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandProblem } from './command-problem.tsx';
import classes from './details.module.css';
import { useTicketCommand } from './use-ticket-command.ts';

/** Companies that the request names by a contract, an INN or a name: one press says that it is theirs. */
export function StatedCompanies({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const command = useTicketCommand(page.ticket.number);
  const { statedCompanies, version } = page.ticket;
  if (statedCompanies.length === 0 || !page.allowed.includes('identify')) return null;
  const handleIdentify = (companyId: string) => () =>
    command.mutate({ body: { command: 'identify', companyId }, version });
  return (
    <>
      <p className={classes.small}>{m.who.stated}</p>
      <ul className={classes.list}>
        {statedCompanies.map(({ companyId, name, by, found }) => (
          <li key={companyId}>
            {name}
            <span className={classes.small}>{m.who.statedBy[by](found)}</span>
            <Button
              variant="default"
              size="compact-xs"
              loading={command.isPending}
              onClick={handleIdentify(companyId)}
            >
              {m.who.itIsThem(name)}
            </Button>
          </li>
        ))}
      </ul>
      {command.error !== null && <CommandProblem error={command.error} onDismiss={command.reset} />}
    </>
  );
}
