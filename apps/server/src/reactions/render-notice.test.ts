import type { Notice } from '@reglament/desk';
import { describe, expect, it } from 'vitest';
import { factsOf, friday, message, monday, staff, statusUrl } from '../testing/notice-case.ts';
import {
  after,
  deskIds,
  engineer,
  messageId,
  proposalId,
  registered,
  type Rules,
  rulesOf,
} from '../testing/told-ticket.ts';
import { renderNotice } from './render-notice.ts';

const answerLine = 'Ответьте на это письмо, чтобы дополнить заявку.';

const registration: Notice = { kind: 'registration', to: 'requester' };

const [alteroffice, centaur, flat, optima, shtrih] = deskIds.map(rulesOf) as [
  Rules,
  Rules,
  Rules,
  Rules,
  Rules,
];

describe('the registration letter', () => {
  const letter = (rules: Rules, told: Parameters<typeof registered>[1], language: 'ru' | 'en' = 'ru') =>
    renderNotice(registration, factsOf(rules, registered(rules, told), told.receivedAt), language);

  it('says the number and the deadline in the desk’s zone, with the promise and its clause', () => {
    const { subject, text, html } = letter(centaur, {
      receivedAt: friday,
      holds: 'basic',
      priority: 'critical',
    });
    expect(subject).toBe('[Центавр №123] Заявка зарегистрирована');
    expect(text).toContain('Номер заявки: 123.');
    expect(text).toContain('Реакция: до пн 23.11.2026, 13:00 (МСК)');
    expect(text).toContain('Обещано: реакция — 4 рабочих часа.');
    expect(text).toContain('Правило CN-TIME');
    expect(text).toContain('Приоритет: Критический (назван вами)');
    expect(text).toContain('Пакет поддержки: Базовый');
    expect(html).toContain('<strong>до пн 23.11.2026, 13:00 (МСК)</strong>');
  });

  it.each([
    ['alteroffice', alteroffice, 'extended', undefined, 'Реакция: до пн 23.11.2026, 08:00 (МСК)'],
    ['centaur', centaur, 'extended', undefined, 'Реакция: до пн 23.11.2026, 13:00 (МСК)'],
    ['optima', optima, '8x5x4', '4', 'Обработка: до пн 23.11.2026, 09:30 (МСК)'],
    ['shtrih-m', shtrih, 'partner', undefined, 'Рассмотрение: до пн 23.11.2026, 16:30 (МСК)'],
  ])('tells the deadline of %s', (_, rules, holds, priority, line) => {
    expect(
      letter(rules, { receivedAt: friday, holds, ...(priority === undefined ? {} : { priority }) }).text,
    ).toContain(line);
  });

  it('tells the FLAT portal’s deadline by priority, and without one says that it depends on it', () => {
    const stated = letter(flat, { receivedAt: friday, holds: '24x7', priority: '1', channel: 'portal' });
    expect(stated.text).toContain('Реакция: до пт 20.11.2026, 19:30 (МСК)');
    const none = letter(flat, { receivedAt: friday, holds: '24x7', channel: 'portal' });
    expect(none.text).toContain('Срок зависит от приоритета');
    expect(none.text).not.toContain('Реакция:');
  });

  it('marks an assumed priority as supposed', () => {
    expect(letter(centaur, { receivedAt: friday, holds: 'basic' }).text).toContain(
      'Приоритет: Средний (предполагаемый',
    );
    expect(letter(optima, { receivedAt: friday, holds: '8x5x4', priority: '2' }).text).toContain(
      'окончательный установим при классификации',
    );
  });

  it('asks for each missing answer with a line to fill in, and for none that is known', () => {
    const { text } = letter(centaur, {
      receivedAt: friday,
      holds: 'basic',
      stated: ['company', 'description'],
    });
    expect(text).toContain('Ответьте на это письмо и заполните строки:\n\nКритичность: \n');
    expect(text).not.toContain('Компания: ');
    const full = letter(centaur, {
      receivedAt: friday,
      holds: 'basic',
      priority: 'low',
      stated: ['company', 'level', 'description'],
    });
    expect(full.text).not.toContain('заполните строки');
  });

  it('names the channels that FLAT has when a letter came, with the limit of the hotline', () => {
    const { subject, text } = letter(flat, { receivedAt: friday, holds: '24x7', priority: '1' });
    expect(subject).toContain('обратитесь другим путём');
    expect(text).toContain('не принимает такие обращения этим путём: электронная почта');
    expect(text).toContain('портал поддержки: https://flat-soft.ru/support/');
    expect(text).toContain('телефон — только приоритет «П1 — критический»: +7 (499) 917-03-64');
    expect(text).toContain('Правило FL-CHAN');
    expect(text).not.toContain('Реакция:');
  });

  it('tells a company without a certificate the clause and the way back', () => {
    const { text } = letter(optima, { receivedAt: friday, holds: 'none' });
    expect(text).toContain(optima.regulation.entitlement.wayBack.ru);
    expect(text).toContain(`Правило ${optima.regulation.entitlement.clause}`);
    expect(text).toContain('8-800-301-01-44');
  });

  it('tells a stranger under which package they are served, or that nothing is promised', () => {
    const served = letter(centaur, { receivedAt: friday, holds: 'stranger' }).text;
    expect(served).toContain('пока обслуживаем по пакету «Базовый»');
    expect(served).toContain('Правило CN-L4');
    const without = letter(shtrih, { receivedAt: friday, holds: 'stranger' }).text;
    expect(without).toContain('срок пока не обещаем');
    expect(without).toContain('номер договора или сертификата');
  });

  it('holds nothing that a stranger typed (R9)', () => {
    const facts = factsOf(centaur, registered(centaur, { receivedAt: friday, holds: 'stranger' }), friday, {
      message: { author: 'canary-author', text: 'canary-text', attachments: ['canary-file'] },
      requester: { name: 'canary-name' },
      staff: { ...staff, subject: 'canary-subject' },
    });
    expect(JSON.stringify(renderNotice(registration, facts, 'ru'))).not.toContain('canary');
  });

  it('speaks English where asked', () => {
    const { subject, text } = letter(
      centaur,
      { receivedAt: friday, holds: 'basic', priority: 'critical' },
      'en',
    );
    expect(subject).toBe('[Centaur №123] Ticket registered');
    expect(text).toContain('Reaction: by Mon 23 Nov 2026, 13:00 (UTC+3)');
    expect(text).not.toMatch(/[а-яё]/iu);
  });
});

describe('later letters', () => {
  const classified = after(
    optima,
    registered(optima, { receivedAt: friday, holds: '8x5x4', priority: '2' }),
    monday,
    {
      type: 'Classify',
      by: engineer,
      ticketType: optima.regulation.ticketTypes[0]?.id ?? '',
      priority: '3',
      reasonMessageId: null,
    },
  );
  const resolved = after(optima, classified, monday, { type: 'Resolve', by: engineer, messageId });

  it('classification: type, priority before and after, reason, execution deadline with its clause', () => {
    const { text } = renderNotice(
      { kind: 'classification', to: 'requester', reasonMessageId: messageId },
      factsOf(optima, classified, monday, { message }),
      'ru',
    );
    expect(text).toContain('Приоритет: Приоритет 3 (был «Приоритет 2»)');
    expect(text).toContain('Обновите **прошивку**.');
    expect(text).toContain('Выполнение: до пт 27.11.2026, 18:00 (МСК)');
    expect(text).toContain('Обещано: выполнение — 4 рабочих дня.');
    expect(text).toContain('Правило OW-TIME');
    expect(text).not.toContain('Обработка:');
  });

  it('reply: the words of staff as Markdown in HTML, as typed in plain text, with the names of files', () => {
    const { subject, text, html } = renderNotice(
      { kind: 'reply', to: 'requester', messageId },
      factsOf(centaur, resolved, monday, { message }),
      'ru',
    );
    expect(subject).toBe('[Центавр №123] Ответ по заявке');
    expect(text).toContain('Анна Смирнова:\n\nОбновите **прошивку**.');
    expect(html).toContain('Обновите <strong>прошивку</strong>.');
    expect(text).toContain('- журнал.txt');
  });

  it('information request: which clock stands still until the answer', () => {
    const waiting = after(optima, classified, monday, {
      type: 'RequestInformation',
      by: engineer,
      messageId,
    });
    const { text } = renderNotice(
      { kind: 'information-request', to: 'requester', messageId },
      factsOf(optima, waiting, monday, { message }),
      'ru',
    );
    expect(text).toContain('отсчёт срока «Выполнение» остановлен');
    expect(text).toContain('заполните строки');
  });

  it('resolution: how to say yes or no, and when it closes by itself', () => {
    const { text } = renderNotice(
      { kind: 'resolution', to: 'requester', messageId },
      factsOf(optima, resolved, monday, { message }),
      'ru',
    );
    expect(text).toContain('«Подтвердить решение»');
    expect(text).toContain('Причину указать обязательно (правило OW-8)');
    expect(text).toContain('закроется сама: пн 07.12.2026, 24:00 (МСК). Правило OW-9');
  });

  it('resolution where the regulation closes nothing: waits for the word', () => {
    const done = after(centaur, registered(centaur, { receivedAt: friday, holds: 'basic' }), monday, {
      type: 'Resolve',
      by: engineer,
      messageId,
    });
    const { text } = renderNotice(
      { kind: 'resolution', to: 'requester', messageId },
      factsOf(centaur, done, monday, { message }),
      'ru',
    );
    expect(text).toContain('Сама заявка не закроется: ждём вашего слова. Правило CN-OWN-CONFIRM');
    expect(text).not.toContain('обязательно');
  });

  it('proposal: the deadline now and after consent', () => {
    const asked = after(
      centaur,
      registered(centaur, { receivedAt: friday, holds: 'basic', priority: 'critical' }),
      friday,
      {
        type: 'ProposePriority',
        by: engineer,
        proposalId,
        priority: 'low',
        messageId,
      },
    );
    const { text } = renderNotice(
      { kind: 'proposal', to: 'requester', messageId, proposalId, priority: 'low' },
      factsOf(centaur, asked, friday, { message }),
      'ru',
    );
    expect(text).toContain('с «Критический» на «Низкий»');
    expect(text).toContain('Реакция: до ср 25.11.2026, 17:00 (МСК); сейчас до пн 23.11.2026, 13:00 (МСК)');
    expect(text).toContain('Без вашего согласия ничего не изменится.');
  });

  it('coverage: served now, by when', () => {
    const { text } = renderNotice(
      { kind: 'coverage', to: 'requester' },
      factsOf(centaur, registered(centaur, { receivedAt: friday, holds: 'extended' }), friday),
      'ru',
    );
    expect(text).toContain('Мы нашли вашу компанию');
    expect(text).toContain('Пакет поддержки: Расширенный');
    expect(text).toContain('Реакция: до пн 23.11.2026, 13:00 (МСК)');
  });

  it('closing warning and closed: midnight is 24:00 of its day; an answer to a closed ticket begins a new one', () => {
    const closesAt = resolved.resolution?.closesAt ?? monday;
    const warned = renderNotice(
      { kind: 'closing-warning', to: 'requester', closesAt },
      factsOf(optima, resolved, monday),
      'ru',
    ).text;
    expect(warned).toContain('пн 07.12.2026, 24:00 (МСК)');
    const closed = after(optima, resolved, monday, {
      type: 'Confirm',
      contactId: resolved.contactId,
      means: 'email',
      messageId: null,
    });
    const { text } = renderNotice({ kind: 'closed', to: 'requester' }, factsOf(optima, closed, monday), 'ru');
    expect(text).toContain('Заявка 123 закрыта, пн 23.11.2026, 11:00 (МСК).');
    expect(text).toContain('заведём новую заявку и свяжем её с этой');
    expect(text).not.toContain(answerLine);
  });

  it('alarms to staff: what is left, the whole reckoning, the way to the ticket, and no link for customers', () => {
    const ticket = registered(centaur, { receivedAt: friday, holds: 'basic', priority: 'critical' });
    const dueAt = ticket.clocks[0]?.dueAt ?? friday;
    const near = renderNotice(
      { kind: 'clock-warning', to: 'staff', clock: 'reaction', dueAt, threshold: '0.5' },
      factsOf(centaur, ticket, monday, { staff }),
      'ru',
    );
    expect(near.subject).toBe('[Центавр №123] Срок близко: реакция, израсходовано 50 %');
    expect(near.text).toContain('Осталось: 2 часа.');
    const ahead = {
      kind: 'clock-warning',
      to: 'staff',
      clock: 'reaction',
      dueAt,
      threshold: 'before:3600000:working-time',
    } as const;
    expect(renderNotice(ahead, factsOf(centaur, ticket, monday, { staff }), 'ru').subject).toBe(
      '[Центавр №123] Срок близко: реакция, до срока 1 час рабочего времени',
    );
    expect(renderNotice(ahead, factsOf(centaur, ticket, monday, { staff }), 'en').text).toContain(
      '1 hour of working time before the deadline',
    );
    expect(near.text).toContain('Тема: Не звонит');
    expect(near.text).toContain('Отсчёт с пн 23.11.2026 09:00');
    expect(near.text).toContain(staff.ticketUrl);
    expect(near.text).not.toContain(statusUrl);
    const missed = renderNotice(
      { kind: 'clock-breach', to: 'staff', clock: 'reaction', dueAt, threshold: '1' },
      factsOf(centaur, ticket, monday, { staff }),
      'ru',
    );
    expect(missed.subject).toContain('Срок пропущен: реакция');
    expect(missed.text).not.toContain('Осталось');
    expect(missed.text).not.toContain('опозданием');
    const late = {
      kind: 'clock-breach',
      to: 'staff',
      clock: 'reaction',
      dueAt,
      threshold: '1',
      lateMs: 7_859_999,
    } as const;
    expect(renderNotice(late, factsOf(centaur, ticket, monday, { staff }), 'ru').text).toContain(
      'с опозданием (2 часа 10 минут): в это время система не работала',
    );
    expect(renderNotice(late, factsOf(centaur, ticket, monday, { staff }), 'en').text).toContain(
      'late (2 hours 10 minutes)',
    );
  });

  it('refuses to write a letter without what it is about', () => {
    expect(() =>
      renderNotice({ kind: 'reply', to: 'requester', messageId }, factsOf(centaur, resolved, monday), 'ru'),
    ).toThrow(/message/);
    expect(() =>
      renderNotice(
        { kind: 'clock-breach', to: 'staff', clock: 'reaction', dueAt: monday, threshold: '1' },
        factsOf(centaur, resolved, monday),
        'ru',
      ),
    ).toThrow(/nobody/);
  });
});
