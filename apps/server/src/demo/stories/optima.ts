import {
  agreesToDate,
  answers,
  ask,
  classify,
  confirms,
  type DeskDemo,
  HOUR,
  note,
  objects,
  proposeDate,
  reply,
  resolve,
  take,
} from '../story.ts';

/** The service is open nine hours a day. */
const DAY = 9 * HOUR;

const passport = (priority: string): string =>
  `Переработчик: да\nПО: Optima Win 8.4 Favorite\nПриоритет: ${priority}`;

export const optima: DeskDemo = {
  hours: 'service',
  companies: [
    {
      name: 'Оконный завод «Ясный день»',
      certificates: [{ number: 'OW-0309', packageId: '8x5x4', fromDay: -120 }],
      people: [
        { email: 'tehnolog@yasny-den.example', name: 'Борис Ковригин', phone: '+7 (000) 444-50-01' },
        {
          email: 'otdel-prodazh@yasny-den.example',
          name: 'Анна Берёзкина',
          phone: '+7 (000) 444-50-06',
        },
        { email: 'ceh@yasny-den.example', name: 'Наталья Гусева', phone: '+7 (000) 444-50-02' },
      ],
    },
    {
      name: 'ООО «Створка и К»',
      certificates: [{ number: 'OW-0341', packageId: '8x5x4', fromDay: -40 }],
      people: [{ email: 'raschet@stvorka-k.example', name: 'Игорь Зуев', phone: '+7 (000) 444-50-03' }],
    },
    {
      name: 'Мастерская «Фрамуга»',
      certificates: [{ number: 'OW-0217', packageId: '8x5x4', fromDay: -420 }],
      people: [{ email: 'zakaz@framuga.example', name: 'Дарья Носова', phone: '+7 (000) 444-50-04' }],
    },
    {
      name: 'Комбинат «Светлый проём»',
      certificates: [{ number: 'OW-0358', packageId: '8x5x4', fromDay: 15 }],
      people: [{ email: 'otdel@svetly-proem.example', name: 'Михаил Седов', phone: '+7 (000) 444-50-05' }],
    },
  ],
  stories: [
    {
      ago: 16 * DAY + 80,
      arrival: 'letter',
      from: 'raschet@stvorka-k.example',
      subject: 'Как скрыть цену профиля в печатной форме',
      text: `Добрый день! Клиенту нужно отдавать счёт без цен на профиль, только итог.\n\n${passport('4')}`,
      next: [
        take(8, 'first'),
        classify(7, 'first', 'question', '4'),
        resolve(
          200,
          'first',
          'Игорь, здравствуйте! В печатной форме снимите отметку **Показывать цены состава** и сохраните её под новым именем. Прежняя форма останется как была.',
        ),
      ],
    },
    {
      ago: 8 * DAY + 140,
      arrival: 'letter',
      from: 'tehnolog@yasny-den.example',
      subject: 'Программа закрывается при раскладке створок',
      text: `Здравствуйте! При раскладке трёхстворчатого окна программа закрывается без сообщения. Двухстворчатые считает.\n\n${passport('2')}`,
      next: [
        take(6, 'second'),
        classify(10, 'second', 'incident', '2'),
        ask(
          25,
          'second',
          'Борис, добрый день! Пришлите, пожалуйста, файл заказа, на котором она закрывается.',
        ),
        answers(180, 'Отправляю заказ 1184, закрывается всегда.', {
          name: 'заказ-1184.txt',
          text: 'Окно 3 створки, 2100 × 1400, импост 2, поворотно-откидная слева\n',
        }),
        resolve(
          300,
          'second',
          'Нашли: у средней створки в заказе нулевая высота ручки. Исправили проверку, обновление **8.4.17** уже доступно, с ним заказ раскладывается.',
        ),
        confirms(160),
      ],
    },
    {
      ago: 5 * DAY + 25,
      arrival: 'letter',
      from: 'ceh@yasny-den.example',
      subject: 'Неверная длина штапика в задании цеху',
      text: `В задании штапик на 4 мм длиннее, чем в расчёте. Подрезаем руками.\n\n${passport('3')}`,
      next: [
        take(9, 'first'),
        classify(12, 'first', 'incident', '3'),
        resolve(
          190,
          'first',
          'Наталья, добрый день! В настройке станка стоит припуск 2 мм на сторону. Уберите его в **Цех → Станки → Припуски**, задание пересчитается.',
        ),
        objects(210, 'Припуск убрали, но по угловым окнам разница осталась: теперь 2 мм.'),
        reply(
          60,
          'first',
          'Наталья, спасибо за проверку. Для угловых припуск задан ещё и у соединителя: **Профили → Соединители → Угол 90°**. Уберите его и там.',
        ),
        answers(140, 'Убрали, угловые теперь тоже сходятся.'),
        resolve(60, 'first', 'Длины совпали и для прямых, и для угловых окон. Ждём вашего подтверждения.'),
      ],
    },
    {
      ago: 3 * DAY + 100,
      arrival: 'letter',
      from: 'otdel-prodazh@yasny-den.example',
      subject: 'В счёте теряется скидка на створки',
      text: `Скидку на створки видим в расчёте, а в счёте для клиента стоит полная цена. Пока правим счета вручную.\n\n${passport('3')}`,
      next: [
        take(10, 'second'),
        classify(14, 'second', 'incident', '3'),
        reply(
          150,
          'second',
          'Анна, добрый день! Ошибку повторили: скидка на вид изделия не доходит до печатной формы, если в заказе есть и глухие окна. Пока можно ставить скидку на весь заказ.',
        ),
        proposeDate(
          DAY,
          'second',
          { clock: 'execution', workingDays: 7, time: '15:00' },
          'Исправление готово, но печатные формы проверяем на всех видах изделий. Оно войдёт в сборку **8.4.3**, раньше ставить её на рабочие места не советуем.',
        ),
        agreesToDate(95),
      ],
    },
    {
      ago: 2 * DAY + 65,
      arrival: 'letter',
      from: 'raschet@stvorka-k.example',
      subject: 'Долго считает большие заказы',
      text: `Заказ на 80 изделий считает четыре минуты, раньше считал за одну.\n\n${passport('2')}`,
      next: [
        take(11, 'second'),
        classify(9, 'second', 'incident', '3'),
        note(
          30,
          'second',
          'Приоритет ниже заявленного: работа идёт, замедление есть. Попросить журнал расчёта.',
        ),
        ask(
          10,
          'second',
          'Игорь, здравствуйте! Включите, пожалуйста, **Сервис → Журнал расчёта**, посчитайте этот заказ ещё раз и пришлите файл `calc.log`.',
        ),
      ],
    },
    {
      ago: DAY + 50,
      arrival: 'letter',
      from: 'tehnolog@yasny-den.example',
      subject: 'Завести новую систему фурнитуры',
      text: `Переходим на другую поворотную фурнитуру. Есть ли она у вас готовая?\n\n${passport('4')}`,
      next: [
        take(15, 'first'),
        classify(8, 'first', 'request', '4'),
        reply(
          45,
          'first',
          'Борис, добрый день! Готовая система есть, как пример её можно взять без оплаты. Размеры под ваш профиль нужно будет проверить, оценку этой работы пришлю отдельно.',
        ),
        proposeDate(
          200,
          'first',
          { clock: 'paid-work', workingDays: 11, time: '12:00' },
          'Проверка размеров под ваш профиль и свои артикулы: **14 часов работы**, счёт приложим к договору. Начнём на следующий день после вашего согласия.',
        ),
      ],
    },
    {
      ago: 4 * HOUR - 6,
      arrival: 'letter',
      from: 'ceh@yasny-den.example',
      subject: 'Программа не запускается, цех стоит',
      text: `С утра ни на одном рабочем месте программа не запускается: крутится заставка и всё.\n\n${passport('1')}`,
      next: [
        take(4, 'second'),
        classify(9, 'second', 'incident', '1'),
        reply(
          12,
          'second',
          'Наталья, здравствуйте! Не отвечает сервер ключей. Перезапустите службу **License Server** на главном компьютере, это займёт минуту. Я на связи.',
        ),
      ],
    },
    {
      ago: 3 * HOUR,
      arrival: 'letter',
      from: 'zakaz@framuga.example',
      subject: 'Не сходится смета с прошлогодней',
      text: `Добрый день. Те же окна в этом году дешевле на треть, хотя цены мы подняли.\n\n${passport('3')}`,
      next: [],
    },
    {
      ago: 110,
      arrival: 'letter',
      from: 'pokupatel@okno-v-sad.example',
      name: 'Семён',
      subject: 'Купили программу с рук, как обновить',
      text: 'Взяли мастерскую вместе с компьютером, на нём ваша программа. Как её обновить?',
      next: [],
    },
    {
      ago: 50,
      arrival: 'letter',
      from: 'raschet@stvorka-k.example',
      subject: 'Арочное окно рисуется с изломом',
      text: `Здравствуйте! У арки радиусом 600 контур рисуется ломаной линией, на печати тоже.\n\n${passport('3')}`,
      files: [{ name: 'арка.png', pixels: { width: 240, height: 240, rgb: 0xdfe8ef } }],
      next: [take(20, 'first')],
    },
    {
      ago: 39,
      arrival: 'letter',
      from: 'ceh@yasny-den.example',
      subject: 'Задание на раскрой печатается пустым',
      text: 'Печатаем задание на раскрой, выходит пустой лист с заголовком. На экране всё есть.\n\nПереработчик: да\nПО: Optima Win 8.4 Favorite',
      next: [],
    },
  ],
};
