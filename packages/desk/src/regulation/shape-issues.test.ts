import { expect, test } from 'vitest';
import { SOUND } from '../test/sound-regulation.ts';
import { productionCalendars } from '../test/shipped-regulations.ts';
import { parseRegulation } from './parse-regulation.ts';

/** What is said in a place that holds a value of another kind. */
const said = (from: string, to: string): readonly string[] => {
  expect(SOUND).toContain(from);
  const parsed = parseRegulation(SOUND.replace(from, to), productionCalendars);
  return parsed.ok ? [] : parsed.problems.map(({ says }) => says.en);
};

test.each([
  [
    'stops: [resolution, refusal]',
    'stops: resolution',
    'something else is expected here: a list: [resolution]',
  ],
  ['labels: [what]', 'labels: {what: yes}', 'something else is expected here: a list: [one, another]'],
  [
    'zone: Europe/Moscow',
    'zone: [Europe/Moscow, UTC]',
    'something else is expected here: one value and no list: Europe/Moscow',
  ],
  [
    'starts: classification',
    'starts: [classification]',
    'something else is expected here: one value and no list: classification',
  ],
  ['to: second', 'to: [second]', 'something else is expected here: one value and no list: second'],
  [
    'rank: 1, name: high',
    'rank: [1], name: high',
    'something else is expected here: one value and no list: 1',
  ],
  ['rank: 1, name: high', 'rank: [], name: high', 'something else is expected here: one value and no list'],
  ['rank: 1, name: high', 'rank: 1.5, name: high', 'something else is expected here: a whole number'],
  ['required: true', 'required: yes', 'something else is expected here: true or false'],
  [
    'priorities: low, within: 8',
    'priorities: {low: 1}, within: 8',
    'it is not written so here: an id, or a list of ids',
  ],
  ['priorities: low, within: 8', 'priorities: [[low]], within: 8', 'it is not written so here: an id'],
])('%s: %s', (from, to, words) => {
  expect(said(from, to)).toEqual([words]);
});

test('a number that a computer can not hold is told with the largest one', () => {
  const most = 'too many or too long: at most';
  const ranked = (rank: string) => said('rank: 1, name: high', `rank: ${rank}, name: high`);
  expect(ranked('99999999999999999999')).toEqual([`${most} 100`]);
  expect(ranked('1e400')).toEqual([`${most} 9007199254740991`]);
  expect(ranked('-1e400')).toEqual(['too few or empty: at least -9007199254740991']);
});
