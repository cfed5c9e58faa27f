/** What a company of a demo runs; days from the start of the installation, below 0 before it. */
export interface DemoInstallation {
  readonly company: string;
  /** Number of the certificate that it is supported under; null: none is named. */
  readonly certificate: string | null;
  readonly product: string;
  readonly version: string;
  readonly type: string | null;
  readonly key: string;
  readonly registered: number | null;
  readonly commissioned: number | null;
  readonly activated: number;
}

/** An agreement of a company of a demo. */
export interface DemoLicence {
  readonly company: string;
  readonly number: string;
  /** null: every product. */
  readonly products: readonly string[] | null;
  readonly from: number;
  /** null: without an end. */
  readonly until: number | null;
}

export interface DemoUse {
  readonly installations: readonly DemoInstallation[];
  readonly licences: readonly DemoLicence[];
}

type Row = readonly [
  company: string,
  certificate: string | null,
  version: string,
  key: string,
  activated: number,
  commissioned: number | null,
];

const running =
  (product: string, type: string | null = null) =>
  ([company, certificate, version, key, activated, commissioned]: Row): DemoInstallation => ({
    company,
    certificate,
    product,
    version,
    type,
    key,
    registered: null,
    commissioned,
    activated,
  });

const town = 'Администрация города Верхнеозёрска';
const college = 'Колледж «Медная гора»';
const bureau = 'Бюро переводов «Оба слова»';

const keyOf = (company: string, key: string, registered: number): DemoInstallation => ({
  ...running('Штрих-М')([company, key, '6.0', key, 1, null]),
  registered,
});

/** Invented installations and licence agreements, by desk. The college and the sanatorium run more than they bought support for. */
export const demoUse: Readonly<Record<string, DemoUse>> = {
  alteroffice: {
    installations: [
      running('AText', 'workstation')([town, 'AO-MAX-0012', '4.0', 'AT-4410-7702', 120, -75]),
      running('ACell', 'workstation')([town, 'AO-MAX-0012', '4.0', 'AC-4410-7703', 80, -75]),
      running('AText', 'workstation')([college, 'AO-EXT-0205', '3.2', 'AT-3902-0155', 30, -160]),
      running('AText', 'workstation')([college, 'AO-EXT-0205', '3.2', 'AT-3902-0156', 12, -20]),
      running('ACell', 'workstation')([college, 'AO-EXT-0205', '3.2', 'AC-3902-0157', 30, -160]),
      running('AText', 'workstation')([bureau, null, '3.1', 'AT-2817-0031', 4, -390]),
    ],
    licences: [
      { company: town, number: 'ЛД-0417', products: null, from: -300, until: null },
      { company: college, number: 'ЛД-0352', products: ['AText', 'AConcept'], from: -400, until: 330 },
      { company: bureau, number: 'ЛД-0198', products: ['AText'], from: -780, until: -50 },
    ],
  },
  centaur: {
    installations: [
      running('Центавр')(['ООО «Северный коммутатор»', 'ЦР-0417', '3.1', 'CN-77-0417', 60, -130]),
      running('Центавр')(['АО «Таволга Медиа»', 'ЦБ-1180', '3.0', 'CN-77-1180', 25, -58]),
    ],
    licences: [],
  },
  flat: {
    installations: [
      running('ФЛАТ')(['АО «Заречный завод приборов»', 'FLT-24-0031', '4.1.2', 'FL-0031-A', 40, -208]),
      running('ФЛАТ')(['АО «Заречный завод приборов»', 'FLT-24-0031', '5.0', 'FL-0031-B', 12, -90]),
      running('ФЛАТ')(['Санаторий «Дубрава»', 'FLT-23-0144', '4.1.2', 'FL-0144-A', 22, -386]),
      running('ФЛАТ')(['Клиника «Южный берег»', 'FLT-24-0044', '5.0', 'FL-0044-A', 18, -94]),
      running('ФЛАТ')(['Банк «Околица»', 'FLT-23-0118', '4.1.2', 'FL-0118-A', 30, -298]),
      running('ФЛАТ')(['Интегратор «Пять колец»', 'FLT-P-0007', '5.0', 'FL-0007-P', 5, -149]),
      // Installed, and nobody has told when it was commissioned: its tickets say so (FL-NOTE).
      running('ФЛАТ')(['Торговый дом «Купава»', 'FLT-24-0052', '4.1.2', 'FL-0052-A', 10, null]),
    ],
    licences: [],
  },
  optima: {
    installations: [
      running('Optima Win 8.X Favorite Exprof')([
        'Оконный завод «Ясный день»',
        'OW-0309',
        '8.2.4',
        'OW-309-1',
        9,
        -118,
      ]),
      running('Optima Win 8.X Favorite Exprof')(['Мастерская «Фрамуга»', null, '8.1', 'OW-217-1', 1, -410]),
    ],
    licences: [],
  },
  'shtrih-m': {
    installations: [
      keyOf('Магазин «Клубок»', 'ШМ-Б-0771', -25),
      keyOf('Автомойка «Капля»', 'ШМ-Б-0650', -130),
      running('Штрих-М')(['Сеть булочных «Тёплый край»', 'ШМ-П-0088', '5.2', 'ШМ-К-1204', 6, -98]),
    ],
    licences: [],
  },
};
