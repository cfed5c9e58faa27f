import { describe, expect, it } from 'vitest';
import type { Regulation } from '../regulation/regulation.ts';
import { alsoKnown, shipped, shippedText } from '../test/shipped-regulations.ts';
import { describeRelease } from './describe-release.ts';
import {
  type ReleaseAnswer,
  releaseAllowed,
  type ReleaseQuestion,
  versionAllowed,
} from './release-allowed.ts';

const regulation = (desk: string): Regulation => shipped(desk).regulation;

let texts = 0;

/** A regulation of a test's own. */
const withText = (text: string): Regulation => {
  texts += 1;
  return alsoKnown(`releases ${texts}`, text).regulation;
};

/** `allowed AO-4.1-updates`, `refused FL-LOYAL withheld`, `unknown FL-ALL bought-version`. */
const short = (answer: ReleaseAnswer): string => {
  const more =
    answer.outcome === 'refused'
      ? [answer.refusal.why]
      : answer.outcome === 'unknown'
        ? [answer.missing.join('+')]
        : [];
  return [answer.outcome, answer.clause, ...more].join(' ');
};

const asked = (packageId: string, question: Partial<ReleaseQuestion> = {}): ReleaseQuestion => ({
  packageId,
  state: 'in-force',
  bought: null,
  ...question,
});

describe('AlterOffice: inside the purchased version (AO-4.1-updates)', () => {
  it.each([
    ['7.3', '7.3', 'allowed AO-4.1-updates'],
    ['7.3', '7.3.1', 'allowed AO-4.1-updates'],
    ['7.3', '7.10', 'allowed AO-4.1-updates'],
    ['7.3', '7.1', 'allowed AO-4.1-updates'],
    ['7.3', '8.0', 'refused AO-4.1-updates outside'],
    ['7.3', '6.9', 'refused AO-4.1-updates outside'],
    [null, '7.3', 'unknown AO-4.1-updates bought-version'],
  ])('bought %s, asked for %s: %s', (bought, offered, answer) => {
    for (const packageId of ['basic', 'extended', 'maximum'])
      expect(short(versionAllowed(regulation('alteroffice'), asked(packageId, { bought }), offered))).toBe(
        answer,
      );
  });

  it.each(['not-begun', 'ended', 'suspended', 'revoked'] as const)('opens nothing when %s', (state) => {
    const answer = versionAllowed(regulation('alteroffice'), asked('basic', { state, bought: '7' }), '7.1');
    expect(short(answer)).toBe('refused AO-3.2 not-in-force');
  });
});

describe('Optima: within the second digit (OW-S4)', () => {
  const packageId = regulation('optima').packages[0]?.id ?? '';
  it.each([
    ['8.2', '8.2.7', 'allowed OW-S4'],
    ['8.2.7', '8.2', 'allowed OW-S4'],
    ['8.2', '8.3', 'refused OW-S4 outside'],
    ['8.2', '8.20', 'refused OW-S4 outside'],
    ['8.2', '9.2', 'refused OW-S4 outside'],
    ['8', '8.0.4', 'allowed OW-S4'],
    [null, '8.2', 'unknown OW-S4 bought-version'],
  ])('bought %s, asked for %s: %s', (bought, offered, answer) => {
    expect(short(versionAllowed(regulation('optima'), asked(packageId, { bought }), offered))).toBe(answer);
  });
});

describe('Centaur: every update, whatever its number (CN-S4)', () => {
  it.each(['1.0', '2.0', '9.9'])('%s', (offered) => {
    for (const bought of ['2.0', null])
      expect(short(versionAllowed(regulation('centaur'), asked('basic', { bought }), offered))).toBe(
        'allowed CN-S4',
      );
  });
});

describe('Shtrih-M says nothing of releases', () => {
  it('so that none is opened, by the clause of entitlement', () => {
    const { packages, entitlement } = regulation('shtrih-m');
    const answer = versionAllowed(regulation('shtrih-m'), asked(packages[0]?.id ?? ''), '1.0');
    expect(short(answer)).toBe(`refused ${entitlement.clause} not-given`);
  });
});

describe('FLAT (FL-ALL, FL-LOYAL, R30, R32)', () => {
  const works = { isCommissioned: true, hasWorked: true } as const;
  it.each([
    // In force everything is open to what is commissioned and has worked.
    [{ ...works, bought: '4.1' }, '4.1.2', 'allowed FL-ALL'],
    [{ ...works, bought: '4.1' }, '4.2', 'allowed FL-ALL'],
    [{ ...works, bought: '4.1' }, '5.0', 'allowed FL-ALL'],
    [{ ...works }, '5.0', 'allowed FL-ALL'],
    // Loyalty: updates and hotfixes go on, major versions don't.
    [{ ...works, bought: '4.1', state: 'loyalty' }, '4.1.2', 'allowed FL-ALL'],
    [{ ...works, bought: '4.1', state: 'loyalty' }, '4.2', 'allowed FL-ALL'],
    [{ ...works, bought: '4.1', state: 'loyalty' }, '5.0', 'refused FL-LOYAL withheld'],
    [{ ...works, state: 'loyalty' }, '5.0', 'unknown FL-ALL bought-version'],
    // R32: commissioned, and once working; the note is what is cited.
    [{ isCommissioned: false, bought: '4.1' }, '4.2', 'refused FL-NOTE condition'],
    [{ isCommissioned: true, hasWorked: false, bought: '4.1' }, '4.2', 'refused FL-ALL condition'],
    [{ isCommissioned: true, bought: '4.1' }, '4.2', 'unknown FL-ALL working'],
    [{ bought: '4.1' }, '4.2', 'unknown FL-ALL commissioned+working'],
    [{ ...works, bought: '4.1', state: 'ended' }, '4.1.2', 'refused FL-STOP not-in-force'],
  ] as const)('%j, asked for %s: %s', (question, offered, answer) => {
    expect(short(versionAllowed(regulation('flat'), asked('8x5', question), offered))).toBe(answer);
  });

  it('upgrade licences go with major versions: open in force, withheld in loyalty', () => {
    const open = (state: 'in-force' | 'loyalty') =>
      short(releaseAllowed(regulation('flat'), 'upgrade-licences', asked('24x7', { ...works, state })));
    expect(open('in-force')).toBe('allowed FL-ALL');
    expect(open('loyalty')).toBe('refused FL-LOYAL withheld');
  });
});

describe('the other readings', () => {
  const works = { isCommissioned: true, hasWorked: true, bought: '4.1' } as const;

  it('R30: all releases are withheld in loyalty', () => {
    const strict = withText(
      shippedText('flat').replace(
        'withholds: [major-versions, upgrade-licences]',
        'withholds: [updates, hotfixes, major-versions, upgrade-licences]',
      ),
    );
    const loyal = asked('8x5', { ...works, state: 'loyalty' });
    for (const offered of ['4.1.2', '4.2', '5.0'])
      expect(short(versionAllowed(strict, loyal, offered))).toBe('refused FL-LOYAL withheld');
    expect(short(versionAllowed(strict, asked('8x5', works), '4.2'))).toBe('allowed FL-ALL');
  });

  it('R32: fully functional at the moment, which the desk can’t know by itself', () => {
    const now = withText(shippedText('flat').replaceAll('working: [once, now]', 'working: now'));
    expect(short(versionAllowed(now, asked('8x5', works), '4.2'))).toBe('unknown FL-ALL working');
    const never = asked('8x5', { ...works, hasWorked: false });
    expect(short(versionAllowed(now, never, '4.2'))).toBe('refused FL-ALL condition');
  });

  it('by packages: a rule for one package opens nothing to another', () => {
    const one = withText(
      shippedText('centaur').replace(
        '{kind: updates, packages: any, within: any',
        '{kind: updates, packages: [extended], within: any',
      ),
    );
    expect(short(versionAllowed(one, asked('extended'), '2.0'))).toBe('allowed CN-S4');
    expect(short(versionAllowed(one, asked('basic'), '2.0'))).toBe('refused CN-S4 not-given');
  });
});

describe('in words', () => {
  it.each([
    [
      'alteroffice',
      asked('basic', { bought: '7.3' }),
      '7.4',
      'Открыто: в пределах купленной основной версии 7',
    ],
    [
      'alteroffice',
      asked('basic', { bought: '7.3' }),
      '8.0',
      'Сертификат открывает выпуски только купленной основной версии 7',
    ],
    [
      'optima',
      asked('8x5x4', { bought: '8.2' }),
      '8.3',
      'Сертификат открывает выпуски только купленной версии 8.2',
    ],
    ['centaur', asked('basic'), '2.0', 'Открыто'],
    [
      'flat',
      asked('8x5', { bought: '4.1', state: 'loyalty', isCommissioned: true, hasWorked: true }),
      '5.0',
      'В период лояльности не открываются основные версии: после продления откроются сразу',
    ],
    [
      'flat',
      asked('8x5', { bought: '4.1', isCommissioned: false }),
      '4.2',
      'Продукт не введён в эксплуатацию. Сообщите дату ввода в эксплуатацию — запишем её и продолжим.',
    ],
    [
      'flat',
      asked('8x5', { bought: '4.1', isCommissioned: true, hasWorked: false }),
      '4.2',
      'Не выполнено: работала ли система хотя бы раз',
    ],
    [
      'alteroffice',
      asked('basic'),
      '7.3',
      'Открыто, пока не известно обратное. Нет в записях: купленная версия',
    ],
    ['alteroffice', asked('basic', { state: 'not-begun' }), '7.3', 'Сертификат ещё не действует'],
  ] as const)('%s: %j, %s', (desk, question, offered, says) => {
    expect(describeRelease(versionAllowed(regulation(desk), question, offered)).ru).toBe(says);
  });
});
