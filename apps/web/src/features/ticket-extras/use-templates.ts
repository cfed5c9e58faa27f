import { endpoints, type ReplyTemplate, type TicketPage } from '@reglament/contract';
import { fillTemplate, type FilledTemplate, parseTemplate, type TemplateValues } from '@reglament/desk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

export const templatesQuery = (desk: string) =>
  queryOptions({
    queryKey: [...keys.desk(desk), 'templates'],
    queryFn: ({ signal }) => api(endpoints.getTemplates, { params: { desk } }, { signal }),
    staleTime: 60_000,
  });

export type Fill = (text: string) => FilledTemplate;

/** Fills texts with what this ticket says; one that can't be read stays as it is. */
export const useFill = ({ ticket }: TicketPage): Fill => {
  const { summary, session, dates } = useDesk();
  const { say, language } = useI18n();
  const values: TemplateValues = {
    'ticket.number': String(ticket.number),
    'ticket.subject': ticket.subject,
    'contact.name': ticket.requester.name,
    'company.name': ticket.company?.name ?? null,
    priority: ticket.priority === null ? null : say(ticket.priority.name),
    package: ticket.package === null ? null : say(ticket.package.name),
    product: ticket.product === null ? null : `${ticket.product.name} ${ticket.product.version ?? ''}`.trim(),
    deadline: ticket.nextDue === null ? null : dates.full(ticket.nextDue.dueAt),
    'me.name': session.person.name,
    'desk.name': say(summary.name),
  };
  return (text) => {
    const parsed = parseTemplate(text);
    return parsed.ok ? fillTemplate(parsed.parts, values, language) : { text, missing: [] };
  };
};

/** Whether it does more than put its text in. */
export const isMacro = ({ say, actions }: Pick<ReplyTemplate, 'say' | 'actions'>): boolean =>
  say !== null || actions.length > 0;

/** Templates whose name has a word that begins so; all before anything is typed. At most twelve. */
export const templatesNamed = (
  query: string,
  templates: readonly ReplyTemplate[],
): readonly ReplyTemplate[] => {
  const wanted = query.toLowerCase();
  return templates
    .filter(({ name }) => wanted === '' || ` ${name.toLowerCase()}`.includes(` ${wanted}`))
    .slice(0, 12);
};

export const useTemplates = (): readonly ReplyTemplate[] => {
  const { slug } = useDesk();
  return useQuery(templatesQuery(slug)).data?.templates ?? [];
};
