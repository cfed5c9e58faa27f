import type { InquiryTopic, Regulation } from '@reglament/desk';
import { parseRegulation } from '@reglament/desk';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inquiryAnswerLetter, inquiryReceivedLetter, inquiryRoutedLetter } from './inquiry.ts';

const regulations = new URL('../../../../../regulations/', import.meta.url);
const calendars = {
  ru: JSON.parse(readFileSync(new URL('calendars/ru.json', regulations), 'utf8')) as never,
};

const read = (id: string): Regulation => {
  const parsed = parseRegulation(readFileSync(new URL(`${id}.yaml`, regulations), 'utf8'), calendars);
  if (!parsed.ok) throw new Error(`${id} can't be read`);
  return parsed.regulation;
};
const optima = read('optima');
const facts = (topic: InquiryTopic, regulation = optima) => ({
  regulation,
  deskName: { ru: 'Поддержка', en: 'Support' },
  supportAddress: 'support@optima.example',
  number: 12,
  topic,
});
const PHONE = '8-800-301-01-44';

describe('the answer of the desk itself', () => {
  it('gives the number, where problems go, the rule and the ways to sales, in both languages', () => {
    for (const language of ['ru', 'en'] as const) {
      const { subject, text, html } = inquiryReceivedLetter(facts('price-list'), language);
      expect(subject).toContain('S-12]');
      for (const part of ['S-12', 'support@optima.example', 'OW-S11', PHONE]) {
        expect(text).toContain(part);
        expect(html).toContain(part);
      }
    }
    expect(inquiryReceivedLetter(facts('price-list'), 'ru').text).toContain('по запросу: его пришлют');
    expect(inquiryReceivedLetter(facts('support'), 'ru').text).not.toContain('по запросу: его пришлют');
  });
});

describe('an answer of a person', () => {
  it('carries their words and the names of files; one about another version also the sales number', () => {
    const message = { author: 'Вера', text: 'Пришлите **реквизиты**.', attachments: ['прайс.pdf'] };
    const { text, html } = inquiryAnswerLetter(facts('upgrade'), message, 'ru');
    expect(text).toContain('прайс.pdf');
    expect(html).toContain('<strong>реквизиты</strong>');
    expect(text).toContain(PHONE);
    expect(inquiryAnswerLetter(facts('support'), message, 'ru').text).not.toContain(PHONE);
  });
});

describe('the letter to a mailbox of sales', () => {
  const routed = (more: object = {}) =>
    inquiryRoutedLetter(
      {
        ...facts('support'),
        url: 'https://desk.example/d/optima/inquiries/12',
        subject: 'Тема',
        text: 'Первое.\n\nВторое.',
        contact: { name: 'Олег', email: 'oleg@buyer.example', phone: '' },
        company: { name: 'ООО «Створка»', inn: '7707083893', city: 'Омск' },
        district: 'siberia',
        ...more,
      },
      'ru',
    );

  it('says who asks, from where, in their words', () => {
    const { text } = routed();
    for (const part of [
      'oleg@buyer.example',
      'ИНН 7707083893',
      'Сибирский',
      'Первое.',
      'Второе.',
      '/inquiries/12',
    ])
      expect(text).toContain(part);
    expect(routed({ company: null, district: null }).text).toContain('Компания: не известна');
  });

  it('lets nothing of a stranger become markup or a header', () => {
    const { subject, html } = routed({
      subject: 'Тема\r\nBcc: a@b.example',
      text: '<script>alert(1)</script>',
    });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });
});
