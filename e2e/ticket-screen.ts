import type { Locator, Page } from 'playwright-core';
import { pathOfTicket } from './paths.ts';

/** What staff can write: the name of the tab, and of the button that sends it. */
const SEND = {
  'Ответ клиенту': 'Отправить ответ',
  'Запрос информации': 'Отправить вопрос',
  'Внутренний комментарий': 'Сохранить комментарий',
  Решение: 'Отправить решение',
} as const;

export type Way = keyof typeof SEND;

export interface FileToAttach {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Opens a ticket by its address and waits until it is there. */
export const openTicket = async (page: Page, desk: string, number: number): Promise<void> => {
  await page.goto(pathOfTicket(desk, number));
  await page.getByRole('heading', { level: 1, name: `№ ${number}` }).waitFor();
};

/** The text field of a tab that is open. */
export const textField = (page: Page, way: Way): Locator =>
  page.getByRole('textbox', { name: `Текст сообщения: ${way}` });

export const sendButton = (page: Page, way: Way): Locator => page.getByRole('button', { name: SEND[way] });

export const chooseTab = (page: Page, way: Way): Promise<void> =>
  page.getByRole('tab', { name: way, exact: true }).click();

/** Types a message and attaches files, without sending. */
export const compose = async (
  page: Page,
  way: Way,
  text: string,
  files: readonly FileToAttach[] = [],
): Promise<void> => {
  await chooseTab(page, way);
  await textField(page, way).fill(text);
  for (const file of files) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Прикрепить файл' }).click(),
    ]);
    await chooser.setFiles([{ ...file }]);
    await page.getByRole('button', { name: `Убрать ${file.name}` }).waitFor();
    await page.getByText('загружается').waitFor({ state: 'detached' });
  }
};

/** Sends what was typed and waits until the conversation shows a turn more and the field is free for the next. */
export const write = async (
  page: Page,
  way: Way,
  text: string,
  files: readonly FileToAttach[] = [],
): Promise<void> => {
  const before = await turns(page).count();
  await compose(page, way, text, files);
  await sendButton(page, way).click();
  await turns(page).nth(before).waitFor();
  await page
    .getByRole('textbox', { name: 'Текст сообщения' })
    .filter({ hasText: text })
    .waitFor({ state: 'detached' });
};

const turns = (page: Page): Locator => page.getByRole('region', { name: 'Переписка' }).getByRole('article');

/** The turn of the conversation that holds the words. */
export const message = (page: Page, words: string): Locator => turns(page).filter({ hasText: words });
