import { describe, expect, it } from 'vitest';
import { emptySetup, faultsOf, setupBody, stepOfPointer } from './setup-form.ts';

const filled = {
  ...emptySetup,
  name: ' Анна ',
  email: 'Anna@First.example',
  password: 'long enough',
  address: 'help@first.example',
  regulation: 'flat',
};

describe('the form of the first start', () => {
  it('wants what each step needs, and no more', () => {
    expect(faultsOf('person', emptySetup)).toEqual(['name', 'email', 'password']);
    expect(faultsOf('desk', { ...emptySetup, slug: 'Наша' })).toEqual(['slug', 'address']);
    expect(faultsOf('regulation', emptySetup)).toEqual(['regulation']);
    expect(faultsOf('regulation', { ...emptySetup, regulation: 'own' })).toEqual(['source']);
    for (const step of ['person', 'desk', 'regulation'] as const) expect(faultsOf(step, filled)).toEqual([]);
  });

  it('asks with addresses in small letters and names without spaces around', () => {
    expect(setupBody('t', filled)).toMatchObject({
      person: { name: 'Анна', email: 'anna@first.example' },
      regulation: { kind: 'shipped', slug: 'flat' },
    });
    expect(setupBody('t', { ...filled, regulation: 'own', source: 'x' }).regulation).toEqual({
      kind: 'own',
      source: 'x',
    });
  });

  it('goes back to the step that the server complains about', () => {
    expect(stepOfPointer('/desk/slug')).toBe('desk');
    expect(stepOfPointer('/regulation/source#line=3')).toBe('regulation');
    expect(stepOfPointer('/token')).toBeNull();
  });
});
