import { inZone } from '@reglament/desk';
import { parseTimeZone } from '@reglament/working-time';
import type { LoadedRegulation } from './load-regulation.ts';
import { sayIn } from './messages.ts';
import type { Complaint, Language } from './output.ts';

/**
 * A regulation on the wall clock of one customer or site (R37); as it is where none was named. Refused: a name that is no time
 * zone, and one that a regulation with the desk's own clock has no use for.
 */
export const onClock = (
  loaded: LoadedRegulation,
  zone: string | null,
  path: string,
  language: Language,
):
  | { readonly ok: true; readonly loaded: LoadedRegulation }
  | { readonly ok: false; readonly complaint: Complaint } => {
  const say = sayIn(language);
  const no = (code: string, ru: string, en: string) =>
    ({ ok: false, complaint: { code, path, hint: say(ru, en) } }) as const;
  if (zone === null) return { ok: true, loaded };
  const known = parseTimeZone(zone);
  if (known === null)
    return no(
      'unknown-zone',
      `нет часового пояса «${zone}»; пример: Asia/Kamchatka`,
      `there is no time zone "${zone}"; an example: Asia/Kamchatka`,
    );
  if (loaded.regulation.localTime === 'desk')
    return no(
      'zone-idle',
      'этот регламент считает по времени службы (local-time: desk): часовой пояс клиента ничего не меняет',
      "this regulation counts by the desk's time (local-time: desk): the customer's time zone changes nothing",
    );
  return { ok: true, loaded: inZone(loaded, known) };
};
