import type { MessageId } from '@reglament/desk';
import { describe, expect, it } from 'vitest';
import { factsOf, friday, message } from '../../testing/notice-case.ts';
import { at, registered, rulesOf } from '../../testing/told-ticket.ts';
import { renderNotice } from '../render-notice.ts';

const alteroffice = rulesOf('alteroffice');
const ticket = registered(alteroffice, { receivedAt: friday, holds: 'extended' });
const facts = factsOf(alteroffice, ticket, friday, { message });
const date = at('2026-12-18T00:00+03:00');
const messageId = 'message-1' as MessageId;

describe('a letter about a date', () => {
  it('set by the desk: midnight is the end of its day, the reason stands in it, the clause is cited', () => {
    const notice = {
      kind: 'date-agreed',
      to: 'requester',
      messageId,
      clock: 'planned-fix',
      date,
      means: 'staff',
    } as const;
    const { subject, text } = renderNotice(notice, facts, 'ru');
    expect(subject).toContain('Назначена дата');
    expect(text).toContain('Исправление по плану: до чт 17.12.2026, 24:00 (МСК)');
    expect(text).toContain('Ожидание вашего ответа эту дату не сдвинет.');
    expect(text).toContain('Обновите **прошивку**.');
    expect(text).toContain('Правило AO-4.1-bugfix');
  });

  it('agreed on the phone asks to object if it was not so, in English too', () => {
    const notice = {
      kind: 'date-agreed',
      to: 'requester',
      messageId,
      clock: 'planned-fix',
      date,
      means: 'phone',
    } as const;
    expect(renderNotice(notice, facts, 'ru').text).toContain('Если это не так, ответьте на письмо.');
    const { subject, text } = renderNotice(notice, facts, 'en');
    expect(subject).toContain('The date is agreed');
    expect(text).toContain('Scheduled correction: by Thu 17 Dec 2026, 24:00 (UTC+3)');
    expect(text).toContain('If that is not so, reply to this letter.');
  });
});
