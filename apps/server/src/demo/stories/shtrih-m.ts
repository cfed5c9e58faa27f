import { answers, ask, confirms, type DeskDemo, HOUR, note, reply, resolve, take, writes } from '../story.ts';

/** The office is open nine hours a day. */
const DAY = 9 * HOUR;

export const shtrihM: DeskDemo = {
  hours: 'office',
  companies: [
    {
      name: 'Сеть булочных «Тёплый край»',
      district: 'south',
      city: 'Краснодар',
      certificates: [{ number: 'ШМ-П-0088', packageId: 'paid', fromDay: -100 }],
      people: [{ email: 'kassy@teply-kray.example', name: 'Раиса Волкова', phone: '+7 (000) 555-60-01' }],
    },
    {
      name: 'Сервисный центр «Чек в порядке»',
      certificates: [{ number: 'ШМ-С-0014', packageId: 'partner', fromDay: -240 }],
      standing: {
        role: 'certified-partner',
        fromDay: -620,
        shownAs: '+7 (000) 555-60-02, master@chek-ok.example',
      },
      people: [{ email: 'master@chek-ok.example', name: 'Станислав Бережной', phone: '+7 (000) 555-60-02' }],
    },
    {
      name: 'Магазин «Клубок»',
      district: 'volga',
      city: 'Самара',
      certificates: [{ number: 'ШМ-Б-0771', packageId: 'free', fromDay: -25, months: 3 }],
      people: [{ email: 'klubok@pryazha.example', name: 'Евгения Мохова', phone: '+7 (000) 555-60-03' }],
    },
    {
      name: 'Автомойка «Капля»',
      district: 'ural',
      city: 'Челябинск',
      certificates: [{ number: 'ШМ-Б-0650', packageId: 'free', fromDay: -130, months: 3 }],
      people: [{ email: 'smena@moyka-kaplya.example', name: 'Ринат Сафиуллин', phone: '+7 (000) 555-60-04' }],
    },
    {
      name: 'Аптека «Подорожник»',
      district: 'siberia',
      city: 'Омск',
      certificates: [{ number: 'ШМ-П-0097', packageId: 'paid', fromDay: 4 }],
      people: [{ email: 'apteka@podorozhnik.example', name: 'Майя Левина', phone: '+7 (000) 555-60-05' }],
    },
  ],
  stories: [
    {
      ago: 7 * DAY + 50,
      arrival: 'letter',
      from: 'kassy@teply-kray.example',
      subject: 'Смена не закрывается, пишет про часы',
      text: 'Добрый день! На кассе в третьей булочной смена не закрывается, сообщение про расхождение часов.\n\nАкт: 0088-3',
      next: [
        take(60, 'second'),
        reply(
          90,
          'second',
          'Раиса, здравствуйте! Часы принтера ушли вперёд больше чем на пять минут. В программе откройте **Сервис → Дата и время → Взять с компьютера**, потом закройте смену.',
        ),
        writes(70, 'Получилось, смена закрылась. А почему они ушли?'),
        resolve(
          110,
          'second',
          'Скорее всего, разрядилась батарейка часов принтера: ей пять лет. Замените её при ближайшем обслуживании, до тех пор сверяйте время раз в неделю.',
        ),
        confirms(240),
      ],
    },
    {
      ago: 4 * DAY + 20,
      arrival: 'letter',
      from: 'master@chek-ok.example',
      subject: 'Прошивка не ставится через USB',
      text: 'Коллеги, на пяти принтерах из партии прошивка обрывается на 40 %. По сети ставится нормально.',
      next: [
        take(45, 'first'),
        ask(
          35,
          'first',
          'Станислав, здравствуйте! Какая версия драйвера и через какой разъём подключаете: напрямую или через концентратор?',
        ),
        answers(250, 'Драйвер 4.16, через концентратор. Напрямую тоже обрывается.', {
          name: 'usb-update.log',
          text: 'block 409 of 1024: timeout\nretry 1: timeout\nretry 2: timeout\nupdate cancelled\n',
        }),
        note(40, 'first', 'Таймаут на блоке 409 во всех пяти журналах. Передано разработчику драйвера.'),
        resolve(
          500,
          'first',
          'Причину нашли: драйвер 4.16 слишком рано считает запись зависшей. Версия **4.17** ждёт дольше, она уже на портале.',
        ),
      ],
    },
    {
      ago: 17 * HOUR,
      arrival: 'letter',
      from: 'kassy@teply-kray.example',
      subject: 'Не печатается наименование товара целиком',
      text: 'Длинные названия обрезаются на двадцатом знаке. Покупатели спрашивают, что за «Пирог с капустой и я».\n\nАкт: 0088-3',
      next: [take(200, 'second')],
    },
    {
      ago: DAY + 130,
      arrival: 'letter',
      from: 'klubok@pryazha.example',
      subject: 'Как поменять заголовок чека',
      text: 'Здравствуйте! Сменили вывеску, хотим новое название в чеке.\n\nКлюч: 0771-22-10',
      next: [
        ask(
          180,
          'second',
          'Евгения, добрый день! Подскажите, пожалуйста, модель принтера: она на наклейке снизу. От неё зависит, где лежит эта настройка.',
        ),
      ],
    },
    {
      ago: 8 * HOUR - 20,
      arrival: 'letter',
      from: 'master@chek-ok.example',
      subject: 'Два принтера на одной кассе путают чеки',
      text: 'Касса с двумя принтерами, после обновления копия чека выходит на основном. Прошу подсказать, где разделить.',
      next: [],
    },
    {
      ago: 5 * HOUR,
      arrival: 'letter',
      from: 'smena@moyka-kaplya.example',
      subject: 'Программа просит ключ',
      text: 'Программа при запуске стала просить ключ защиты. Раньше не просила.\n\nКлюч: 0650-11-04',
      next: [],
    },
    {
      ago: 4 * HOUR,
      arrival: 'phone',
      from: 'apteka@podorozhnik.example',
      company: 'Аптека «Подорожник»',
      subject: 'Спрашивает, как подключить второй принтер',
      text: 'Акт подписан, поддержка начнётся через несколько дней. Хочет подготовиться заранее.',
      next: [],
    },
    {
      ago: 95,
      arrival: 'letter',
      from: 'prodavec@lavka-lesnika.example',
      name: 'Лавка лесника',
      subject: 'чек выходит белый',
      text: 'Принтер шумит, бумага идёт, а на чеке ничего нет.',
      next: [],
    },
  ],
};
