import { endpoints, recordingOf, type Endpoint } from '@reglament/contract';
import { describe, expect, it } from 'vitest';
import { askedObject, auditObject } from './audit-object.ts';

const company = '00000000-0000-7000-8000-000000000001';
const licence = '00000000-0000-7000-8000-000000000002';
const person = '00000000-0000-7000-8000-000000000003';
const names = new Map([
  [company, 'ООО «Дуб»'],
  [licence, 'Л-7'],
  [person, 'Анна Ким'],
]);
const of = (path: string) => auditObject(`POST /api/desks/support${path}`, names);

describe('what a row of the audit log is about', () => {
  it.each([
    [`/staff/${person}/second-factor/reset`, 'Сотрудник', 'Анна Ким', '/settings/people'],
    ['/staff/invitations anna@first.example', 'Приглашение', 'anna@first.example', '/settings/people'],
    ['/staff/invitations', 'Приглашение', '', '/settings/people'],
    [`/companies/${company}`, 'Компания', 'ООО «Дуб»', `/companies/${company}`],
    ['/companies ООО «Ясень»', 'Компания', 'ООО «Ясень»', '/companies'],
    ['/companies/import', 'Компании из таблицы', '', '/companies'],
    [
      `/companies/${company}/licences/${licence}`,
      'Лицензионный договор',
      'Л-7 · ООО «Дуб»',
      `/companies/${company}`,
    ],
    ['/tickets/17/links', 'Заявка', '№ 17', '/t/17'],
    ['/inquiries/5', 'Запрос на покупку', 'S-5', '/inquiries/5'],
    [
      '/mailbox/test imap.first.example, smtp.first.example',
      'Почтовый ящик',
      'imap.first.example, smtp.first.example',
      '/settings/mailbox',
    ],
    [`/service-stops ${person}`, 'Обслуживание контакта', 'Анна Ким', null],
    ['/tags/00000000-0000-7000-8000-00000000000f', 'Метка', '', '/settings/tags'],
  ])('%s', (path, ru, name, page) => {
    expect(of(path)).toMatchObject({ says: { ru }, name, page });
  });

  it('is the desk itself at its beginning, and nothing where nothing is known', () => {
    expect(auditObject('desk support', names)).toMatchObject({ says: { en: 'Desk' }, name: '' });
    expect(auditObject('PATCH /api/desks/support', names)).toMatchObject({ page: '/settings/desk' });
    expect(
      auditObject('PATCH /api/desks/support Заботливая / Caring · sales@first.example', names),
    ).toMatchObject({ says: { ru: 'Служба' }, name: 'Заботливая / Caring · sales@first.example' });
    expect(of('/nothing-like-it')).toBeNull();
  });

  it('has words for every change that the log tells, and for what only some may look at', () => {
    const told = (Object.values(endpoints) as Endpoint[]).filter(
      (endpoint) =>
        /^\/api\/desks\/\{desk\}(\/|$)/.test(endpoint.path) &&
        (recordingOf(endpoint) === 'audit' || ['lead', 'administrator'].includes(endpoint.permission)),
    );
    const unknown = told.filter(
      ({ method, path }) =>
        auditObject(`${method} ${path.replace('{desk}', 'first').replaceAll(/\{[^}]+\}/g, '7')}`, names) ===
        null,
    );
    expect(told.length).toBeGreaterThan(40);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });
});

describe('what is typed to find a row', () => {
  const finds = (typed: string, target: string): boolean =>
    new RegExp(askedObject(typed).kinds ?? '$^').test(`POST /api/desks/first${target}`);

  it('is a kind of things, in either language, and no kind that is narrower', () => {
    expect(finds('приглаш', '/staff/invitations')).toBe(true);
    expect(finds('INVITATION', '/staff/invitations/7')).toBe(true);
    expect(finds('сотрудник', '/staff/7')).toBe(true);
    expect(finds('сотрудник', '/staff/invitations')).toBe(false);
    expect(finds('метка', '/templates/7')).toBe(false);
  });

  it('is a kind and a name', () => {
    const { named } = askedObject('Компания «Дуб»');
    expect(named?.words).toBe('«дуб»');
    expect(new RegExp(named?.kinds ?? '').test('PATCH /api/desks/first/companies/7')).toBe(true);
    expect(askedObject('Заявка № 17').named?.words).toBe('17');
    expect(askedObject('дуб').named).toBeNull();
  });
});
