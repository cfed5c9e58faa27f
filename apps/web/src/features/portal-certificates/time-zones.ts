/** Zones that this market lives in, from west to east. */
const usual = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Minsk',
  'Europe/Samara',
  'Asia/Yerevan',
  'Asia/Tbilisi',
  'Asia/Yekaterinburg',
  'Asia/Tashkent',
  'Asia/Almaty',
  'Asia/Omsk',
  'Asia/Bishkek',
  'Asia/Novosibirsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
];

/** `Asia/Omsk (GMT+6)`: as it is on this day. */
export const zoneLabel = (zone: string): string => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts();
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return offset === undefined ? zone : `${zone} (${offset})`;
};

/** Those to choose from: the usual ones, the browser's own and the one that is chosen. */
export const zonesAround = (chosen: string | null): readonly string[] => {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([...usual, own, ...(chosen === null ? [] : [chosen])])];
};
