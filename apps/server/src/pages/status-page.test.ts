import type { ProposalId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { keyOf, type Sent, statusBrowser, type StatusBrowser } from '../testing/status-browser.ts';
import { openCase, staffDoes, type StatusCase } from '../testing/status-case.ts';

let server: TestServer;
let customer: StatusBrowser;

beforeAll(async () => {
  server = await startTestServer();
  customer = statusBrowser(server);
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

describe('answering', () => {
  it('joins the conversation with its files, once however often it is sent', async () => {
    const found = await openCase(server.opened, { slug: 'optima', packageId: '8x5x4', priority: '2' });
    await customer.classify(found, '2');
    await staffDoes(
      server.opened,
      found,
      { type: 'RequestInformation' },
      { kind: 'information-request', text: 'Какая версия?' },
    );
    const key = keyOf(await customer.page(found.path));
    const sent = {
      text: 'Версия 4.2\u0000 \ud800',
      key,
      files: [['..\\..\\снимок\u202egnp.exe', Buffer.from('png')]] as const,
    };
    const [first, second] = await Promise.all([
      customer.send(found.path, 'answer', sent),
      customer.send(found.path, 'answer', sent),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get('location')).toBe(`${found.path}?done=answer`);
    const messages = await customer.messagesOf(found);
    expect(messages.filter(({ kind }) => kind === 'customer')).toHaveLength(2);
    expect(messages.at(-1)).toEqual({ kind: 'customer', text: 'Версия 4.2 \ufffd', files: 1 });
    expect((await customer.stateOf(found)).state).toBe('in-progress');
    const text = await customer.page(`${found.path}?done=answer`);
    expect(text).toContain('Ответ отправлен.');
    expect(text).toContain('>снимокgnp.exe</a>');
    const other = await customer.send(found.path, 'answer', { text: 'Другое', key });
    expect(other.status).toBe(422);
    const shown = await other.text();
    expect(shown).toContain('уже отправлен');
    expect(shown).toContain('\nДругое</textarea>');
    expect(keyOf(shown)).not.toBe(key);
  });

  it('reads answers to the intake questions in it, as in a letter', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    expect((await customer.stateOf(found)).body.missingFields).toContain('level');
    expect((await customer.send(found.path, 'answer', { text: 'Критичность: критический' })).status).toBe(
      303,
    );
    expect((await customer.stateOf(found)).body).toMatchObject({ priority: 'critical', missingFields: [] });
  });

  it('to a closed ticket registers a new one, linked, and says its number', async () => {
    const found = await customer.resolvedOptima();
    await customer.send(found.path, 'confirm');
    const key = keyOf(await customer.page(found.path));
    const sent = {
      text: 'Снова не работает\nкак прежде',
      key,
      files: [['a.txt', Buffer.from('a')]] as const,
    };
    const response = await customer.send(found.path, 'answer', sent);
    const location = response.headers.get('location') ?? '';
    const number = Number(/n=(\d+)/.exec(location)?.[1]);
    expect(number).toBeGreaterThan(found.number);
    expect((await customer.send(found.path, 'answer', sent)).headers.get('location')).toBe(location);
    const text = await customer.page(location);
    const link = /<a href="([^"]+)">№/.exec(text)?.[1] ?? '';
    const next = await customer.page(link);
    expect(next).toContain('<h1>Снова не работает</h1>');
    expect(next).toContain('как прежде');
    expect((await customer.stateOf(found)).state).toBe('closed');
    const events = await server.opened.context.db.inDesk(found.deskId, (q) =>
      q.query<{ body: { relation: string; ticketId: string } }>(
        'test-link',
        "select j.body from journal j join ticket t on t.desk_id = j.desk_id and t.ticket_id = j.stream_id where t.number = $1 and j.type = 'TicketLinked' and t.desk_id = $2",
        [number, found.deskId],
      ),
    );
    expect(events.map(({ body }) => body)).toEqual([{ relation: 'follows', ticketId: found.ticketId }]);
  });

  it('shows no link to a ticket of somebody else, whatever number stands in the address', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const other = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    expect(await customer.page(`${found.path}?done=continued&n=${other.number}`)).not.toContain(
      '/t/centaur/' + other.number,
    );
    expect(await customer.page(`${found.path}?done=__proto__`)).not.toContain('role="status"');
  });

  it.each([
    ['nothing', { text: '  \n ' }, 422, 'Напишите ответ или приложите файл.'],
    ['too long a text', { text: `начало ${'я'.repeat(50_001)}` }, 413, 'Текст длиннее 100 КБ'],
    [
      'eleven files',
      {
        text: 'начало',
        files: Array.from({ length: 11 }, (_, i) => [`${i}.txt`, Buffer.from('x')] as const),
      },
      413,
      'Файлов больше десяти',
    ],
    [
      'more than 50 MiB',
      {
        text: 'начало',
        files: [
          ['a.bin', Buffer.alloc(26 * 1024 * 1024)],
          ['b.bin', Buffer.alloc(26 * 1024 * 1024)],
        ] as const,
      },
      413,
      'больше 50 МБ',
    ],
  ])('refuses %s and keeps what was typed', async (_, sent: Sent, status, says) => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const response = await customer.send(found.path, 'answer', sent);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toContain(says);
    if (sent.text?.startsWith('начало') === true) expect(text).toContain('\nначало');
    expect(await customer.messagesOf(found)).toHaveLength(1);
  });

  it('keeps no file of an answer that was refused', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const response = await customer.send(found.path, 'object', {
      text: 'рано',
      files: [['a.txt', Buffer.from('a')]],
    });
    expect(response.status).toBe(409);
    const rows = await server.opened.context.db.inDesk(found.deskId, (q) =>
      q.query<{ n: number }>(
        'test-orphans',
        'select count(*) as n from attachment where desk_id = $1 and message_id is null',
        [found.deskId],
      ),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('the word on a solution', () => {
  it('confirms, and the ticket closes', async () => {
    const found = await customer.resolvedOptima();
    const before = await customer.page(found.path);
    expect(before).toContain('Подтвердить решение');
    expect(before).toContain('24:00 (МСК). Правило OW-9');
    expect((await customer.send(found.path, 'confirm')).headers.get('location')).toBe(
      `${found.path}?done=confirm`,
    );
    expect((await customer.stateOf(found)).state).toBe('closed');
    const again = await customer.send(found.path, 'confirm');
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Заявка закрыта.');
  });

  it('objects only with a reason where the regulation wants one (OW-8), and the text and page stay', async () => {
    const found = await customer.resolvedOptima();
    const refused = await customer.send(found.path, 'object', { text: ' ' });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toMatch(
      /<p class="field-error" id="objection-fault" role="alert">Напишите, что не так[^<]*<\/p><textarea id="objection"[^>]*aria-invalid="true"/,
    );
    expect((await customer.stateOf(found)).state).toBe('resolved');
    expect(
      (await customer.send(found.path, 'object', { text: 'Гудков всё равно нет' })).headers.get('location'),
    ).toBe(`${found.path}?done=object`);
    expect((await customer.stateOf(found)).state).toBe('in-progress');
    expect((await customer.messagesOf(found)).at(-1)).toMatchObject({
      kind: 'objection',
      text: 'Гудков всё равно нет',
    });
  });

  it('objects without one where it does not', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    await customer.resolve(found);
    expect((await customer.send(found.path, 'object', { text: '' })).status).toBe(303);
    expect((await customer.stateOf(found)).state).toBe('in-progress');
  });
});

describe('a proposed date', () => {
  const asked = async (): Promise<{ found: StatusCase; proposal: string }> => {
    const found = await openCase(server.opened, { slug: 'optima', packageId: '8x5x4', priority: '2' });
    await customer.classify(found, '2');
    const proposal = server.opened.context.newId();
    await staffDoes(
      server.opened,
      found,
      {
        type: 'AgreeDate',
        proposalId: proposal as ProposalId,
        clock: 'execution',
        date: (server.opened.context.now() + 30 * 86_400_000) as Instant,
        agreed: null,
      },
      { kind: 'reply', text: 'Ждём деталь' },
    );
    return { found, proposal };
  };
  const answers = async (found: StatusCase, proposal: string, choice: string) =>
    (await customer.send(found.path, 'date', { fields: { proposal, choice } })).headers.get('location');

  it('shows the deadline now and then, and is agreed to once', async () => {
    const { found, proposal } = await asked();
    const page = await customer.page(found.path);
    expect(page).toContain('Поддержка предлагает дату');
    expect(page).toContain('Время, пока мы ждём вашего ответа, сдвинет эту дату.');
    expect(page).toContain('OW-N4');
    expect(await answers(found, proposal, 'accept')).toContain('done=date-accepted');
    expect(await customer.page(found.path)).not.toContain('Поддержка предлагает дату');
    const again = await customer.send(found.path, 'date', { fields: { proposal, choice: 'decline' } });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Предложения о дате нет');
  });

  it('is declined: all stays as it was; half an answer is none', async () => {
    const { found, proposal } = await asked();
    expect((await customer.send(found.path, 'date', { fields: { proposal } })).status).toBe(422);
    expect(await answers(found, proposal, 'decline')).toContain('done=date-declined');
    expect(await customer.page(`${found.path}?done=date-declined`)).toContain('всё осталось как было');
    expect(await customer.page(found.path)).not.toContain('Поддержка предлагает дату');
  });
});

describe('a proposal', () => {
  const proposed = async (): Promise<{ found: StatusCase; proposal: string }> => {
    const found = await openCase(server.opened, {
      slug: 'centaur',
      packageId: 'basic',
      priority: 'critical',
    });
    const proposal = server.opened.context.newId();
    await staffDoes(
      server.opened,
      found,
      { type: 'ProposePriority', proposalId: proposal as ProposalId, priority: 'low' },
      { kind: 'note', text: 'Почему' },
    );
    return { found, proposal };
  };

  it('is accepted: the priority moves; a second answer is refused', async () => {
    const { found, proposal } = await proposed();
    expect(await customer.page(found.path)).toContain('После согласия');
    expect(
      (await customer.send(found.path, 'proposal', { fields: { proposal, choice: 'accept' } })).headers.get(
        'location',
      ),
    ).toContain('done=accepted');
    expect((await customer.stateOf(found)).body.priority).toBe('low');
    expect(
      (await customer.send(found.path, 'proposal', { fields: { proposal, choice: 'decline' } })).status,
    ).toBe(409);
  });

  it('is declined: all stays as it was; half an answer is none', async () => {
    const { found, proposal } = await proposed();
    expect(
      (await customer.send(found.path, 'proposal', { fields: { proposal, choice: 'maybe' } })).status,
    ).toBe(422);
    expect(
      (await customer.send(found.path, 'proposal', { fields: { proposal, choice: 'decline' } })).headers.get(
        'location',
      ),
    ).toContain('done=declined');
    expect((await customer.stateOf(found)).body.priority).toBe('critical');
  });
});

describe('asking to be called back', () => {
  const calls = (found: StatusCase) =>
    server.opened.context.db.inDesk(found.deskId, (q) =>
      q.query<{ phone: string }>(
        'test-calls',
        'select phone from missed_call where desk_id = $1 and ticket_id = $2',
        [found.deskId, found.ticketId],
      ),
    );

  it('is said in the conversation and waits where calls are made, once however often it is sent', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const page = await customer.page(found.path);
    expect(page).toContain('Попросить перезвонить');
    const sent = { key: keyOf(page), fields: { phone: '8 (495) 123-45-67' } };
    for (const _ of ['pressed', 'again'])
      expect((await customer.send(found.path, 'callback', sent)).headers.get('location')).toBe(
        `${found.path}?done=callback`,
      );
    expect(await calls(found)).toEqual([{ phone: '+74951234567' }]);
    expect((await customer.messagesOf(found)).at(-1)?.text).toBe('Перезвоните мне, пожалуйста: +74951234567');
    expect(await customer.page(`${found.path}?done=callback`)).toContain('Просьба записана: перезвоним.');
  });

  it('wants a whole number, and keeps what was typed', async () => {
    const found = await openCase(server.opened, { slug: 'centaur', packageId: 'basic' });
    const response = await customer.send(found.path, 'callback', { fields: { phone: 'завтра <b>' } });
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain('Это не похоже на номер целиком.');
    expect(text).toContain('value="завтра &lt;b&gt;"');
    expect(await calls(found)).toEqual([]);
  });

  it('is offered by no package without a telephone (AO-4.1-channels), and refused in words', async () => {
    const found = await openCase(server.opened, { slug: 'alteroffice', packageId: 'basic' });
    expect(await customer.page(found.path)).not.toContain('Попросить перезвонить');
    const response = await customer.send(found.path, 'callback', { fields: { phone: '+7 495 123-45-67' } });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('не принимает обращений по телефону');
    expect(await calls(found)).toEqual([]);
    expect(await customer.messagesOf(found)).toHaveLength(1);
  });
});

describe('what is missing', () => {
  it('is told by fields, the priority by its list; unknown names are nothing', async () => {
    const found = await openCase(server.opened, { slug: 'optima', packageId: '8x5x4' });
    const text = await customer.page(found.path);
    expect(text).toContain('name="priority" value="1"');
    expect(
      (await customer.send(found.path, 'fields', { fields: { 'field-nobody': 'x', priority: '9' } })).status,
    ).toBe(422);
    const [name] = /name="(field-[^"]+)"/.exec(text)?.slice(1) ?? [''];
    const response = await customer.send(found.path, 'fields', {
      fields: { [name ?? '']: 'Ответ клиента', priority: '1' },
    });
    expect(response.status).toBe(303);
    const told = (await customer.messagesOf(found)).at(-1)?.text ?? '';
    expect(told).toContain('Ответ клиента');
    expect(told).toContain('Приоритет 1');
    const after = await customer.page(found.path);
    expect(after).not.toContain(`name="${name}"`);
    expect(after).toContain('Приоритет 1 — предполагаемый, назван вами');
  });
});

describe('a declined ticket', () => {
  const declined = async (): Promise<StatusCase> => {
    const found = await openCase(server.opened, { slug: 'shtrih-m', packageId: 'free' });
    await staffDoes(
      server.opened,
      found,
      { type: 'Decline', ground: { kind: 'exclusion', id: 'free-training' } },
      { kind: 'refusal', text: 'Обучение проводят **партнёры**.' },
    );
    return found;
  };

  it('SH-F-OUT: says what is not done, by which rule, what to do instead, and whose turn it is', async () => {
    const found = await declined();
    const text = await customer.page(found.path);
    expect(text).toContain('Поддержка отказала: «Обучение пользователей»');
    expect(text).toContain('Правило SH-F-OUT');
    expect(text).toContain('Что можно сделать: Обратитесь к сертифицированному партнёру.');
    expect(text).toContain('Отказано');
    expect(text).toContain('Обучение проводят <strong>партнёры</strong>.');
    expect(text).not.toContain('Подтвердить решение');
    const english = await customer.page(`${found.path}?lang=en`);
    expect(english).toContain('Support has declined: “Training of users”');
    expect(english).toContain('Accept the refusal');
  });

  it('may be objected to, back in work, or accepted: then it closes', async () => {
    const found = await declined();
    expect((await customer.send(found.path, 'object', { text: 'Это не обучение' })).status).toBe(303);
    expect((await customer.stateOf(found)).state).toBe('in-progress');
    expect(await customer.page(found.path)).not.toContain('Поддержка отказала');
    const other = await declined();
    expect((await customer.send(other.path, 'confirm')).status).toBe(303);
    expect((await customer.stateOf(other)).state).toBe('closed');
  });
});
