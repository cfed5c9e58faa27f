import { contradiction, note, warning } from './finding-kind.ts';

/** Hours and targets that read well and don't do what they seem to. */
export const promiseWords = {
  'schedule-never-opens': warning<'schedule'>(({ schedule }) => ({
    ru: `график «${schedule}» никогда не открывается: назовите в нём часы`,
    en: `the hours "${schedule}" never open: name some`,
  })),
  'schedule-unused': warning<'schedule'>(({ schedule }) => ({
    ru: `по графику «${schedule}» ничего не считается: уберите его или назовите в пакете`,
    en: `nothing is counted in the hours "${schedule}": remove them, or name them in a package`,
  })),
  'hours-else-idle': warning<'packageId'>(({ packageId }) => ({
    ru: `строка else пакета ${packageId} не действует: все приоритеты названы, а без приоритета заявок нет`,
    en: `the line "else" of ${packageId} never counts: every priority is named, and no ticket is without one`,
  })),
  'shortened-without-calendar': warning(() => ({
    ru: 'shortened ничего не меняет: без производственного календаря предпраздничных дней нет',
    en: '"shortened" changes nothing: without a production calendar there are no days before holidays',
  })),
  'calendar-ends': note<'calendar' | 'year'>(({ calendar, year }) => ({
    ru: `производственный календарь «${calendar}» известен по ${year} год включительно`,
    en: `the production calendar "${calendar}" is known up to and including ${year}`,
  })),
  'calendar-year-missing': warning<'calendar' | 'years'>(({ calendar, years }) => ({
    ru: `в производственном календаре «${calendar}» нет годов: ${years}; сроки там считаются только по праздникам из закона`,
    en: `the production calendar "${calendar}" has no ${years}: deadlines there know only the holidays of the law`,
  })),
  'target-never-due': contradiction<'schedule' | 'within'>(({ schedule, within }) => ({
    ru: `обещано «${within}», но часы «${schedule}» никогда не открываются: срока не будет; назовите часы или другой срок`,
    en: `"${within}" is promised, but the hours "${schedule}" never open, so there is no deadline: name hours or another target`,
  })),
  'agreed-date-never': contradiction<'schedule'>(({ schedule }) => ({
    ru: `согласованная дата должна лежать в часах «${schedule}», а они никогда не открываются`,
    en: `an agreed date has to lie in the hours "${schedule}", and they never open`,
  })),
  'target-row-unused': warning<'row' | 'winners'>(({ row, winners }) => ({
    ru: `строка ${row} никогда не действует${winners === '' ? '' : `: всюду точнее строки ${winners}`}; уберите её или уточните`,
    en: `line ${row} never counts${winners === '' ? '' : `: lines ${winners} are more special everywhere`}; remove or narrow it`,
  })),
  'target-narrowed': note<'wide' | 'narrow' | 'packageId' | 'priority'>(
    ({ wide, narrow, packageId, priority }) => ({
      ru: `строки ${wide} и ${narrow} обе подходят (например, ${packageId}${priority === '' ? '' : `, ${priority}`}): действует строка ${narrow}, она точнее`,
      en: `lines ${wide} and ${narrow} both fit (for example ${packageId}${priority === '' ? '' : `, ${priority}`}): line ${narrow} counts, it is more special`,
    }),
  ),
  'target-hours-idle': warning<'within'>(({ within }) => ({
    ru: `hours здесь ничего не меняет: «${within}» от них не зависит`,
    en: `"hours" changes nothing here: "${within}" does not depend on them`,
  })),
  'warning-before-start': warning<'mark' | 'within'>(({ mark, within }) => ({
    ru: `предупреждение «${mark}» пришлось бы на время до начала: весь срок — «${within}»; оно сработает сразу`,
    en: `the warning "${mark}" lies before the start: the whole target is "${within}"; it rings at once`,
  })),
  'priority-slower': warning<'urgent' | 'other' | 'packageId'>(({ urgent, other, packageId }) => ({
    ru: `в пакете ${packageId} приоритету ${urgent} обещано больше времени, чем менее срочному ${other}: не перепутаны ли строки`,
    en: `under ${packageId} priority ${urgent} is given more time than the less urgent ${other}: are the lines mixed up?`,
  })),
  'package-slower': warning<'better' | 'other' | 'priority'>(({ better, other, priority }) => ({
    ru: `старшему пакету ${better} обещано больше времени, чем младшему ${other}${priority === '' ? '' : ` (приоритет ${priority})`}`,
    en: `the better package ${better} is given more time than ${other}${priority === '' ? '' : ` (priority ${priority})`}`,
  })),
  'priority-none-idle': warning<'priority'>(({ priority }) => ({
    ru: `строка для заявок без приоритета не действует: без него ставится «${priority}»`,
    en: `a line for tickets without a priority never counts: "${priority}" is assumed for them`,
  })),
  'stop-impossible': warning<'stop' | 'ru' | 'en'>(({ stop, ru, en }) => ({
    ru: `«${stop}» здесь не наступит: ${ru}`,
    en: `"${stop}" can't happen here: ${en}`,
  })),
  'clock-never-stops': contradiction<'clock'>(({ clock }) => ({
    ru: `отсчёт «${clock}» ничто не остановит: ни одно событие из stops в этом регламенте не наступает`,
    en: `nothing can stop the clock "${clock}": no event of its "stops" happens under this regulation`,
  })),
  'clock-never-starts': contradiction<'clock'>(({ clock }) => ({
    ru: `отсчёт «${clock}» не начнётся: нет ни видов, ни приоритетов, классифицировать нечего`,
    en: `the clock "${clock}" never starts: there are no types and no priorities to classify by`,
  })),
  'clock-stops-at-start': contradiction<'clock' | 'event'>(({ clock, event }) => ({
    ru: `отсчёт «${clock}» начинается и останавливается одним событием (${event}): он всегда нулевой`,
    en: `the clock "${clock}" starts and stops by the same event (${event}): it is always nothing`,
  })),
  'pause-after-stop': warning(() => ({
    ru: 'пауза не наступит: запрос сведений уже останавливает этот отсчёт',
    en: 'the pause never comes: a request for information stops this clock already',
  })),
  'after-pause-idle': warning(() => ({
    ru: 'after-pause ничего не меняет: у отсчёта нет пауз или сроков в рабочих днях',
    en: '"after-pause" changes nothing: the clock has no pauses, or no targets in working days',
  })),
  'after-bounce-idle': warning(() => ({
    ru: 'after-bounce ничего не меняет: отсчёт не останавливается уведомлением',
    en: '"after-bounce" changes nothing: no notice stops the clock',
  })),
  'figure-by-idle': warning(() => ({
    ru: 'figure-by ничего не меняет: приоритетов нет',
    en: '"figure-by" changes nothing: there are no priorities',
  })),
  'change-counts-idle': warning(() => ({
    ru: 'change-counts ничего не меняет: приоритет никогда не меняется',
    en: '"change-counts" changes nothing: the priority is never changed',
  })),
  'clock-without-example': note<'clock'>(({ clock }) => ({
    ru: `у отсчёта «${clock}» нет примера: впишите в examples случай, посчитанный вручную`,
    en: `the clock "${clock}" has no example: write a case worked out by hand into "examples"`,
  })),
} as const;
