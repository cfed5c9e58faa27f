import { endpoints, type BodyOf, type CallOptions } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';

type Body = BodyOf<typeof endpoints.registerTicket>;

export interface RegistrationForm {
  readonly channel: Body['channel'];
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly companyId: string | null;
  readonly siteId: string | null;
  readonly product: string | null;
  readonly productVersion: string | null;
  readonly subject: string;
  readonly text: string;
  readonly type: string | null;
  readonly priority: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

export const emptyForm: RegistrationForm = {
  channel: 'phone',
  name: '',
  phone: '',
  email: '',
  companyId: null,
  siteId: null,
  product: null,
  productVersion: null,
  subject: '',
  text: '',
  type: null,
  priority: null,
  fields: {},
};

const readForm = (key: string): RegistrationForm => {
  try {
    return { ...emptyForm, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<RegistrationForm>) };
  } catch {
    return emptyForm;
  }
};

export const bodyOf = (form: RegistrationForm): Body => ({
  channel: form.channel,
  requesterEmail: form.email.trim() === '' ? null : form.email.trim(),
  requesterName: form.name.trim(),
  requesterPhone: form.phone.trim(),
  companyId: form.companyId,
  siteId: form.companyId === null ? null : form.siteId,
  product: form.product,
  productVersion: form.product === null ? null : form.productVersion,
  subject: form.subject.trim(),
  text: form.text,
  type: form.type,
  priority: form.priority,
  fields: Object.fromEntries(Object.entries(form.fields).filter(([, value]) => value.trim() !== '')),
  attachments: [],
});

/** The form, kept in this browser until the ticket is registered. */
export const useRegistration = () => {
  const { m } = useI18n();
  const { slug } = useDesk();
  const key = `reglament.draft.${slug}.new`;
  const [form, setForm] = useState(() => readForm(key));
  const client = useQueryClient();
  const navigate = useNavigate();

  useEffect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(form));
    } catch {
      // Without room the form lives as long as the page.
    }
  }, [key, form]);

  const post = useCallback(
    (body: Body, options: CallOptions) =>
      api(endpoints.registerTicket, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post);
  const registration = useMutation({
    mutationFn: () => send(bodyOf(form), null),
    onSuccess: async ({ number }) => {
      setForm(emptyForm);
      toast(m.register.done(number));
      void client.invalidateQueries({ queryKey: keys.queues(slug) });
      void client.invalidateQueries({ queryKey: keys.counts(slug) });
      await navigate({ to: '/d/$desk/t/$number', params: { desk: slug, number: String(number) } });
    },
  });

  const change = (part: Partial<RegistrationForm>) => setForm((old) => ({ ...old, ...part }));
  return { form, change, registration };
};
