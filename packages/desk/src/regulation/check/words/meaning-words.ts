import { MOMENT_SPELLINGS } from '../../parse-term.ts';
import { LONGEST_DAYS, TARGET_SPELLINGS } from '../../parse-target.ts';
import { error } from './finding-kind.ts';

const inCase = (...names: readonly string[]): string => names.filter((name) => name !== '').join(', ');

/** What doesn't fit together in a file of the right shape. */
export const meaningWords = {
  'bad-date': error<'value'>(({ value }) => ({
    ru: `«${value}» — не дата 1990–2149 годов: напишите, например, 2025-02-28`,
    en: `"${value}" is not a date of the years 1990 to 2149: write, for example, 2025-02-28`,
  })),
  'bad-time': error<'value'>(({ value }) => ({
    ru: `«${value}» — не дата со временем: напишите, например, 2025-02-07 16:00`,
    en: `"${value}" is not a date with a time: write, for example, 2025-02-07 16:00`,
  })),
  'bad-days': error<'value'>(({ value }) => ({
    ru: `«${value}» — не дни недели: напишите mon, mon-fri или sat-sun`,
    en: `"${value}" are no weekdays: write mon, mon-fri or sat-sun`,
  })),
  'bad-window': error(() => ({
    ru: 'часы не читаются: напишите "09:00-18:00", список таких окон или closed; полночь в конце — 24:00',
    en: 'the hours can\'t be read: write "09:00-18:00", a list of such windows, or closed; midnight at the end is 24:00',
  })),
  'day-twice': error<'value'>(({ value }) => ({
    ru: `в «${value}» есть день, который уже назван другой строкой: оставьте его в одной`,
    en: `"${value}" names a day that another line has: keep it in one of them`,
  })),
  'schedule-date-invalid': error<'value'>(({ value }) => ({
    ru: `«${value}» — не дата: напишите, например, 2025-12-31`,
    en: `"${value}" is not a date: write, for example, 2025-12-31`,
  })),
  'bad-target': error<'value'>(({ value }) => ({
    ru: `«${value}» не читается; можно: ${TARGET_SPELLINGS.ru}`,
    en: `"${value}" can't be read; write ${TARGET_SPELLINGS.en}`,
  })),
  'target-too-long': error<'value'>(({ value }) => ({
    ru: `«${value}» слишком долго: самое большее ${LONGEST_DAYS} дней или ${LONGEST_DAYS * 24} часов`,
    en: `"${value}" is too long: at most ${LONGEST_DAYS} days or ${LONGEST_DAYS * 24} hours`,
  })),
  'bad-closing-term': error<'value'>(({ value }) => ({
    ru: `«${value}» не читается: напишите календарные дни ("14 calendar days") или простые часы ("336 hours")`,
    en: `"${value}" can't be read: write calendar days ("14 calendar days") or plain hours ("336 hours")`,
  })),
  'bad-reopening-term': error<'value'>(({ value }) => ({
    ru: `«${value}» не читается: напишите календарные дни, например "7 calendar days"`,
    en: `"${value}" can't be read: write calendar days, for example "7 calendar days"`,
  })),
  'bad-warning': error<'value'>(({ value }) => ({
    ru: `«${value}»: напишите "3 days before", и дней меньше, чем в самом сроке`,
    en: `"${value}": write "3 days before", with fewer days than the term itself has`,
  })),
  'bad-term': error<'value'>(({ value }) => ({
    ru: `«${value}» не читается: напишите "90 days", "3 months" или "1 year"`,
    en: `"${value}" can't be read: write "90 days", "3 months" or "1 year"`,
  })),
  'bad-moment': error<'value'>(({ value }) => ({
    ru: `«${value}» не читается; можно: ${MOMENT_SPELLINGS.ru}`,
    en: `"${value}" can't be read; write ${MOMENT_SPELLINGS.en}`,
  })),
  'warn-at-order': error(() => ({
    ru: 'доли идут по возрастанию, время до срока — по убыванию: поставьте в том порядке, в каком они сработают',
    en: 'shares must ascend, times before the deadline descend: put them in the order in which they ring',
  })),
  'target-missing': error<'packageId' | 'priority' | 'type'>(({ packageId, priority, type }) =>
    packageId === ''
      ? { ru: 'не сказано, что обещает этот отсчёт', en: 'it is not said what this clock promises' }
      : {
          ru: `нет срока для ${inCase(packageId, priority, type)}: добавьте строку, хотя бы с within: nothing`,
          en: `no target for ${inCase(packageId, priority, type)}: add a line, be it with within: nothing`,
        },
  ),
  'target-overlap': error<'lines' | 'packageId' | 'priority' | 'type'>(
    ({ lines, packageId, priority, type }) => ({
      ru: `строки ${lines} этого списка вместе дают срок для ${inCase(packageId, priority, type)}, и ни одна не точнее: уточните одну`,
      en: `lines ${lines} of this list both give a target for ${inCase(packageId, priority, type)}, and neither is more special: narrow one`,
    }),
  ),
  'agreement-missing': error(() => ({
    ru: 'отсчёт начинается с договорённости: скажите в agreed-date, как её достигают',
    en: 'it starts with an agreement: say in "agreed-date" how one is made',
  })),
  'agreement-target': error(() => ({
    ru: 'срок — согласованная дата: оставьте список пустым',
    en: 'the agreed date is the target: leave the list empty',
  })),
  'hours-missing': error<'priorities'>(({ priorities }) => ({
    ru: `нет часов для приоритетов: ${priorities}; добавьте строку else`,
    en: `no hours for priority ${priorities}: add a line "else"`,
  })),
  'hours-overlap': error<'priority'>(({ priority }) => ({
    ru: `часы для приоритета «${priority}» названы дважды: оставьте одну строку`,
    en: `two lines give hours for priority "${priority}": keep one`,
  })),
  'package-missing': error(() => ({
    ru: 'в регламенте нет ни одного пакета: назовите хотя бы один',
    en: 'a regulation has at least one package: name it',
  })),
  'rank-twice': error<'rank'>(({ rank }) => ({
    ru: `ранг ${rank} уже у другого пакета: у каждого он свой`,
    en: `rank ${rank} is taken by another package: each has its own`,
  })),
  'priority-twice': error<'word' | 'other'>(({ word, other }) => ({
    ru: `«${word}» уже значит приоритет ${other}`,
    en: `"${word}" means priority ${other} already`,
  })),
  'priority-rules-missing': error(() => ({
    ru: 'приоритеты есть, а кто их ставит — не сказано: опишите priority-rules',
    en: 'there are priorities, so say in "priority-rules" who sets them',
  })),
  'reserved-id': error<'value'>(({ value }) => ({
    ru: `«${value}» в правилах значит своё: назовите иначе`,
    en: `"${value}" has a meaning of its own in rules: name it otherwise`,
  })),
  'service-missing': error<'packages'>(({ packages }) => ({
    ru: `про пакеты ${packages} ничего не сказано: yes, no, paid, agreement или conditional; any — все остальные`,
    en: `nothing is said for package ${packages}: yes, no, paid, agreement or conditional; any is all others`,
  })),
  'condition-empty': error(() => ({
    ru: 'в условии нет ни одного признака: назовите его или уберите when',
    en: 'a condition names at least one fact: name it, or leave "when" out',
  })),
  'example-differs': error<'ruDue' | 'enDue' | 'ruRules' | 'enRules' | 'ruSteps' | 'enSteps'>((words) => ({
    ru: `в примере ${words.ruDue}, по правилам ${words.ruRules}. ${words.ruSteps}`,
    en: `the example says ${words.enDue}, the rules give ${words.enRules}. ${words.enSteps}`,
  })),
  'example-nothing-promised': error(() => ({
    ru: 'по правилам в этом случае ничего не обещано: уберите пример или поправьте отсчёт',
    en: 'by the rules nothing is promised in this case: remove the example or mend the clock',
  })),
  'example-no-date': error(() => ({
    ru: 'по правилам в этом случае дату не согласуют: поправьте agreed-date отсчёта или уберите agreed из примера',
    en: 'by the rules no date can be agreed in this case: mend "agreed-date" of the clock, or leave "agreed" out',
  })),
} as const;
