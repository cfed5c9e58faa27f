import { contradiction, note, warning } from './finding-kind.ts';

/** Rules of handling that can't be reached, and words that mean nothing yet. */
export const handlingWords = {
  'condition-never-holds': warning<'key' | 'ru' | 'en'>(({ key, ru, en }) => ({
    ru: `условие никогда не выполнится (${key}): ${ru}`,
    en: `the condition never holds (${key}): ${en}`,
  })),
  'condition-always-holds': warning<'key'>(({ key }) => ({
    ru: `${key} называет все значения и ничего не отбирает: уберите его`,
    en: `${key} names every value and selects nothing: leave it out`,
  })),
  'routing-row-unreachable': warning<'row' | 'by'>(({ row, by }) => ({
    ru: `до строки ${row} очередь не дойдёт: строка ${by} подходит всегда, когда подходит она`,
    en: `line ${row} is never reached: line ${by} holds whenever it does`,
  })),
  'routing-without-rest': warning(() => ({
    ru: 'заявка, к которой не подходит ни одна строка, останется без линии: добавьте последней строку без when',
    en: 'a ticket that fits no line of this list gets none: add a last one without "when"',
  })),
  'line-unreached': warning<'line'>(({ line }) => ({
    ru: `на линию «${line}» ничего не ведёт: ни маршрут, ни передача`,
    en: `nothing leads to the line "${line}": no route and no hand-over`,
  })),
  'hand-over-nowhere': contradiction<'line'>(({ line }) => ({
    ru: `передача с линии «${line}» на неё же`,
    en: `a hand-over from the line "${line}" to itself`,
  })),
  'intake-idle': warning<'from'>(({ from }) => ({
    ru: `поле берётся из «${from}», а в регламенте этого нет: его никогда не заполнить`,
    en: `the field is taken from "${from}", which this regulation has none of: it is never filled`,
  })),
  'intake-twice': warning<'from' | 'other'>(({ from, other }) => ({
    ru: `«${from}» уже спрашивает поле «${other}»: клиента спросят дважды`,
    en: `"${from}" is asked by the field "${other}" already: the customer is asked twice`,
  })),
  'label-twice': warning<'label' | 'other'>(({ label, other }) => ({
    ru: `подпись «${label}» уже у поля «${other}»: в письме её отнесут к нему`,
    en: `the label "${label}" belongs to the field "${other}" already: in a letter it is read as that`,
  })),
  'reopened-without-clock': warning(() => ({
    ru: 'заявка открывается снова, но ни один отсчёт не идёт дальше (after-objection: leave): срока у неё не будет',
    en: 'a ticket opens again, but no clock goes on (after-objection: leave): it has no deadline',
  })),
  'abuse-reversed-below': warning(() => ({
    ru: 'прекращает обслуживание руководитель, а отменить может инженер: проверьте, так ли задумано',
    en: 'a lead stops the service and an engineer may take that back: is that meant?',
  })),
  'in-force-before-date': warning(() => ({
    ru: 'редакция действует раньше, чем подписана: проверьте даты',
    en: 'the edition is in force before its own date: check the dates',
  })),
  'term-undefined': warning<'term' | 'near'>(({ term, near }) => ({
    ru: `слово ссылается на термин «${term}», а его нет в terms${near === '' ? '' : `; может быть, ${near}?`}`,
    en: `a word points to the term "${term}", which is not among "terms"${near === '' ? '' : `; did you mean ${near}?`}`,
  })),
  'term-unused': note<'term'>(({ term }) => ({
    ru: `на термин «${term}» не ссылается ни один текст: [слово](#${term})`,
    en: `no text points to the term "${term}": [word](#${term})`,
  })),
  'clause-unused': warning<'clause'>(({ clause }) => ({
    ru: `на пункт ${clause} не ссылается ни одно правило: служба его не исполняет`,
    en: `no rule cites the clause ${clause}: the desk does nothing about it`,
  })),
  'name-unused': note<'name'>(({ name }) => ({
    ru: `«${name}» названо, но ни одно правило его не упоминает`,
    en: `"${name}" is named, but no rule mentions it`,
  })),
  'acceptance-idle': warning<'code'>(({ code }) => ({
    ru: `принято «${code}», а здесь этого нет: уберите запись; принимают противоречия и предупреждения`,
    en: `"${code}" is accepted and isn't here: remove the entry; contradictions and warnings can be accepted`,
  })),
  'not-obeyed-yet': note<'part'>(({ part }) => ({
    ru: `${part}: проверяется и показывается, но служба пока не исполняет это сама`,
    en: `${part}: checked and shown, but the desk does not act on it yet`,
  })),
} as const;
