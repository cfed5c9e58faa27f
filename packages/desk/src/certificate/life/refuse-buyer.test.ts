import { parseLocalDate, toInstant } from '@reglament/working-time';
import { expect, test } from 'vitest';
import { shipped } from '../../test/shipped-regulations.ts';
import { refuseBuyer } from './refuse-buyer.ts';
import { certificateRefusalWords } from './refusal-words.ts';

const { regulation } = shipped('flat');
const on = (day: string) => {
  const date = parseLocalDate(day);
  if (date === null) throw new Error(`${day} is no date`);
  return { now: toInstant(regulation.zone, date, 0), regulation, isWorkingDay: () => true };
};
const partner = { role: 'service-partner', from: '2025-01-10', until: '2025-02-10' };

test.each([
  ['2025-01-09', 'FL-K5'],
  ['2025-01-10', null],
  ['2025-02-10', null],
  ['2025-02-11', 'FL-K5'],
])('FL-K5: sold while the standing holds, on %s: %s', (day, clause) => {
  const no = refuseBuyer('partner-8x5', [partner], on(day));
  expect(no === null || no.ok ? null : no.refusal.clause).toBe(clause);
});

test('another standing, or none, buys nothing; what is sold to anybody asks for none', () => {
  const other = { ...partner, role: 'customer' };
  for (const standings of [[], [other]])
    expect(refuseBuyer('partner-8x5', standings, on('2025-01-20'))).toMatchObject({
      refusal: { code: 'not-sold-to' },
    });
  expect(refuseBuyer('8x5', [], on('2025-01-20'))).toBeNull();
});

test('the refusal names the standing in both languages', () => {
  const no = refuseBuyer('partner-8x5', [], on('2025-01-20'));
  if (no === null || no.ok) throw new Error('sold');
  const name = regulation.companyRoles.find(({ id }) => id === 'service-partner')?.name;
  expect(certificateRefusalWords(no.refusal, regulation.zone, 'ru')).toContain(name?.ru);
  expect(certificateRefusalWords(no.refusal, regulation.zone, 'en')).toContain(name?.en);
});
