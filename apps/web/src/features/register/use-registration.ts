import { endpoints, type BodyOf, type CallOptions } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { type KeepingText, useKeptDraft } from '../../api/use-kept-draft.ts';

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

const keeping: KeepingText<RegistrationForm> = {
  read: (kept) => ({ ...emptyForm, ...(kept as Partial<RegistrationForm> | null) }),
  isNothing: (form) => JSON.stringify(form) === JSON.stringify(emptyForm),
  textOf: ({ text }) => text,
  withText: (form, text) => ({ ...form, text }),
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

/** The form, kept until the ticket is registered; it follows its writer to other devices. */
export const useRegistration = () => {
  const { m } = useI18n();
  const { slug, session } = useDesk();
  const writer = session.person.personId;
  const key = `reglament.draft.${writer}.${slug}.new`;
  const {
    value: form,
    setValue: setForm,
    clear,
    other,
  } = useKeptDraft(key, keeping, { side: 'staff', desk: slug, writer, scope: 'new', part: 'form' });
  const client = useQueryClient();
  const navigate = useNavigate();

  const post = useCallback(
    (body: Body, options: CallOptions) =>
      api(endpoints.registerTicket, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post, key);
  const registration = useMutation({
    mutationFn: () => send(bodyOf(form), null),
    onSuccess: async ({ number }) => {
      clear();
      toast(m.register.done(number));
      void client.invalidateQueries({ queryKey: keys.queues(slug) });
      void client.invalidateQueries({ queryKey: keys.counts(slug) });
      await navigate({ to: '/d/$desk/t/$number', params: { desk: slug, number: String(number) } });
    },
  });

  const change = (part: Partial<RegistrationForm>) => setForm((old) => ({ ...old, ...part }));
  return { form, change, other, registration };
};
