import {
  answers,
  ask,
  call,
  classify,
  confirms,
  type DeskDemo,
  HOUR,
  missedCall,
  note,
  reply,
  resolve,
  serveAnyway,
  take,
} from '../story.ts';

/** Its office is open nine hours a day. */
const DAY = 9 * HOUR;

const nodeLog = `2 узла кластера, активный: node-a
node-b: heartbeat lost, 3 из 3
node-b: database replica is 4812 s behind
node-a: calls active 118, cpu 41 %
`;

export const flat: DeskDemo = {
  hours: 'office',
  companies: [
    {
      name: 'АО «Заречный завод приборов»',
      certificates: [
        { number: 'FLT-24-0031', packageId: '24x7-plus', fromDay: -210, toDay: 155, quantity: 60 },
      ],
      people: [
        { email: 'dispetcher@zarechny-zavod.example', name: 'Виктор Лапин', phone: '+7 (000) 222-30-01' },
      ],
    },
    {
      name: 'Клиника «Южный берег»',
      certificates: [
        { number: 'FLT-24-0044', packageId: '24x7-onsite', fromDay: -95, toDay: 270, quantity: 20 },
      ],
      people: [{ email: 'it@yuzhny-bereg.example', name: 'Лариса Чернова', phone: '+7 (000) 222-30-02' }],
    },
    {
      name: 'Торговый дом «Купава»',
      certificates: [{ number: 'FLT-24-0052', packageId: '8x5', fromDay: -30, toDay: 335, quantity: 10 }],
      people: [
        { email: 'egorov@kupava-td.example', name: 'Степан Егоров', phone: '+7 (000) 222-30-03' },
        { email: 'sklad@kupava-td.example', name: 'Алла Симонова', phone: '+7 (000) 222-30-04' },
      ],
    },
    {
      name: 'Банк «Околица»',
      certificates: [{ number: 'FLT-23-0118', packageId: '24x7', fromDay: -300, toDay: 65, quantity: 30 }],
      people: [{ email: 'svyaz@okolitsa-bank.example', name: 'Марат Юсупов', phone: '+7 (000) 222-30-05' }],
    },
    {
      name: 'Интегратор «Пять колец»',
      certificates: [
        { number: 'FLT-P-0007', packageId: 'partner-8x5', fromDay: -150, toDay: 215, quantity: 5 },
      ],
      standing: { role: 'service-partner', fromDay: -400, shownAs: null },
      people: [{ email: 'engineer@pyat-kolets.example', name: 'Глория Штерн', phone: '+7 (000) 222-30-06' }],
    },
    {
      name: 'ООО «Речной вокзал»',
      certificates: [{ number: 'FLT-22-0090', packageId: '8x5', fromDay: -530, toDay: -165 }],
      people: [{ email: 'kassa@rechvokzal.example', name: 'Тамара Белкина', phone: '+7 (000) 222-30-07' }],
    },
    {
      name: 'Санаторий «Дубрава»',
      certificates: [
        {
          number: 'FLT-23-0144',
          packageId: '8x5',
          fromDay: -386,
          toDay: -20,
          quantity: 20,
          declaredDay: -16,
        },
      ],
      people: [{ email: 'svyaz@dubrava-san.example', name: 'Лидия Мельник', phone: '+7 (000) 222-30-09' }],
    },
    {
      name: 'Издательство «Семь листов»',
      certificates: [{ number: 'FLT-25-0003', packageId: '8x5', fromDay: 9, toDay: 374 }],
      people: [{ email: 'red@sem-listov.example', name: 'Юрий Блинов', phone: '+7 (000) 222-30-08' }],
    },
  ],
  stories: [
    {
      ago: 8 * DAY + 70,
      arrival: 'phone',
      from: 'dispetcher@zarechny-zavod.example',
      company: 'АО «Заречный завод приборов»',
      subject: 'Завод без связи, оба узла не отвечают',
      type: 'incident',
      priority: '1',
      text: 'Не работает ни внутренняя, ни городская связь. Серверы включены, но страница управления не открывается.',
      next: [
        take(5, 'first'),
        reply(
          14,
          'first',
          'Виктор, добрый день! Подключилась по вашему разрешению: кластер потерял общий диск. Возвращаю его, связь поднимется поэтапно, первым пойдёт диспетчерский пульт.',
        ),
        call(
          22,
          'first',
          'Виктор Лапин',
          'Пульт работает, цеха поднимаются. Договорились созвониться через час.',
        ),
        resolve(
          55,
          'first',
          'Связь восстановлена полностью.\n\n**Причина:** полка хранения перезагрузилась, и оба узла отключили общий диск.\n**Что сделано:** диск подключён, узлам разрешено ждать его две минуты.',
        ),
        confirms(230),
      ],
    },
    {
      ago: 6 * DAY + 15,
      arrival: 'portal',
      from: 'svyaz@okolitsa-bank.example',
      subject: 'Филиал слышит себя с эхом',
      type: 'incident',
      priority: '3',
      text: 'В одном филиале при звонках через центр слышно собственное эхо. Внутри филиала чисто.',
      next: [
        ask(
          95,
          'second',
          'Марат, здравствуйте! Какие аппараты стоят в филиале и есть ли между филиалом и центром шифрование канала?',
        ),
        answers(340, 'Аппараты настольные, канал шифруется на маршрутизаторах с обеих сторон.'),
        reply(
          120,
          'second',
          'Спасибо. Шифрование добавляет около 180 мс, и подавитель эха не успевает. Увеличьте его окно: **Узлы → Звук → Подавление эха → 256 мс**.',
        ),
        answers(310, 'Поставили 256, эха больше не слышно.'),
        resolve(
          90,
          'second',
          'Отлично. Для новых филиалов такое окно теперь будет стоять сразу. Оставляю заявку до вашего подтверждения.',
        ),
        confirms(65),
      ],
    },
    {
      ago: 3 * DAY + 190,
      arrival: 'portal',
      from: 'it@yuzhny-bereg.example',
      subject: 'Резервный узел отстаёт от основного',
      type: 'incident',
      priority: '2',
      text: 'Мониторинг показывает, что второй узел отстал больше чем на час. Звонки идут, но при сбое мы останемся без истории и переадресаций.',
      next: [
        take(25, 'first'),
        reply(
          30,
          'first',
          'Лариса, добрый день! Вижу отставание. Пока не перезагружайте резервный узел: журнал изменений ещё цел, копию удастся догнать без остановки.',
        ),
        note(
          45,
          'first',
          'Состояние на момент разбора во вложении. Ждём третий уровень: нужна правка размера журнала.',
          { name: 'node-b.txt', text: nodeLog },
        ),
        classify(15, 'first', 'incident', '2'),
        reply(
          240,
          'first',
          'Резервный узел догнал основной, отставание меньше секунды. Исправление для размера журнала готовит третий уровень, установим его на выезде в согласованное с вами время.',
        ),
      ],
    },
    {
      ago: 2 * DAY + 260,
      arrival: 'portal',
      from: 'engineer@pyat-kolets.example',
      subject: 'Шлюз перезагружается под нагрузкой',
      type: 'incident',
      priority: '2',
      text: 'У нашего заказчика шлюз на 60 линий уходит в перезагрузку, когда занято больше 45. Первый и второй уровень пройдены, журналы собраны.',
      next: [
        take(40, 'second'),
        reply(
          60,
          'second',
          'Глория, журналы получил. Перезагрузку вызывает сторожевой таймер: поток обработки тонов зависает. Собираем исправленную прошивку.',
        ),
        note(130, 'second', 'Повторилось на стенде при 47 линиях. Передано в разработку.'),
      ],
    },
    {
      ago: 2 * DAY + 45,
      arrival: 'portal',
      from: 'sklad@kupava-td.example',
      subject: 'Часы на аппаратах спешат на три минуты',
      type: 'incident',
      priority: '4',
      text: 'На всех аппаратах склада время ушло вперёд на три минуты. Не мешает, но смотрится нехорошо.',
      next: [
        reply(
          300,
          'first',
          'Алла, здравствуйте! Аппараты склада берут время со старого сервера. Укажите в **Аппараты → Время** адрес основного узла, после перезапуска время выровняется.',
        ),
        resolve(
          150,
          'first',
          'По нашим данным все двенадцать аппаратов уже сверили время. Если какой-то ещё спешит, напишите его внутренний номер.',
        ),
      ],
    },
    {
      ago: DAY + 400,
      arrival: 'letter',
      from: 'egorov@kupava-td.example',
      subject: 'Не приходят факсы',
      text: 'Здравствуйте, со вчерашнего дня не приходят факсы от поставщиков. Пишу письмом, с портала забыл пароль.\n\nПриоритет: П3',
      next: [],
    },
    {
      ago: DAY + 310,
      arrival: 'letter',
      from: 'svyaz@okolitsa-bank.example',
      subject: 'Не пускает на портал, а у нас авария',
      text: 'Портал отвечает ошибкой, поэтому пишу сюда. В головном офисе не набираются междугородные номера.\n\nПриоритет: П2',
      next: [
        serveAnyway(
          10,
          'lead',
          'Портал в это время не открывался по нашей вине, поэтому письмо обслуживаем как заявку портала.',
        ),
        take(5, 'second'),
        reply(
          18,
          'second',
          'Марат, добрый день! Портал уже открывается, приносим извинения. Междугородные закрыты правилом, у которого вчера истёк срок. Продлите его: **Правила набора → Междугородные → Действует до**.',
        ),
      ],
    },
    {
      ago: DAY + 60,
      arrival: 'portal',
      from: 'egorov@kupava-td.example',
      subject: 'Пропадают имена в журнале звонков',
      type: 'incident',
      priority: '3',
      text: 'В журнале вместо имён сотрудников остались номера. Звонки проходят нормально.',
      next: [
        take(85, 'second'),
        note(
          30,
          'second',
          'Справочник не читается с понедельника: истёк пароль учётной записи у заказчика. Надо написать.',
        ),
      ],
    },
    {
      ago: 8 * HOUR - 20,
      arrival: 'portal',
      from: 'sklad@kupava-td.example',
      subject: 'Не работает кнопка быстрого вызова охраны',
      type: 'incident',
      priority: '3',
      text: 'На трёх аппаратах кнопка вызова охраны перестала набирать номер. По номеру вручную дозваниваемся.',
      next: [],
    },
    {
      ago: 6 * HOUR,
      arrival: 'portal',
      from: 'red@sem-listov.example',
      subject: 'Когда можно подключать аппараты',
      type: 'incident',
      priority: '4',
      text: 'Сертификат начнёт действовать на следующей неделе. Хотим заранее понять, что подготовить.',
      next: [],
    },
    {
      ago: 5 * HOUR,
      arrival: 'portal',
      from: 'kassa@rechvokzal.example',
      subject: 'Справочная не слышит пассажиров',
      type: 'incident',
      priority: '2',
      text: 'Справочная служба слышит пассажиров через раз, приходится просить перезвонить.',
      next: [
        reply(
          50,
          'dispatcher',
          'Тамара, здравствуйте! Ваш сертификат закончился, и заявку мы пока принять в работу не можем. Продление оформляет отдел продаж; как только оно появится, вернёмся к вопросу сразу.',
        ),
      ],
    },
    {
      ago: 3 * HOUR,
      arrival: 'portal',
      from: 'novy.admin@tri-mosta.example',
      name: 'Новый администратор',
      subject: 'Достался сервер ФЛАТ без документов',
      type: 'incident',
      priority: '3',
      text: 'Принял дела у прежнего администратора. Сертификата не нашёл, компания называлась иначе. Помогите понять, на кого он оформлен.',
      next: [
        ask(
          45,
          'dispatcher',
          'Здравствуйте! Пришлите, пожалуйста, номер лицензии со страницы **О системе** и прежнее название компании: по ним найдём сертификат.',
        ),
      ],
    },
    {
      ago: 70,
      hours: 'elapsed',
      arrival: 'phone',
      from: 'it@yuzhny-bereg.example',
      company: 'Клиника «Южный берег»',
      subject: 'Скорая не может дозвониться до приёмного покоя',
      type: 'incident',
      priority: '1',
      text: 'Входящие на приёмный покой обрываются сразу после ответа. Временно принимают на мобильный дежурного.',
      next: [
        take(6, 'first'),
        reply(
          9,
          'first',
          'Лариса, здравствуйте! По журналу шлюза разговор рвётся сразу после перевода на группу приёмного покоя. Перезвоню через несколько минут, чтобы проверить правило перевода вместе с вами.',
        ),
        missedCall(
          14,
          'first',
          'Лариса Чернова',
          'Рабочий телефон занят, по мобильному не отвечает. Перезвонить ещё раз: звонок по этой заявке за нами.',
        ),
      ],
    },
  ],
};
