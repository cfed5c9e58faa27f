import type { InquiryPage } from '@reglament/contract';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { CommandDialog } from '../ticket/index.ts';
import type { DialogProps } from './inquiry-actions.tsx';
import { useInquiryCommand } from './use-inquiry-command.ts';

type District = NonNullable<InquiryPage['inquiry']['district']>;

/**
 * Where it goes: by the company's district, as the regulation says, or straight to one of its addresses. A choice is written
 * `district:ural` or `address:...`.
 */
export function RouteDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useInquiryCommand(page, onClose);
  const [choice, setChoice] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const byDistrict = page.addressees.some(({ districts }) => districts !== null);
  const goesTo = (district: District) =>
    page.addressees.find(({ districts }) => districts === null || districts.includes(district))?.to ??
    m.inquiries.unrouted;
  const districts = Object.keys(m.companies.districts) as District[];
  const handleSubmit = () => {
    setIsChecked(true);
    const [kind, ...rest] = (choice ?? '').split(':');
    const value = rest.join(':');
    if (kind === 'district') send({ command: 'choose-district', district: value as District });
    if (kind === 'address') send({ command: 'choose-addressee', to: value });
  };
  const missing = isChecked && choice === null && m.inquiries.form.routeMissing;
  return (
    <CommandDialog
      title={m.inquiries.command['choose-district']}
      about={m.inquiries.form.routeAbout}
      submit={m.inquiries.form.save}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      {byDistrict && (
        <Choices
          legend={m.companies.district}
          choices={districts.map((id) => ({
            id: `district:${id}`,
            name: m.companies.districts[id],
            definition: goesTo(id),
            tag: id === page.inquiry.district ? m.inquiries.form.now : null,
          }))}
          value={choice}
          onChange={setChoice}
          error={missing}
        />
      )}
      <Choices
        legend={m.inquiries.form.orAddress}
        choices={page.addressees.map(({ to }) => ({
          id: `address:${to}`,
          name: to,
          tag: to === page.inquiry.addressee ? m.inquiries.form.now : null,
        }))}
        value={choice}
        onChange={setChoice}
        error={!byDistrict && missing}
      />
    </CommandDialog>
  );
}
