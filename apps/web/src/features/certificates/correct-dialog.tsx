import type { CertificateCommandInput, CertificatePage } from '@reglament/contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { dayOf } from './day-of.ts';
import { OrderFields } from './order-fields.tsx';
import { draftOf, emptyOrder, type OrderForm, soldUnder } from './order-form.ts';
import { ReasonField } from './reason-dialog.tsx';
import { useCertificateCommand } from './use-certificate-command.ts';

interface Props {
  readonly page: CertificatePage;
  readonly onClose: () => void;
}

type Changes = Extract<CertificateCommandInput, { readonly command: 'correct' }>['changes'];

const HOUR_MS = 3_600_000;

const formOf = ({ certificate }: CertificatePage, zone: string): OrderForm => ({
  ...emptyOrder(null),
  packageId: certificate.package.id,
  number: certificate.number,
  term: certificate.term === null ? '' : `${certificate.term.count} ${certificate.term.unit}`,
  quantity: certificate.quantity?.toString() ?? '',
  namedStart: certificate.namedStart === null ? '' : dayOf(zone, Date.parse(certificate.namedStart)),
  dates: Object.fromEntries(certificate.dates.map(({ event, at }) => [event, dayOf(zone, Date.parse(at))])),
  products: certificate.products ?? [],
  installationType: certificate.installationType?.id ?? '',
  productVersion: certificate.productVersion ?? '',
  productOrder: certificate.productOrder ?? '',
  payment: certificate.payment ?? '',
  bought: certificate.bought.map(({ id }) => id),
  people: Object.fromEntries(certificate.people.map(({ role, personId }) => [role.id, personId])),
  visits: certificate.visitsPerTicket?.toString() ?? '',
  figures: Object.fromEntries(certificate.figures.map(({ clock, ms }) => [clock, String(ms / HOUR_MS)])),
});

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Only what was changed: dates that stay, stay to the instant. */
const changesOf = (
  before: OrderForm,
  after: OrderForm,
  sold: NonNullable<ReturnType<typeof soldUnder>>,
): Changes => {
  const [was, is] = [draftOf(before, sold), draftOf(after, sold)];
  const dates = sold.events
    .filter((event) => was.dates[event] !== is.dates[event])
    .map((event) => [event, is.dates[event] ?? null] as const);
  return {
    ...(was.number === is.number ? {} : { number: is.number }),
    ...(differs(was.term, is.term) ? { term: is.term } : {}),
    ...(was.quantity === is.quantity ? {} : { quantity: is.quantity }),
    ...(was.namedStart === is.namedStart ? {} : { namedStart: is.namedStart }),
    ...(differs(was.figures, is.figures) ? { figures: is.figures } : {}),
    ...(differs(was.products, is.products)
      ? { products: is.products === null ? null : [...is.products] }
      : {}),
    ...(was.installationType === is.installationType ? {} : { installationType: is.installationType }),
    ...(was.productOrder === is.productOrder ? {} : { productOrder: is.productOrder ?? null }),
    ...(was.payment === is.payment ? {} : { payment: is.payment ?? null }),
    ...(was.productVersion === is.productVersion ? {} : { productVersion: is.productVersion ?? null }),
    ...(differs(was.bought, is.bought) ? { bought: [...is.bought] } : {}),
    ...(differs(was.people, is.people) ? { people: { ...is.people } } : {}),
    ...(was.visitsPerTicket === is.visitsPerTicket ? {} : { visitsPerTicket: is.visitsPerTicket }),
    ...(dates.length === 0 ? {} : { dates: Object.fromEntries(dates) }),
  };
};

/** Puts right what was entered wrongly: both stay in the history, with the reason. */
export function CorrectDialog({ page, onClose }: Props) {
  const { m } = useI18n();
  const { regulation, zone } = useDesk();
  const { send, ...state } = useCertificateCommand(page, onClose);
  const [before] = useState(() => formOf(page, page.certificate.zone ?? zone));
  const [form, setForm] = useState(before);
  const standing = new Map(page.certificate.people.map(({ personId, name }) => [personId, name]));
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const sold = regulation === null ? null : soldUnder(regulation, page.certificate.package.id);
  if (regulation === null || sold === null) return null;
  const change = (changes: Partial<OrderForm>) => setForm((now) => ({ ...now, ...changes }));
  const handleSubmit = () => {
    setIsChecked(true);
    if (reason.trim() === '' || form.number.trim() === '') return;
    send({ command: 'correct', changes: changesOf(before, form, sold), reason: reason.trim() });
  };
  return (
    <CommandDialog
      title={`${m.certificates.command.correct} ${page.certificate.number}`}
      submit={m.certificates.command.correct}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      <TextInput
        label={m.certificates.form.number}
        maxLength={100}
        value={form.number}
        onChange={(event) => change({ number: event.currentTarget.value })}
        error={isChecked && form.number.trim() === '' && m.certificates.form.numberMissing}
      />
      <OrderFields
        form={form}
        sold={sold}
        counts={regulation.certificates?.covers?.quantity ?? 'not-counted'}
        onChange={change}
        standing={standing}
      />
      <ReasonField reason={reason} onChange={setReason} isMissing={isChecked && reason.trim() === ''} />
    </CommandDialog>
  );
}
