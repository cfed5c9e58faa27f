import { describe, expect, it } from 'vitest';
import { nothingSaid, readAnswerFacts, sayable, saysNothing } from './answer-facts.ts';

const word = { ru: 'Слово', en: 'Word' };
const rules = {
  outcomes: [{ id: 'workaround', name: word, clause: 'FL-L2' }],
  answerMeans: ['email', 'phone'],
  checklist: [word, word],
} as unknown as Parameters<typeof sayable>[1];

describe('what an answer says besides its words', () => {
  it('comes back as it was kept', () => {
    const said = { outcome: 'workaround', means: 'phone', items: [0, 1] };
    expect(readAnswerFacts(JSON.parse(JSON.stringify(said)))).toEqual(said);
    expect(saysNothing(said)).toBe(false);
    expect(sayable(said, rules)).toEqual(said);
  });

  it.each([undefined, null, 'x', 5, [], { outcome: 5, means: {}, items: 'x' }])(
    'is nothing in %j',
    (broken) => {
      expect(readAnswerFacts(broken)).toEqual(nothingSaid);
      expect(saysNothing(readAnswerFacts(broken))).toBe(true);
    },
  );

  it('leaves out what the rules do not know any more', () => {
    expect(sayable({ outcome: 'magic', means: 'fax', items: [1, 2, -1] }, rules)).toEqual({
      outcome: null,
      means: null,
      items: [1],
    });
    expect(readAnswerFacts({ items: [0, 'x', 1.5, null] }).items).toEqual([0]);
  });
});
