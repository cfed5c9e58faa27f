import { type BodyOf, endpoints, ProblemError } from '@reglament/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { signedIn, startTestServer, type TestServer, type Visitor } from '../testing/start-test-server.ts';
import { addStaff } from '../testing/test-desk.ts';

let server: TestServer;
let anna: Visitor;
let boris: Visitor;
let lead: Visitor;

beforeAll(async () => {
  server = await startTestServer();
  const join = async (role: string, name: string) =>
    signedIn(server, await addStaff(server.opened, 'centaur', role, `${name}@centaur.example`));
  anna = await join('engineer', 'anna');
  boris = await join('engineer', 'boris');
  lead = await join('lead', 'lead');
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const params = { desk: 'centaur' };
type Facts = BodyOf<typeof endpoints.createTemplate>;
const facts: Facts = { personal: true, name: 'Приветствие', text: 'Здравствуйте!', say: null, actions: [] };
const create = (who: Visitor, changed: Partial<Facts> = {}) =>
  who.call(endpoints.createTemplate, { params, body: { ...facts, ...changed } }, { idempotencyKey: newId() });
const seen = async (who: Visitor) =>
  (await who.call(endpoints.getTemplates, { params })).templates.map(({ name, mayChange }) => [
    name,
    mayChange,
  ]);
const problem = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'served',
    (error: unknown) =>
      error instanceof ProblemError ? (error.problem.errors ?? error.problem.code) : error,
  );

it('one’s own is seen and changed by oneself alone, the desk’s is kept by leads', async () => {
  const own = await create(anna, { name: 'Своё' });
  const common = await create(lead, { name: 'Общее', personal: false });
  expect(await seen(anna)).toEqual([
    ['Общее', false],
    ['Своё', true],
  ]);
  expect(await seen(boris)).toEqual([['Общее', false]]);
  expect(await seen(lead)).toEqual([['Общее', true]]);
  expect(await problem(create(anna, { personal: false }))).toBe('forbidden');
  const { personal: _, ...body } = facts;
  const change = (who: Visitor, templateId: string, version = 1) =>
    who.call(endpoints.changeTemplate, { params: { ...params, templateId }, body }, { version });
  expect(await problem(change(boris, own.templateId))).toBe('not-found');
  expect(await problem(change(lead, own.templateId))).toBe('not-found');
  expect(await problem(change(boris, common.templateId))).toBe('forbidden');
  expect(await change(anna, own.templateId)).toEqual({ templateId: own.templateId, version: 2 });
  expect(await problem(change(anna, own.templateId))).toBe('stale');
  const remove = (who: Visitor, templateId: string, version: number) =>
    who.call(endpoints.deleteTemplate, { params: { ...params, templateId } }, { version });
  expect(await problem(remove(boris, own.templateId, 2))).toBe('not-found');
  await remove(anna, own.templateId, 2);
  expect(await seen(anna)).toEqual([['Общее', false]]);
});

it('with an unknown variable is refused, with its place', async () => {
  expect(await problem(create(anna, { text: 'Добрый день,\n{{contact.nmae}}!' }))).toMatchObject([
    {
      pointer: '/text',
      code: 'unknown-variable',
      detail: 'Нет такой переменной: {{contact.nmae}}, строка 2, знак 1.',
    },
  ]);
  expect(await problem(create(anna, { text: '{{deadline' }))).toMatchObject([{ code: 'not-closed' }]);
});

it('that neither says nor does anything is refused, and so is a tag of nobody', async () => {
  expect(await problem(create(anna, { text: ' ' }))).toMatchObject([{ pointer: '/text', code: 'empty' }]);
  expect(
    await problem(create(anna, { text: '', say: 'resolve', actions: [{ kind: 'take' }] })),
  ).toMatchObject([{ code: 'empty' }]);
  expect(await problem(create(anna, { actions: [{ kind: 'tag', tagId: newId() }] }))).toMatchObject([
    { pointer: '/actions', code: 'unknown-tag' },
  ]);
  expect(await problem(create(anna, { text: '', actions: [{ kind: 'take' }] }))).toBe('served');
});

it('gives a ticket to people and lines that the desk has, and to no other', async () => {
  const person = await addStaff(server.opened, 'flat', 'engineer', 'gleb@flat.example');
  const gleb = await signedIn(server, person);
  const gives = (...actions: NonNullable<Facts['actions']>) =>
    problem(
      gleb.call(
        endpoints.createTemplate,
        { params: { desk: 'flat' }, body: { ...facts, actions } },
        { idempotencyKey: newId() },
      ),
    );
  const toHimself = { kind: 'assign', personId: person.personId } as const;
  expect(await gives(toHimself)).toBe('served');
  expect(await gives({ kind: 'hand-over', toLine: '2' }, { kind: 'assign', personId: null })).toBe('served');
  // Works at another desk alone.
  expect(await problem(create(anna, { actions: [toHimself] }))).toMatchObject([
    { pointer: '/actions', code: 'unknown-person' },
  ]);
  expect(await gives({ kind: 'hand-over', toLine: 'nowhere' })).toMatchObject([
    { pointer: '/actions', code: 'unknown-line' },
  ]);
});
