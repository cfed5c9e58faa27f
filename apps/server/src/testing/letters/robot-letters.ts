import { multipart, ordinaryHeaders, rawLetter } from './raw-letter.ts';

type Nature = 'human' | 'auto-reply' | 'bounce' | 'list' | 'loop' | 'bulk';

const deliveryReport = (action: string, status: string): Buffer =>
  rawLetter(
    ordinaryHeaders({
      From: 'Mail Delivery System <MAILER-DAEMON@mx.zavod.example>',
      Subject: 'Undelivered Mail Returned to Sender',
      'Return-Path': '<>',
      'Auto-Submitted': 'auto-replied',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="dsn"',
    }),
    multipart('dsn', [
      ['Content-Type: text/plain', 'This is the mail system at host mx.zavod.example.'],
      [
        'Content-Type: message/delivery-status',
        `Reporting-MTA: dns; mx.zavod.example\r\n\r\nFinal-Recipient: rfc822; Belova@zavod.example\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 no such user`,
      ],
      [
        'Content-Type: message/rfc822',
        'From: support@desk.example\r\nTo: belova@zavod.example\r\nMessage-ID:\r\n <tok-91@desk.example>\r\nX-Reglament-Loop: desk\r\nSubject: Registered\r\n\r\nhello',
      ],
    ]),
  );

const eximReport = rawLetter(
  ordinaryHeaders({
    From: 'postmaster@mx.zavod.example',
    Subject: 'Mail delivery failed',
    'Return-Path': '<>',
    'X-Failed-Recipients': 'belova@zavod.example',
  }),
  'A message that you sent could not be delivered.\n\n  belova@zavod.example\n    550 5.1.1 no such user\n\n------ This is a copy of the message ------\n\nMessage-ID: <tok-92@desk.example>\nSubject: Registered\n',
);

const plain = (changes: Readonly<Record<string, string>>): Buffer =>
  rawLetter(ordinaryHeaders(changes), 'Текст\n');

/** Who is speaking, by the headers that real servers and programs write. */
export const ROBOT_LETTERS: readonly (readonly [name: string, raw: Buffer, nature: Nature])[] = [
  ['a person', plain({}), 'human'],
  [
    'a person through Outlook',
    plain({ 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply', 'Auto-Submitted': 'no' }),
    'human',
  ],
  ['a person answering a robot', plain({ Subject: 'Re: Автоматический ответ: отпуск' }), 'human'],
  [
    'Exchange out of office',
    plain({ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }),
    'auto-reply',
  ],
  [
    'vacation program',
    plain({ 'Auto-Submitted': 'auto-replied (vacation)', 'Return-Path': '<>' }),
    'auto-reply',
  ],
  ['old autoresponder', plain({ 'X-Autoreply': 'yes' }), 'auto-reply'],
  ['cPanel autoresponder', plain({ 'X-Autorespond': 'Printer', Precedence: 'auto_reply' }), 'auto-reply'],
  ['Precedence alone', plain({ Precedence: 'auto_reply' }), 'auto-reply'],
  ['Outlook rule, by its subject only', plain({ Subject: 'Автоматический ответ: Заявка 15' }), 'auto-reply'],
  [
    'read receipt',
    plain({ 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' }),
    'auto-reply',
  ],
  ['delivery report', deliveryReport('failed', '5.1.1'), 'bounce'],
  ['delay report', deliveryReport('delayed', '4.4.1'), 'bounce'],
  ['Exim report', eximReport, 'bounce'],
  ['null return path', plain({ 'Return-Path': '<>' }), 'bounce'],
  ['mailing list', plain({ 'List-Id': '<users.zavod.example>', Precedence: 'list' }), 'list'],
  ['newsletter', plain({ Precedence: 'Bulk' }), 'bulk'],
  ['junk', plain({ Precedence: 'junk' }), 'bulk'],
  ['our own letter come back', plain({ 'X-Reglament-Loop': 'desk' }), 'loop'],
  ['a letter from our own address', plain({ From: 'SUPPORT@desk.example' }), 'loop'],
];

export const DELIVERY_REPORT = deliveryReport('failed', '5.1.1');
export const DELAY_REPORT = deliveryReport('delayed', '4.4.1');
export const EXIM_REPORT = eximReport;
