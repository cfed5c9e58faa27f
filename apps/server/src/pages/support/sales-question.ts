import { topicNames } from '@reglament/desk';
import type { AskSales } from '../../use-cases/ask-sales.ts';
import { readTopic } from './buy-page.ts';
import type { ReadFields } from './read-fields.ts';
import type { TypedCompany, TypedPerson } from './understand-registration.ts';

/** What a form asks of sales: the question, and below it who asks, as they say themselves. */
export const salesQuestion = (
  form: ReadFields,
  company: TypedCompany | null,
  { name, email, phone }: TypedPerson,
): Pick<AskSales, 'topic' | 'subject' | 'text' | 'email' | 'name' | 'inn' | 'kpp'> => {
  const topic = readTopic(form);
  const about = topicNames[topic].ru;
  const rows: readonly (readonly [string, string])[] =
    company === null
      ? []
      : [
          ['Компания', company.company],
          ['ИНН', company.inn],
          ['КПП', company.kpp],
          ['Контактное лицо', name],
          ['Телефон', phone],
        ];
  const told = rows.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`);
  return {
    topic,
    subject: `Вопрос со страницы: ${about}`,
    text: [form.text, ...(told.length === 0 ? [] : ['', ...told])].join('\n'),
    email,
    name,
    inn: company?.inn ?? '',
    kpp: company?.kpp ?? '',
  };
};
