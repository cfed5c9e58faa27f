import type { TicketCommandBody, TicketPage } from '@reglament/contract';
import { useTicketCommand } from './use-ticket-command.ts';

/** A command of a dialog: sent with the version on the screen, the dialog closes when it is done. */
export const useDialogCommand = (page: TicketPage, onClose: () => void) => {
  const command = useTicketCommand(page.ticket.number);
  return {
    isPending: command.isPending,
    error: command.error,
    send: (body: TicketCommandBody) =>
      command.mutate({ body, version: page.ticket.version }, { onSuccess: onClose }),
  };
};
