import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { TemplateFacts } from '../store/queries/reply-templates.ts';
import { insertTemplate } from '../store/reply-templates.ts';
import type { Context } from '../use-cases/context.ts';

/** What any desk answers every day; the rest is its own. */
const templates: readonly TemplateFacts[] = [
  {
    name: 'Взяли в работу',
    text: 'Здравствуйте, {{contact.name}}!\n\nЗаявка № {{ticket.number}} у меня. Проверю и напишу, что нашёл.\n\n{{me.name}}, {{desk.name}}',
    say: null,
    actions: [],
  },
  {
    name: 'Как повторить',
    text: 'Здравствуйте, {{contact.name}}!\n\nЧтобы повторить это у себя, нужны версия программы, шаги по порядку и текст ошибки или снимок экрана.\n\n{{me.name}}, {{desk.name}}',
    say: null,
    actions: [],
  },
  {
    name: 'Проверьте решение',
    text: 'Здравствуйте, {{contact.name}}!\n\nПроверьте, пожалуйста, помогло ли. Если нет, ответьте на это письмо: заявка продолжится.\n\n{{me.name}}, {{desk.name}}',
    say: null,
    actions: [],
  },
];

/** Templates of the desk in common, so that `/` in an answer offers something on the first day. */
export const layOutTemplates = (context: Context, deskId: DeskId, at: Instant): Promise<void> =>
  context.db.inDesk(deskId, async (q) => {
    for (const facts of templates)
      await insertTemplate(q, deskId, { ...facts, templateId: context.newId(), ownerId: null, at });
  });
