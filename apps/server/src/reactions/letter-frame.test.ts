import type { Notice } from '@reglament/desk';
import { describe, expect, it } from 'vitest';
import { factsOf, friday, message, monday, staff, statusUrl } from '../testing/notice-case.ts';
import { messageId, proposalId, registered, rulesOf } from '../testing/told-ticket.ts';
import { renderNotice } from './render-notice.ts';

const answerLine = 'Ответьте на это письмо, чтобы дополнить заявку.';
const centaur = rulesOf('centaur');
const registration: Notice = { kind: 'registration', to: 'requester' };

const ofEveryKind = (): readonly (readonly [string, Notice])[] => [
  ['registration', registration],
  ['coverage', { kind: 'coverage', to: 'requester' }],
  ['reply', { kind: 'reply', to: 'requester', messageId }],
  ['information-request', { kind: 'information-request', to: 'requester', messageId }],
  ['resolution', { kind: 'resolution', to: 'requester', messageId }],
  ['classification', { kind: 'classification', to: 'requester', reasonMessageId: messageId }],
  ['proposal', { kind: 'proposal', to: 'requester', messageId, proposalId, priority: 'low' }],
  ['closing-warning', { kind: 'closing-warning', to: 'requester', closesAt: monday }],
  ['closed', { kind: 'closed', to: 'requester' }],
  [
    'clock-warning',
    { kind: 'clock-warning', to: 'staff', clock: 'reaction', dueAt: monday, threshold: '0.8' },
  ],
  ['clock-breach', { kind: 'clock-breach', to: 'staff', clock: 'reaction', dueAt: monday, threshold: '1' }],
];

describe.each(ofEveryKind())('every letter: %s', (kind, notice) => {
  const attack =
    '<script>__xss()</script><img src=x onerror=__xss()>"\'><svg/onload=__xss()>\r\nBcc: victim@mail.example\u2028\u0000';
  const ticket = registered(centaur, { receivedAt: friday, holds: 'basic', priority: 'critical' });

  it.each(['ru', 'en'] as const)('in %s ends with the way to the ticket', (language) => {
    const { text, html, subject } = renderNotice(
      notice,
      factsOf(centaur, ticket, friday, { message, staff }),
      language,
    );
    const url = notice.to === 'staff' ? staff.ticketUrl : statusUrl;
    expect(text).toContain(`:\n${url}\n`);
    expect(html).toContain(`href="${url}"`);
    expect(subject).toMatch(language === 'ru' ? /^\[Центавр №123\] / : /^\[Centaur №123\] /);
    if (language === 'en')
      expect(
        text
          .replaceAll(message.text, '')
          .replaceAll(/Анна Смирнова|Анна|журнал\.txt|Не звонит|Хитрый Отправитель/gu, ''),
      ).not.toMatch(/[а-яё]/iu);
    if (language === 'ru' && notice.to === 'requester' && kind !== 'closed')
      expect(text).toContain(answerLine);
  });

  it('escapes whatever is in names, words and files, and keeps its header on one line', () => {
    const facts = factsOf(centaur, ticket, friday, {
      message: {
        author: attack,
        text: `${attack}\n\n[a](javascript:__xss()) ![b](https://evil.example/p.png) <a href="javascript:__xss()">c</a>`,
        attachments: [attack],
      },
      staff: { ...staff, recipientName: attack, subject: attack },
      requester: { name: attack },
      deskName: { ru: `Центавр${attack}`, en: attack },
    });
    const { subject, text, html } = renderNotice(notice, facts, 'ru');
    expect(subject).not.toMatch(/[\u0000-\u001f\u2028]/);
    expect(text).not.toContain('\u0000');
    expect(html).not.toMatch(/<(script|img|svg|iframe)/i);
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html).not.toMatch(/<[^>]*(href|src)="javascript:/i);
    expect(html).not.toContain('evil.example/p.png"');
  });
});
