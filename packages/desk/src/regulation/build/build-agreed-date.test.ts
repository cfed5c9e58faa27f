import { describe, expect, test } from 'vitest';
import { checkExamples } from '../../clock/index.ts';
import { productionCalendars, shipped, shippedText } from '../../test/shipped-regulations.ts';
import { parseRegulation } from '../parse-regulation.ts';

/** A shipped file with one place changed, read anew. */
const changed = (desk: string, from: string, to: string) => {
  const text = shippedText(desk);
  expect(text).toContain(from);
  return parseRegulation(text.replace(from, to), productionCalendars);
};
const codes = (desk: string, from: string, to: string): readonly string[] => {
  const parsed = changed(desk, from, to);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
};

describe('how a date is agreed', () => {
  test('is read with its consent, pauses, hours, packages and types', () => {
    const rule = (desk: string, id: string) =>
      shipped(desk).regulation.clocks.find((clock) => clock.id === id)?.agreedDate;
    expect(rule('optima', 'execution')).toEqual({
      packages: null,
      types: null,
      consent: 'customer',
      pausesMoveIt: true,
      hours: null,
      clause: 'OW-N4',
    });
    expect(rule('optima', 'paid-work')).toMatchObject({ types: ['request'], pausesMoveIt: false });
    expect(rule('alteroffice', 'planned-fix')).toMatchObject({
      packages: ['extended', 'maximum'],
      consent: 'not-needed',
    });
    expect(rule('centaur', 'visit')).toMatchObject({ packages: ['extended'], hours: 'office' });
    expect(rule('optima', 'processing')).toBeNull();
  });

  test.each([
    ['an unknown way to consent', 'consent: customer # иначе', 'consent: perhaps # иначе', 'unknown-value'],
    ['an unknown word about pauses', 'pauses: move-it', 'pauses: sometimes', 'unknown-value'],
    ['hours that are none', 'hours: any # иначе', 'hours: nights # иначе', 'unknown-schedule'],
    ['a type that is none', 'only-for: [request]', 'only-for: [poem]', 'unknown-type'],
    ['a key that is none', 'hours: any # иначе', 'limit: 3 # иначе', 'unknown-field'],
  ])('%s is refused', (_what, from, to, code) => {
    expect(codes('optima', from, to).map((one) => one.split(' ')[0])).toContain(code);
  });

  test('a clock either begins with an agreement or promises something', () => {
    const paidWork = 'starts: agreement\n    stops: [resolution, refusal]';
    const elsewise = paidWork.replace('agreement', 'registration');
    expect(codes('optima', paidWork, elsewise)).toContain('target-missing /clocks/paid-work/targets');
    expect(codes('optima', 'starts: classification', 'starts: agreement')).toContain(
      'agreement-target /clocks/execution/targets',
    );
    expect(codes('flat', 'starts: registration', 'starts: agreement')).toContain(
      'agreement-missing /clocks/reaction',
    );
  });
});

describe('one line says the other reading', () => {
  test.each([
    ['R28', 'flat', 'stops: [callback]', 'stops: [callback, public-reply]'],
    ['R15', 'flat', 'priorities: 1, within: 2 working hours', 'priorities: 1, within: 2 hours'],
    ['OW-N4', 'optima', 'consent: customer # иначе', 'consent: not-needed # иначе'],
    ['OW-N4', 'optima', 'pauses: move-it', 'pauses: leave-it'],
    ['OW-N4', 'optima', 'hours: any # иначе', 'hours: service # иначе'],
    ['R23', 'optima', 'pauses: leave-it', 'pauses: move-it'],
    ['R23', 'optima', 'stops: [resolution, refusal, estimate, agreement]', 'stops: [resolution, refusal]'],
    ['R42', 'alteroffice', 'consent: not-needed', 'consent: customer'],
    ['CN-VISIT', 'centaur', 'hours: office # 09', 'hours: any # 09'],
  ])('%s of %s: %s', (_reading, desk, from, to) => {
    expect(changed(desk, from, to)).toMatchObject({ ok: true });
  });
});

describe('a case for which nothing is promised', () => {
  test('is said, not left out: the gap is named', () => {
    const line = '      - {packages: any, priorities: 2-4, within: nothing, clause: FL-P}\n';
    expect(codes('flat', line, '')).toContain('target-missing /clocks/callback/targets');
  });
});

test('an agreed example that comes out otherwise is named with what the rules give', () => {
  const parsed = changed('optima', 'pauses: move-it', 'pauses: leave-it');
  if (!parsed.ok) throw new Error('not read');
  expect(checkExamples(parsed.regulation, parsed.examples)).toMatchObject([
    {
      code: 'example-differs',
      says: { en: expect.stringContaining('the rules give Tue 11 Feb 2025 15:00') as string },
    },
  ]);
});
