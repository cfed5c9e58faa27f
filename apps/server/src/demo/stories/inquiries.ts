import { answersBuyer, type DemoInquiry, losesBuyer, notesInquiry } from '../demo-inquiry.ts';
import { HOUR } from '../story.ts';

/** Who wants to buy, by the desk's slug. */
export const demoInquiries: Readonly<Record<string, readonly DemoInquiry[]>> = {
  alteroffice: [
    {
      ago: 6 * HOUR,
      arrival: 'letter',
      from: 'zakupki@tri-soma.example',
      name: 'Валентин Жаров',
      subject: 'Сертификат расширенной поддержки на 40 мест',
      text: 'Добрый день! Берём редактор на 40 рабочих мест, нужен сертификат расширенной поддержки на год. Пришлите счёт и договор.',
      next: [
        answersBuyer(
          90,
          'Валентин, здравствуйте! Счёт подготовим сегодня. Пришлите, пожалуйста, реквизиты и дату, с которой нужна поддержка: если её не назвать, она начнётся с первого обращения или **на 31-й день после покупки**.',
        ),
      ],
    },
    {
      ago: 50,
      arrival: 'letter',
      from: 'master@pereplet.example',
      subject: 'Хотим продлить',
      text: 'Здравствуйте, наш сертификат скоро закончится. Сколько стоит ещё год на те же три места?',
      next: [],
    },
  ],
  centaur: [
    {
      ago: 3 * HOUR,
      arrival: 'phone',
      from: 'direktor@lomovik.example',
      name: 'Фёдор Громыко',
      phone: '+7 (000) 111-20-41',
      topic: 'support',
      subject: 'Расширенное обслуживание станции',
      text: 'Станция работает с весны, обслуживание базовое. Хотят выезды и поддержку без ожидания, филиал один.',
      next: [],
    },
  ],
  flat: [
    {
      ago: 5 * HOUR,
      arrival: 'letter',
      from: 'snab@zelyony-shum.example',
      name: 'Полина Дрозд',
      subject: 'Пакет 24x7 для двух площадок',
      text: 'Добрый день! Сейчас у нас 8x5, нужен круглосуточный. Сколько будет стоить переход на 60 лицензий?',
      next: [
        notesInquiry(45, 'seller', 'Активировано 58 лицензий, просят 60: уточнить, растут ли они.'),
        answersBuyer(
          30,
          'Полина, здравствуйте! Перейти можно с любого дня. Пришлю расчёт на 60 лицензий до конца дня.',
        ),
      ],
    },
    {
      ago: 30 * HOUR,
      arrival: 'letter',
      from: 'kassa@rechvokzal.example',
      subject: 'Дорогое продление',
      text: 'Получили счёт, для нас дорого. Пока откажемся.',
      next: [losesBuyer(4 * HOUR, 'Отказались из-за цены. Напомнить перед сезоном.')],
    },
  ],
  optima: [
    {
      ago: 4 * HOUR,
      arrival: 'phone',
      from: 'zakaz@framuga.example',
      topic: 'upgrade',
      subject: 'Переход на полную версию',
      text: 'Сейчас стоит версия без склада. Хотят перейти на полную, спрашивают скидку тем, кто уже работает.',
      next: [],
    },
    {
      ago: 2 * HOUR,
      arrival: 'letter',
      from: 'okna@sosedi.example',
      name: 'Рустам',
      subject: 'Прайс-лист на поддержку',
      text: 'Здравствуйте, пришлите, пожалуйста, прайс-лист на поддержку 8*5*4 для пяти мест.',
      next: [],
    },
  ],
  'shtrih-m': [
    {
      ago: 8 * HOUR,
      arrival: 'letter',
      from: 'klubok@pryazha.example',
      subject: 'Нужна платная поддержка',
      text: 'Добрый день! Бесплатные три месяца скоро закончатся, хотим платную поддержку на одну кассу. Как её купить?',
      next: [
        answersBuyer(
          70,
          'Евгения, здравствуйте! Пришлите реквизиты магазина: выставим счёт, а после оплаты дадим **акт с номером**, по нему поддержка и включится.',
        ),
      ],
    },
    {
      ago: 75,
      arrival: 'letter',
      from: 'rozetka@vse-v-dom.example',
      name: 'Антон Юдин',
      subject: 'Поддержка на 12 касс в трёх городах',
      text: 'Здравствуйте! Открываем магазины, касс будет двенадцать. К кому обращаться за платной поддержкой?',
      next: [],
    },
  ],
};
