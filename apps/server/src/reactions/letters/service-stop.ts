import type { Language, Regulation, Text } from '@reglament/desk';
import { clauseSentence } from '../../text/regulation-names.ts';
import { frameBlocks } from '../letter-frame.ts';
import { paragraph } from '../letter.ts';
import type { RenderedNotice } from '../notice-facts.ts';
import { greeting, sayIn } from './letter-parts.ts';

/** Service was stopped for a contact, or taken up again (CN-L5). */
export interface ServiceStopFacts {
  readonly deskName: Text;
  readonly kind: 'service-stopped' | 'service-resumed';
  readonly clause: string;
  readonly regulation: Regulation;
}

/** Told with the rule behind it and with what to do; what was written down about it stays the desk's own. */
export const serviceStopLetter = (
  { deskName, kind, clause, regulation }: ServiceStopFacts,
  language: Language,
): RenderedNotice => {
  const say = sayIn(language);
  const rule = clauseSentence(regulation, clause, language);
  const [subject, ...sentences] =
    kind === 'service-stopped'
      ? [
          say('Обслуживание ваших обращений прекращено', 'Service for your requests is stopped'),
          say(
            'Мы прекратили обслуживать ваши обращения. Новые будут получать номер, но сроки по ним не идут.',
            'We have stopped serving your requests. New ones will be given a number, but no deadline runs.',
          ),
          rule,
          say(
            'Если вы не согласны, ответьте на это письмо: решение пересмотрит руководитель поддержки. Ваши коллеги могут обращаться как раньше.',
            'If you disagree, reply to this letter: the lead of support will look at it again. Your colleagues may ask as before.',
          ),
        ]
      : [
          say('Обслуживание ваших обращений возобновлено', 'Service for your requests goes on'),
          say(
            'Руководитель поддержки отменил прекращение обслуживания. Новые обращения обслуживаются как раньше; те, что пришли раньше, отправьте ещё раз, если они ещё нужны.',
            'The lead of support has taken the stop back. New requests are served as before; those that came meanwhile, send again if they still matter.',
          ),
          rule,
        ];
  return frameBlocks(
    `[${deskName[language]}] ${subject}`,
    [
      paragraph(greeting[language]),
      ...sentences.filter((sentence) => sentence !== '').map(paragraph),
      paragraph(deskName[language]),
    ],
    language,
  );
};
