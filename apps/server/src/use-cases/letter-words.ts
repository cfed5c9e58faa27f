import type { NewMessage } from '../store/tickets.ts';
import type { IncomingLetter } from './incoming-letter.ts';

export interface Words {
  readonly text: string;
  readonly quoted: string;
  /** A remark of ours where the sender's words can't be read. */
  readonly textIsOurs: boolean;
}

export const remark = (text: string): Words => ({ text, quoted: '', textIsOurs: true });

/** What people read of it: the new part, or all of it when there is no new part (a forwarded letter). */
export const wordsOf = (letter: IncomingLetter, truncated: boolean): Words => {
  if (letter.visible.trim() !== '') return { text: letter.visible, quoted: letter.quoted, textIsOurs: false };
  if (letter.text.trim() !== '') return { text: letter.text, quoted: '', textIsOurs: false };
  if (truncated)
    return remark(
      'Письмо больше 50 МиБ: получены только его заголовки. Прочитайте его в почтовом ящике или попросите отправителя прислать файлы иначе.',
    );
  if (letter.encrypted === true)
    return remark(
      'Письмо зашифровано, здесь его не прочитать. Оно хранится целиком и лежит во вложениях: расшифруйте его или попросите отправителя написать открыто.',
    );
  return { text: '', quoted: '', textIsOurs: false };
};

export const plainWords = ({ text, quoted }: Words): Pick<NewMessage, 'text' | 'quoted'> => ({
  text,
  quoted,
});
