import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer, addStaff, type TestPerson } from '../apps/server/src/testing/test-desk.ts';
import { registerByStaff } from '../apps/server/src/use-cases/register-by-staff.ts';
import { screenFaults } from './check-screen.ts';
import { pathOfTicket } from './paths.ts';
import { DESKTOP, PHONE, type Product, signedInPage, startProduct } from './product.ts';
import { openTicket } from './ticket-screen.ts';

// FL-NOTE: a ticket about what was never commissioned, as far as is on record, and the date recorded beside the note.

const DESK = 'flat';
let product: Product;
let engineer: TestPerson;
let number: number;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  const { context, desks } = product.server.opened;
  const deskId = desks.find(({ slug }) => slug === DESK)?.deskId;
  if (deskId === undefined) throw new Error('no desk');
  const { companyId } = await addCustomer(product.server.opened, DESK, {
    company: 'АО «Берёза»',
    email: 'ivan@birch.example',
    name: 'Иван',
    packageId: '8x5',
  });
  engineer = await addStaff(product.server.opened, DESK, 'engineer', 'engineer@flat.example');
  const registered = await registerByStaff(context, {
    deskId,
    personId: engineer.personId,
    channel: 'portal',
    requesterEmail: 'ivan@birch.example',
    requesterName: 'Иван',
    requesterPhone: '',
    companyId,
    subject: 'Нет связи',
    text: 'Нет связи',
    type: null,
    priority: '3',
    fields: {},
    product: null,
    attachments: [],
    idempotency: { key: context.newId(), requestHash: 'x' },
  });
  if (!registered.ok) throw new Error(registered.code);
  ({ number } = registered.value);
  page = await signedInPage(product, engineer);
});
afterAll(() => product.stop());

const dialog = () => page.getByRole('dialog');
const record = () => page.getByRole('button', { name: 'Записать ввод в эксплуатацию' });
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a ticket about what was never commissioned', () => {
  it.each([
    ['wide', DESKTOP],
    ['phone', PHONE],
  ])('on a %s screen has the note, and anybody can read it', async (name, size) => {
    await page.setViewportSize(size);
    await page.goto(pathOfTicket(DESK, number));
    if (size === PHONE) await page.getByRole('tab', { name: 'Подробности' }).click();
    await page.getByText('Продукт не введён в эксплуатацию').waitFor();
    await record().click();
    await dialog().getByLabel('Введена в эксплуатацию').waitFor();
    expect(await screenFaults(page, `commissioning ${name}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('gets its date in one step: what is wrong is told, a new installation is recorded, and the note is gone', async () => {
    await page.setViewportSize(DESKTOP);
    await openTicket(page, DESK, number);
    await record().click();
    const save = () => dialog().getByRole('button', { name: 'Записать' }).click();
    await save();
    await dialog().getByText('Назовите дату').waitFor();
    await dialog().getByLabel('Введена в эксплуатацию').fill(inDays(2));
    await save();
    await dialog().getByText('в будущем').waitFor();
    await dialog().getByLabel('Введена в эксплуатацию').fill(inDays(-2));
    await save();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('Продукт не введён в эксплуатацию').waitFor({ state: 'detached' });
  });
});
