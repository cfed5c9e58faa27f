import type { PortalTicketForm } from '@reglament/contract';
import { Button, TextInput } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePortal } from '../portal/index.ts';
import { certificateField } from './asked-fields.ts';
import classes from './preview-card.module.css';
import type { NewTicket } from './use-new-ticket.ts';
import { useTicketWords } from './use-words.ts';

const LONGEST_NUMBER = 500;

interface Props {
  readonly certificate: NonNullable<PortalTicketForm['companies'][number]['certificate']>;
  readonly ticket: NewTicket;
}

/** What a regulation asks by number and the desk knows already: told with where it is from, and can be said otherwise. */
export function KnownCertificate({ certificate, ticket }: Props) {
  const { preview: w } = useTicketWords();
  const { say } = useI18n();
  const { facts, change } = ticket;
  const field = certificateField(usePortal().overview.regulation, facts.type);
  if (field === null) return null;
  const { [field.id]: other, ...others } = facts.fields;
  if (other !== undefined)
    return (
      <div className={classes.other}>
        <TextInput
          label={say(field.name)}
          autoFocus={other === ''}
          maxLength={LONGEST_NUMBER}
          value={other}
          onChange={(event) => change({ fields: { ...facts.fields, [field.id]: event.currentTarget.value } })}
        />
        <Button variant="subtle" size="compact-sm" onClick={() => change({ fields: others })}>
          {w.keepKnown(certificate.number)}
        </Button>
      </div>
    );
  return (
    <div className={classes.known}>
      <span className={classes.knownName}>{say(field.name)}</span>
      <b>{w.held(certificate.number, say(certificate.package))}</b>
      <span className={classes.source}>
        {w.knownFrom}
        <button
          type="button"
          className={classes.otherButton}
          onClick={() => change({ fields: { ...facts.fields, [field.id]: '' } })}
        >
          {w.other}
        </button>
      </span>
    </div>
  );
}
