import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { IssueDialog, mayChange, useCertificates } from '../certificates/index.ts';
import { CommandDialog } from '../ticket/index.ts';
import type { DialogProps } from './inquiry-actions.tsx';
import { useInquiryCommand } from './use-inquiry-command.ts';

/** Sold: the certificate that came of it, issued from here or issued before, and the partner that sold it. */
export function WonDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const { company } = page.inquiry;
  const { send, ...state } = useInquiryCommand(page, onClose);
  const [certificateId, setCertificateId] = useState('');
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const [isIssuing, setIsIssuing] = useState(false);
  const list = useCertificates(
    slug,
    { view: 'all', search: '', companyId: company?.companyId ?? '' },
    company !== null,
  );
  const certificates = list.data?.pages.flatMap((one) => one.certificates) ?? [];
  if (isIssuing && company !== null)
    return (
      <IssueDialog
        companyId={company.companyId}
        onClose={() => setIsIssuing(false)}
        onIssued={async (issued) => {
          await list.refetch();
          setCertificateId(issued);
        }}
      />
    );
  return (
    <CommandDialog
      title={m.inquiries.command['close-won']}
      about={m.inquiries.form.wonAbout}
      submit={m.inquiries.form.close}
      onSubmit={() =>
        send({
          command: 'close-won',
          certificateId: certificateId === '' ? null : certificateId,
          partnerId,
        })
      }
      onClose={onClose}
      {...state}
    >
      {company === null ? (
        <p>{m.inquiries.form.noCompanyYet}</p>
      ) : (
        <>
          <NativeSelect
            data-autofocus
            label={m.inquiries.page.certificate}
            value={certificateId}
            onChange={(event) => setCertificateId(event.currentTarget.value)}
            data={[
              { value: '', label: m.inquiries.form.noCertificate },
              ...certificates.map((one) => ({
                value: one.certificateId,
                label: `${one.number} · ${m.certificates.state[one.state]}`,
              })),
            ]}
          />
          {mayChange(summary.role) && (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} stroke={1.7} />}
              onClick={() => setIsIssuing(true)}
            >
              {m.certificates.issue}
            </Button>
          )}
        </>
      )}
      {page.partnersSell && (
        <CompanySelect
          label={m.inquiries.page.partner}
          description={m.inquiries.form.partnerHint}
          value={partnerId}
          onChange={setPartnerId}
        />
      )}
    </CommandDialog>
  );
}
