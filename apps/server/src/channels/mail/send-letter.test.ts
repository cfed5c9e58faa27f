import { afterEach, describe, expect, test } from 'vitest';
import { startSmtpSink, type SmtpSink } from '../../testing/letters/smtp-sink.ts';
import { decodeHeader } from './header-text.ts';
import { parseLetter, type ParsedLetter } from './parse-letter.ts';
import { composeLetter, startSmtpTransport, type OutgoingLetter } from './send-letter.ts';

const LETTER: OutgoingLetter = {
  from: { name: 'Поддержка «Реглаент»', address: 'support@desk.example' },
  replyTo: 'support+t-7f3a@desk.example',
  to: { name: 'Белова Анна', address: 'belova@zavod.example' },
  subject: 'Заявка № 15 зарегистрирована: «Не печатает чек на кассе после обновления до версии 2.4»',
  text: 'Здравствуйте, Анна!\n\nСрок реакции — 12:40.\n.\nDATA\n',
  html: '<p>Здравствуйте, Анна!</p>',
  messageId: 'tok-7f3a@desk.example',
  inReplyTo: '7f3a@zavod.example',
  references: ['first@zavod.example', '7f3a@zavod.example'],
  automatic: true,
  loopMark: 'desk',
  attachments: [
    { name: 'Акт.pdf', type: 'application/pdf', content: new Uint8Array([0, 1, 255, 13, 10, 46]) },
  ],
  date: Date.UTC(2026, 10, 20, 9, 5),
};

const EVIL = [
  '\r\nBcc: victim@else.example',
  '\nBcc: victim@else.example',
  '\rBcc: victim@else.example',
  '\u0000',
  '\u2028Bcc: v@else.example',
  '\u0085Bcc: v@else.example',
  '\r\n\r\nbody',
  '=?utf-8?Q?=0D=0ABcc:_v@else.example?=',
];

const read = async (raw: Buffer): Promise<ParsedLetter> => {
  const result = await parseLetter(raw, { trustedAuthserv: null, ownAddresses: [] });
  if (!result.ok) throw new Error(result.reason);
  return result.letter;
};

const headerNames = (raw: Buffer): readonly string[] =>
  (raw.toString('latin1').split('\r\n\r\n')[0] ?? '')
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.split(':')[0]?.toLowerCase() ?? '')
    .sort();

const sinks: SmtpSink[] = [];
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  for (const sink of sinks.splice(0)) await sink.stop();
});

const sinkAndTransport = async (changes: Parameters<typeof startSmtpSink>[0] = {}) => {
  const sink = await startSmtpSink(changes);
  sinks.push(sink);
  const transport = startSmtpTransport({ host: sink.host, port: sink.port, secure: false });
  stops.push(transport.stop);
  return { sink, ...transport };
};

describe('composing a letter', () => {
  test('gives the same bytes for the same letter, within the limits of the wire', async () => {
    const raw = await composeLetter(LETTER);
    expect((await composeLetter({ ...LETTER })).equals(raw)).toBe(true);
    expect(raw.toString('latin1')).not.toMatch(/[^\r]\n|[\u0080-\uffff]/);
    for (const line of raw.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  test('says what was meant, to our own reader', async () => {
    const letter = await read(await composeLetter(LETTER));
    expect(letter).toMatchObject({
      messageId: 'tok-7f3a@desk.example',
      inReplyTo: ['7f3a@zavod.example'],
      references: ['first@zavod.example', '7f3a@zavod.example'],
      from: { name: LETTER.from.name, address: 'support@desk.example' },
      replyTo: { address: 'support+t-7f3a@desk.example' },
      to: [{ name: 'Белова Анна', address: 'belova@zavod.example' }],
      subject: LETTER.subject,
      date: LETTER.date,
      text: LETTER.text,
      nature: 'loop',
      flags: [],
    });
    expect(letter.attachments.map(({ name, content }) => [name, [...content]])).toEqual([
      ['Акт.pdf', [0, 1, 255, 13, 10, 46]],
    ]);
  });

  test('tells robots not to answer a robot, and says nothing of the kind for a person', async () => {
    const headers = async (changes: Partial<OutgoingLetter>): Promise<string> =>
      (await composeLetter({ ...LETTER, ...changes })).toString('latin1').split('\r\n\r\n')[0] ?? '';
    expect(await headers({})).toMatch(/^Auto-Submitted: auto-replied$/m);
    expect(await headers({ inReplyTo: null })).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(await headers({})).toMatch(/^X-Auto-Response-Suppress: All$/m);
    expect(await headers({ automatic: false })).not.toMatch(/auto-/i);
    expect(await headers({ automatic: false })).toMatch(/^X-Reglament-Loop: desk$/im);
  });

  test.each(EVIL)('no text can add a header or end the headers: %j', async (evil) => {
    const usual = headerNames(await composeLetter(LETTER));
    const raw = await composeLetter({
      ...LETTER,
      from: { ...LETTER.from, name: `Desk${evil}` },
      to: { ...LETTER.to, name: `Anna${evil}` },
      subject: `Re:${evil}`,
      messageId: `tok${evil}@desk.example`,
      inReplyTo: `a${evil}@b.example`,
      references: [`a${evil}@b.example`],
      loopMark: `desk${evil}`,
      attachments: [{ name: `a${evil}.pdf`, type: `application/pdf${evil}`, content: new Uint8Array([1]) }],
    });
    expect(headerNames(raw)).toEqual(usual);
    // The library keeps line breaks inside encoded words, where they wait for a careless reader.
    const decoded = decodeHeader(raw.toString('latin1').split('\r\n\r\n')[0]?.replaceAll('\r\n', '') ?? '');
    expect(decoded).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u0085\u2028]/);
    expect(await read(raw)).toMatchObject({
      to: [{ address: LETTER.to.address }],
      cc: [],
      text: LETTER.text,
    });
  });

  test.each([
    'a@b.example\r\nBcc: v@else.example',
    '"a@b.example"@else.example',
    'a@b.example, v@else.example',
    'a b@c.example',
    '<a@b.example>',
    'a@b.example>',
    '',
  ])('refuses an address that is not exactly one: %j', async (address) => {
    await expect(composeLetter({ ...LETTER, to: { name: '', address } })).rejects.toThrow(RangeError);
    await expect(composeLetter({ ...LETTER, replyTo: address })).rejects.toThrow(RangeError);
  });
});

describe('sending a letter', () => {
  const envelope = { from: 'support@desk.example', to: 'belova@zavod.example' };

  test('is one DATA to one recipient, byte for byte', async () => {
    const { sink, send } = await sinkAndTransport();
    const raw = await composeLetter(LETTER);
    expect(await send(raw, envelope)).toMatchObject({
      accepted: true,
      response: expect.stringMatching(/^250/),
    });
    expect(sink.letters.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: envelope.from, to: [envelope.to] },
    ]);
    expect(sink.letters[0]?.raw.toString('latin1').trimEnd()).toBe(raw.toString('latin1').trimEnd());
    expect(sink.commands().filter((line) => /^(?:MAIL|RCPT|DATA)/.test(line))).toEqual([
      'MAIL FROM:<support@desk.example>',
      'RCPT TO:<belova@zavod.example>',
      'DATA',
    ]);
  });

  test('says nothing to the server for an envelope that could be two', async () => {
    const { sink, send } = await sinkAndTransport();
    for (const to of [
      'a@b.example>\r\nRCPT TO:<v@else.example',
      '"a@b.example"@else.example',
      'a@b.example v@else.example',
      'a\u2028@b.example',
    ]) {
      expect(await send(Buffer.from('x'), { ...envelope, to })).toMatchObject({
        accepted: false,
        permanent: true,
      });
      expect(await send(Buffer.from('x'), { from: to, to: envelope.to })).toMatchObject({
        accepted: false,
        permanent: true,
      });
    }
    expect(sink.commands()).toEqual([]);
  });

  test('the planted line in the letter is not a second letter', async () => {
    const { sink, send } = await sinkAndTransport();
    const raw = Buffer.from(
      'Subject: a\r\n\r\nx\r\n.\r\nMAIL FROM:<v@else.example>\r\nRCPT TO:<v@else.example>\r\nDATA\r\n',
    );
    expect(await send(raw, envelope)).toMatchObject({ accepted: true });
    expect(sink.commands().filter((line) => /^(?:MAIL|RCPT|DATA)/.test(line))).toHaveLength(3);
    expect(sink.letters).toHaveLength(1);
  });

  test('an automatic answer may have the null sender', async () => {
    const { sink, send } = await sinkAndTransport();
    expect(await send(await composeLetter(LETTER), { ...envelope, from: '' })).toMatchObject({
      accepted: true,
    });
    expect(sink.letters[0]?.from).toBe('');
  });

  const refusal = (responseCode: number): Error => Object.assign(new Error('no such user'), { responseCode });

  test.each([
    ['unknown recipient', 550, true],
    ['greylisting', 451, false],
  ])('tells for ever from for now: %s', async (_, code, permanent) => {
    const { sink, send } = await sinkAndTransport({
      onRcptTo: (_address, _session, done) => done(refusal(code)),
    });
    expect(await send(await composeLetter(LETTER), envelope)).toEqual({
      accepted: false,
      permanent,
      response: expect.stringContaining(String(code)),
    });
    expect(sink.letters).toEqual([]);
  });

  test('a letter refused after DATA is refused, not sent again by itself', async () => {
    const { sink, send } = await sinkAndTransport({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(refusal(554)));
      },
    });
    expect(await send(await composeLetter(LETTER), envelope)).toMatchObject({
      accepted: false,
      permanent: true,
    });
    expect(sink.commands().filter((line) => line === 'DATA')).toHaveLength(1);
  });

  test('a server that is away or refuses our password is worth trying later', async () => {
    const away = startSmtpTransport({ host: '127.0.0.1', port: 1, secure: false });
    stops.push(away.stop);
    expect(await away.send(Buffer.from('x'), envelope)).toMatchObject({ accepted: false, permanent: false });
    const sink = await startSmtpSink({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('wrong password')),
    });
    sinks.push(sink);
    const locked = startSmtpTransport({
      host: sink.host,
      port: sink.port,
      secure: false,
      user: 'desk',
      password: 'wrong',
    });
    stops.push(locked.stop);
    expect(await locked.send(Buffer.from('x'), envelope)).toMatchObject({
      accepted: false,
      permanent: false,
    });
  });

  test('a stranger with a certificate of his own gets neither the password nor the letter', async () => {
    const sink = await startSmtpSink({ secure: true });
    sinks.push(sink);
    const transport = startSmtpTransport({
      host: sink.host,
      port: sink.port,
      secure: true,
      user: 'desk',
      password: 'secret',
    });
    stops.push(transport.stop);
    expect(await transport.send(await composeLetter(LETTER), envelope)).toMatchObject({
      accepted: false,
      permanent: false,
      response: expect.stringMatching(/certificate/),
    });
    expect(sink.letters).toEqual([]);
  });

  test('plain text is for loopback only: elsewhere nothing is said without TLS', async () => {
    const sink = await startSmtpSink();
    sinks.push(sink);
    // Leads to loopback as well, but by a name that does not say so.
    const transport = startSmtpTransport({
      host: '0.0.0.0',
      port: sink.port,
      secure: false,
      user: 'desk',
      password: 'secret',
    });
    stops.push(transport.stop);
    expect(await transport.send(await composeLetter(LETTER), envelope)).toMatchObject({
      accepted: false,
      permanent: false,
    });
    expect(sink.commands().filter((line) => /^(?:AUTH|MAIL)/.test(line))).toEqual([]);
  });

  test('many letters at once, each exactly once', async () => {
    const { sink, send } = await sinkAndTransport();
    const ids = Array.from({ length: 40 }, (_, index) => `tok-${index}@desk.example`);
    const results = await Promise.all(
      ids.map(async (messageId) => send(await composeLetter({ ...LETTER, messageId }), envelope)),
    );
    expect(results.every((result) => result.accepted)).toBe(true);
    const received = sink.letters
      .map(({ raw }) => /^Message-ID: <(.*)>\r$/im.exec(raw.toString('latin1'))?.[1])
      .sort();
    expect(received).toEqual([...ids].sort());
  });
});
