import type { FederalDistrict } from '@reglament/desk';

/** What is on record of a company of a demo besides its name. */
export interface DemoRecord {
  readonly inn: string;
  /** null: a sole trader has none. */
  readonly kpp: string | null;
  readonly district: FederalDistrict;
  readonly city: string;
}

const record = (
  inn: string,
  district: FederalDistrict,
  city: string,
  kpp: string | null = '980101001',
): DemoRecord => ({ inn, kpp, district, city });

/** By name. Numbers begin with 98, which no tax office has: their check digits are right, and nobody's they are. */
export const demoRecords: Readonly<Record<string, DemoRecord>> = {
  'Администрация города Верхнеозёрска': record('9812314173', 'ural', 'Верхнеозёрск'),
  'ООО «Лавка переплётчика»': record('9812628349', 'north-west', 'Санкт-Петербург'),
  'Колледж «Медная гора»': record('9812942516', 'ural', 'Екатеринбург'),
  'Бюро переводов «Оба слова»': record('9813256686', 'central', 'Москва'),
  'Музей «Старая почта»': record('9813570853', 'volga', 'Нижний Новгород'),
  'ООО «Северный коммутатор»': record('9813885028', 'north-west', 'Мурманск'),
  'АО «Таволга Медиа»': record('9814199198', 'central', 'Тула'),
  'Контакт-центр «Меридиан»': record('9814513368', 'volga', 'Казань'),
  'ИП Громов А. П.': record('980172004589', 'central', 'Калуга', null),
  'Гостиница «Белый парус»': record('9814827533', 'south', 'Анапа'),
  'АО «Заречный завод приборов»': record('9815141708', 'volga', 'Пенза'),
  'Клиника «Южный берег»': record('9815455870', 'south', 'Сочи'),
  'Торговый дом «Купава»': record('9815770047', 'central', 'Москва'),
  'Банк «Околица»': record('9816084210', 'siberia', 'Новосибирск'),
  'Интегратор «Пять колец»': record('9816398382', 'central', 'Москва'),
  'ООО «Речной вокзал»': record('9816712552', 'volga', 'Самара'),
  'Издательство «Семь листов»': record('9817026725', 'central', 'Москва'),
  'Санаторий «Дубрава»': record('9817340890', 'north-caucasus', 'Кисловодск'),
  'Оконный завод «Ясный день»': record('9817655064', 'central', 'Рязань'),
  'ООО «Створка и К»': record('9817969230', 'ural', 'Тюмень'),
  'Мастерская «Фрамуга»': record('9818283404', 'volga', 'Саратов'),
  'Комбинат «Светлый проём»': record('9818597577', 'far-east', 'Хабаровск'),
  'Сеть булочных «Тёплый край»': record('9818911747', 'south', 'Краснодар'),
  'Магазин «Клубок»': record('9819225910', 'volga', 'Самара'),
  'Аптека «Подорожник»': record('9819540083', 'siberia', 'Омск'),
};
