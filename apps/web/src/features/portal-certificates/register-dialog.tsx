import { endpoints, type CallOptions } from '@reglament/contract';
import { TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { api } from '../../api/client.ts';
import { Choices } from '../../ui/choices.tsx';
import { toast } from '../../ui/toast.ts';
import { usePortal } from '../portal/index.ts';
import { CompanyField } from './company-field.tsx';
import { PortalForm } from './portal-form.tsx';
import { usePortalDeed } from './use-portal-deed.ts';
import { useCertificateWords } from './use-words.ts';

type What = 'key' | 'certificate';
interface Registration {
  readonly what: What;
  readonly number: string;
  readonly companyId: string | null;
}

/** One more certificate, contract, act or key for one of the customer's companies. */
export function RegisterDialog({
  knowsKeys,
  onClose,
}: {
  readonly knowsKeys: boolean;
  readonly onClose: () => void;
}) {
  const { register: w } = useCertificateWords();
  const { slug, overview } = usePortal();
  const [what, setWhat] = useState<What>(knowsKeys ? 'key' : 'certificate');
  const [number, setNumber] = useState('');
  const [companyId, setCompanyId] = useState(overview.companies[0]?.companyId ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const post = useCallback(
    (body: Registration, options: CallOptions) =>
      api(endpoints.registerPortalNumber, { params: { desk: slug }, body }, options),
    [slug],
  );
  const { send, ...state } = usePortalDeed(post, (placed) => {
    toast(placed.kind === 'kept' ? w.kept(placed.number) : w.done[placed.kind]);
    onClose();
  });
  const isMissing = number.trim() === '';
  const handleSubmit = () => {
    setIsChecked(true);
    if (!isMissing) send({ what, number: number.trim(), companyId: companyId === '' ? null : companyId });
  };
  return (
    <PortalForm title={w.title} submit={w.submit} onSubmit={handleSubmit} onClose={onClose} {...state}>
      {knowsKeys && (
        <Choices
          legend={w.what}
          value={what}
          onChange={(id) => setWhat(id === 'key' ? 'key' : 'certificate')}
          choices={[
            { id: 'key', name: w.key },
            { id: 'certificate', name: w.certificate },
          ]}
        />
      )}
      <TextInput
        data-autofocus
        label={knowsKeys ? w.keyNumber : w.number}
        description={w.hint}
        maxLength={100}
        autoComplete="off"
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={isChecked && isMissing && w.missing}
      />
      <CompanyField label={w.company} value={companyId} onChange={setCompanyId} />
    </PortalForm>
  );
}
