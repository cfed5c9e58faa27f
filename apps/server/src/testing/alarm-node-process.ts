// A node that does nothing but ring alarms, to be killed in the middle: argument 1 is the database.
import { startAlarmLoop } from '../jobs/start-alarm-loop.ts';
import { openForLoad } from './lay-out-load.ts';

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error('the database is the first argument');
const opened = await openForLoad(url);
startAlarmLoop({ context: opened.context, onError: (error) => console.error(error) });
console.log('ringing');
