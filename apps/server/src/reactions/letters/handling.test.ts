import type { Condition, DeclineGround, Notice, Regulation } from '@reglament/desk';
import { describe, expect, it } from 'vitest';
import { factsOf, friday, message, monday } from '../../testing/notice-case.ts';
import { after, engineer, messageId, registered, type Rules, rulesOf } from '../../testing/told-ticket.ts';
import { renderNotice } from '../render-notice.ts';

const shipped = rulesOf('centaur');
const [clause = ''] = shipped.regulation.clauses.map(({ id }) => id);
const modified: Condition = {
  packages: null,
  types: null,
  priorities: null,
  channels: null,
  bought: null,
  companyIs: null,
  installationTypes: null,
  siteIn: null,
  interest: null,
  facts: { product: ['modified'] },
};
const regulation: Regulation = {
  ...shipped.regulation,
  exclusions: [
    {
      id: 'modified',
      name: { ru: 'Изменённые пакеты', en: 'Modified packages' },
      packages: null,
      service: null,
      when: modified,
      instead: { ru: 'Верните исходный пакет.', en: 'Put the original package back.' },
      insteadClause: null,
      clause,
    },
  ],
  services: [
    {
      id: 'training',
      name: { ru: 'Обучение', en: 'Training' },
      packages: { basic: 'no', extended: 'no' },
      when: null,
      instead: null,
      insteadClause: null,
      clause,
    },
  ],
  works: {
    ...shipped.regulation.works,
    information: {
      checklist: [
        { ru: 'Версия системы', en: 'Version of the system' },
        { ru: 'Схема сети', en: 'Plan of the network' },
        { ru: 'Журнал', en: 'Log' },
      ],
      clause,
    },
  },
};
const rules: Rules = { ...shipped, regulation };
const ticket = registered(rules, { receivedAt: friday, holds: 'basic' });

describe('the letter of a declined ticket', () => {
  const letter = (ground: DeclineGround, language: 'ru' | 'en' = 'ru') => {
    const declined = after(rules, ticket, monday, { type: 'Decline', by: engineer, messageId, ground });
    const notice: Notice = { kind: 'declined', to: 'requester', messageId, ground, clause };
    return renderNotice(notice, factsOf(rules, declined, monday, { message }), language);
  };

  it('says what is not done, by which rule, what to do instead and how to object', () => {
    const { subject, text } = letter({ kind: 'exclusion', id: 'modified' });
    expect(subject).toBe('[Центавр №123] По заявке дан отказ');
    expect(text).toContain('Исключение регламента: «Изменённые пакеты».');
    expect(text).toContain(`Правило ${clause}`);
    expect(text).toContain('ЧТО МОЖНО СДЕЛАТЬ');
    expect(text).toContain('Верните исходный пакет.');
    expect(text).toContain('«Возразить»');
    expect(text).toContain('Анна Смирнова');
  });

  it('names a service that the package does not give, in either language, and nothing instead where nothing is named', () => {
    const { text } = letter({ kind: 'service', id: 'training' });
    expect(text).toContain('«Обучение» в ваш пакет поддержки не входит');
    expect(text).not.toContain('ЧТО МОЖНО СДЕЛАТЬ');
    const english = letter({ kind: 'service', id: 'training' }, 'en');
    expect(english.subject).toContain('Your ticket was declined');
    expect(english.text).toContain('“Training” is not part of your support package');
    expect(english.text).toContain('Press “Object”');
    expect(english.text).toContain(`Rule ${clause}`);
  });
});

describe('the letter that asks for information', () => {
  const letter = (items: readonly number[] | undefined, language: 'ru' | 'en' = 'ru') => {
    const ticked = items === undefined ? {} : { items };
    const asked = after(rules, ticket, monday, {
      type: 'RequestInformation',
      by: engineer,
      messageId,
      ...ticked,
    });
    const notice: Notice = { kind: 'information-request', to: 'requester', messageId, ...ticked };
    return renderNotice(notice, factsOf(rules, asked, monday, { message }), language).text;
  };

  it('lists what was ticked in the regulation’s list', () => {
    const text = letter([0, 2]);
    expect(text).toMatch(/Пожалуйста, пришлите:\s+\S* ?Версия системы\s+\S* ?Журнал/u);
    expect(text).not.toContain('Схема сети');
    expect(letter([1], 'en')).toMatch(/Please send:\s+\S* ?Plan of the network/u);
  });

  it('lists nothing where nothing was ticked', () => {
    expect(letter(undefined)).not.toContain('Пожалуйста, пришлите');
  });
});
