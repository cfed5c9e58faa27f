import { TIME_ZONE_DATA } from '../time-zones/time-zone-data.ts';

const known = TIME_ZONE_DATA !== null && /^[0-9a-z]{1,20}$/.test(TIME_ZONE_DATA);

/** The version of the time-zone data that an event's deadlines were counted with, as part of a statement: it never changes. */
export const TIME_ZONE_DATA_SQL: string = known ? `'${TIME_ZONE_DATA}'` : 'null';
