import type { Text } from '../../regulation.ts';
import { note, type FindingKind } from './finding-kind.ts';

/** A question that every desk answers silently, and what this one assumes when the file does not. */
const unanswered = (asks: Text, assumed: Text): FindingKind<never> =>
  note(() => ({
    ru: `не сказано, ${asks.ru}; принято: ${assumed.ru}`,
    en: `it is not said ${asks.en}; assumed: ${assumed.en}`,
  }));

export const unansweredWords = {
  'unanswered-local-time': unanswered(
    { ru: 'по чьим часам «местное время» (local-time)', en: 'whose wall clock "local time" is (local-time)' },
    { ru: 'часы службы', en: "the desk's" },
  ),
  'unanswered-versions': unanswered(
    {
      ru: 'какая редакция действует для заявок и сертификатов и что меняет правка календаря (versions)',
      en: 'which edition counts for tickets and certificates, and what a new calendar changes (versions)',
    },
    {
      ru: 'для заявки — редакция при регистрации, для сертификата — при покупке; календарь — и для открытых заявок',
      en: "a ticket's at registration, a certificate's at purchase; a calendar's edition for open tickets too",
    },
  ),
  'unanswered-outsiders': unanswered(
    { ru: 'что могут люди других организаций (outsiders)', en: 'what people of others may do (outsiders)' },
    { ru: 'ничего', en: 'nothing' },
  ),
  'unanswered-after-closing': unanswered(
    {
      ru: 'что делает ответ на закрытую заявку (after-closing)',
      en: 'what an answer to a closed ticket does (after-closing)',
    },
    { ru: 'новая связанная заявка', en: 'a new ticket linked to it' },
  ),
  'unanswered-after-expiry': unanswered(
    {
      ru: 'что с заявкой, если сертификат кончился (after-expiry)',
      en: 'what becomes of a ticket whose certificate ends (after-expiry)',
    },
    { ru: 'обслуживается до конца', en: 'it is served to its end' },
  ),
  'unanswered-split': unanswered(
    {
      ru: 'с какими отсчётами вторая проблема становится отдельной заявкой (split)',
      en: 'with which clocks a second problem becomes a ticket of its own (split)',
    },
    { ru: 'разделять нельзя', en: 'tickets are not split' },
  ),
  'unanswered-acknowledgement': unanswered(
    { ru: 'каким каналом сообщают номер (acknowledgement)', en: 'how the number is told (acknowledgement)' },
    { ru: 'тем же, каким пришло обращение', en: 'over the channel of arrival' },
  ),
  'unanswered-stopped-by': unanswered(
    {
      ru: 'что отменяет закрытие по сроку (stopped-by)',
      en: 'what stops the closing of itself (stopped-by)',
    },
    { ru: 'любое сообщение человека', en: 'any message of a person' },
  ),
  'unanswered-closing-day-off': unanswered(
    {
      ru: 'что, если последний день — выходной (day-off)',
      en: 'what if the last day is a day off (day-off)',
    },
    { ru: 'срок не сдвигается', en: 'it stays' },
  ),
  'unanswered-of-several': unanswered(
    {
      ru: 'какой из нескольких сертификатов действует (of-several)',
      en: 'which of several certificates serves (of-several)',
    },
    { ru: 'старший по rank', en: 'the best by rank' },
  ),
  'unanswered-other-channel': unanswered(
    {
      ru: 'что с обращением по каналу, которого в пакете нет (other-channel)',
      en: 'what becomes of a request over a channel the package lacks (other-channel)',
    },
    { ru: 'принимается без обещаний', en: 'it is taken without a promise' },
  ),
  'unanswered-contacts': unanswered(
    { ru: 'чьи обращения считаются (contacts)', en: 'whose requests count (contacts)' },
    { ru: 'любого человека компании', en: "anybody's of the company" },
  ),
  'unanswered-standing-of': unanswered(
    {
      ru: 'чей статус важен, когда партнёр обращается за клиента (standing-of)',
      en: 'whose standing counts when a partner asks for its customer (standing-of)',
    },
    { ru: 'того, кто обратился', en: 'that of whoever asks' },
  ),
  'unanswered-abuse': unanswered(
    { ru: 'кто прекращает обслуживание за грубость (abuse)', en: 'who stops serving the abusive (abuse)' },
    { ru: 'никто', en: 'nobody' },
  ),
  'unanswered-change-counts': unanswered(
    {
      ru: 'что смена приоритета делает с прошедшим временем (change-counts)',
      en: 'what a change of priority does to the time used up (change-counts)',
    },
    { ru: 'оно остаётся и считается дальше', en: 'it stays and counts on' },
  ),
  'unanswered-figure-by': unanswered(
    {
      ru: 'чей срок действует, если классификация сменила предположенный приоритет (figure-by)',
      en: 'whose figure counts when a classification changes the supposed priority (figure-by)',
    },
    { ru: 'предположенного', en: "the supposed one's" },
  ),
  'unanswered-after-bounce': unanswered(
    {
      ru: 'что, если уведомление вернулось (after-bounce)',
      en: 'what if the notice bounces (after-bounce)',
    },
    { ru: 'остановка отменяется, отсчёт идёт дальше', en: 'the stop is withdrawn, counting goes on' },
  ),
  'unanswered-after-pause': unanswered(
    {
      ru: 'куда пауза сдвигает срок в рабочих днях (after-pause)',
      en: 'where a pause moves a deadline in working days (after-pause)',
    },
    { ru: 'на рабочее время паузы', en: 'by its working time' },
  ),
  'unanswered-agreed-date': unanswered(
    {
      ru: 'можно ли согласовать другую дату (agreed-date)',
      en: 'whether another date may be agreed (agreed-date)',
    },
    { ru: 'нельзя', en: 'it may not' },
  ),
  'unanswered-cabinet': unanswered(
    { ru: 'есть ли у пакета кабинет (cabinet)', en: 'whether the package has the cabinet (cabinet)' },
    { ru: 'портал для всех, у кого есть канал portal', en: 'the portal, where the channel is given' },
  ),
  'unanswered-registered-in': unanswered(
    {
      ru: 'где регистрируют сертификат пакета (registered-in)',
      en: "where the package's certificate is registered (registered-in)",
    },
    { ru: 'его заводят сотрудники', en: 'staff enter it' },
  ),
  'unanswered-tickets': unanswered(
    { ru: 'сколько заявок в пакете (tickets)', en: 'how many tickets the package has (tickets)' },
    { ru: 'без ограничения', en: 'any number' },
  ),
  'unanswered-routing': unanswered(
    { ru: 'на какую линию идёт заявка (routing)', en: 'to which line a ticket goes (routing)' },
    { ru: 'в одну общую очередь', en: 'one queue for all' },
  ),
  'unanswered-queue': unanswered(
    { ru: 'в каком порядке берут заявки (queue)', en: 'in which order tickets are taken (queue)' },
    { ru: 'по приоритету, затем по сроку', en: 'by priority, then by deadline' },
  ),
  'unanswered-exclusions': unanswered(
    { ru: 'чего не делают никогда (exclusions)', en: 'what is never done (exclusions)' },
    { ru: 'исключений нет', en: 'there are no exclusions' },
  ),
  'unanswered-certificates': unanswered(
    {
      ru: 'как рождается, живёт и кончается право на поддержку (certificates)',
      en: 'how the right to support is born, lives and ends (certificates)',
    },
    { ru: 'даты каждого сертификата вводят сотрудники', en: "staff enter each certificate's dates" },
  ),
  'unanswered-covers': unanswered(
    { ru: 'на что распространяется сертификат (covers)', en: 'what a certificate covers (covers)' },
    { ru: 'на все продукты компании', en: 'all products of the company' },
  ),
  'unanswered-loyalty': unanswered(
    {
      ru: 'есть ли поддержка после конца сертификата (loyalty)',
      en: 'whether support goes on after a certificate ends (loyalty)',
    },
    { ru: 'нет', en: 'it does not' },
  ),
  'unanswered-renewal': unanswered(
    { ru: 'как продлевают (renewal)', en: 'how one renews (renewal)' },
    { ru: 'новым сертификатом', en: 'by a new certificate' },
  ),
  'unanswered-late-return': unanswered(
    { ru: 'как возвращаются после срока продления (late-return)', en: 'how one returns late (late-return)' },
    { ru: 'как при новой покупке', en: 'as with a new purchase' },
  ),
  'unanswered-releases': unanswered(
    { ru: 'какие выпуски открывает сертификат (releases)', en: 'which releases it opens (releases)' },
    { ru: 'служба этим не занимается', en: 'the desk has nothing to do with them' },
  ),
  'unanswered-sales': unanswered(
    { ru: 'кто отвечает на вопросы о покупке (sales)', en: 'who answers questions on buying (sales)' },
    { ru: 'поддержка', en: 'support' },
  ),
} as const;
