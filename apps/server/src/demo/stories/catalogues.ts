/** A version of a demo's catalogue; days from the start of the installation, below 0 before it. */
export interface DemoVersion {
  readonly number: string;
  readonly released: number;
  /** null: it is not. */
  readonly outdated: number | null;
  readonly endOfLife: number | null;
  readonly platforms: readonly string[];
}

const LINUX = ['Astra Linux 1.7', 'Astra Linux 1.8', 'РЕД ОС 8'];
const WINDOWS = ['Windows 10', 'Windows 11'];

const versions = (
  ...rows: readonly (readonly [string, number, number | null, number | null, readonly string[]])[]
): readonly DemoVersion[] =>
  rows.map(([number, released, outdated, endOfLife, platforms]) => ({
    number,
    released,
    outdated,
    endOfLife,
    platforms,
  }));

const office = versions(
  ['3.1', -1500, -500, -60, ['Astra Linux 1.7', 'Windows 10']],
  ['3.2', -900, -200, null, ['Astra Linux 1.7', ...WINDOWS]],
  ['4.0', -200, null, null, [...LINUX, ...WINDOWS]],
);

/** Invented versions of what the regulations name, by desk and product. */
export const demoCatalogues: Readonly<Record<string, Readonly<Record<string, readonly DemoVersion[]>>>> = {
  alteroffice: { AText: office, ACell: office, AConcept: office, AGraph: office, AMail: office },
  centaur: {
    Центавр: versions(
      ['2.4', -1200, -400, -30, ['Astra Linux 1.7']],
      ['3.0', -400, -90, null, ['Astra Linux 1.7', 'РЕД ОС 8']],
      ['3.1', -90, null, null, LINUX],
    ),
  },
  flat: {
    ФЛАТ: versions(
      ['4.1', -1000, -300, null, LINUX],
      ['4.1.2', -300, -120, null, LINUX],
      ['5.0', -120, null, null, LINUX],
    ),
  },
  optima: {
    'Optima Win 8.X Favorite Exprof': versions(
      ['8.1', -1600, -700, -100, ['Windows 7', 'Windows 10']],
      ['8.2', -700, -50, null, WINDOWS],
      ['8.2.4', -50, null, null, WINDOWS],
    ),
  },
  'shtrih-m': { 'Штрих-М': versions(['5.2', -800, -100, null, WINDOWS], ['6.0', -100, null, null, WINDOWS]) },
};
