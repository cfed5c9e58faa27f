import { contradiction, warning } from './finding-kind.ts';

/** Services, channels and certificates that nobody can have, or that take back what another line gives. */
export const rightWords = {
  'address-for-nobody': warning<'channel'>(({ channel }) => ({
    ru: `адрес опубликован, но канала ${channel} нет ни в одном пакете: обращения оттуда останутся без обещаний`,
    en: `the address is published, but no package has the channel ${channel}: requests over it have no promise`,
  })),
  'channel-without-address': warning<'channel'>(({ channel }) => ({
    ru: `канал ${channel} есть в пакете, а адреса поддержки для него нет: добавьте его в addresses`,
    en: `a package has the channel ${channel}, but no support address is published for it: add one to "addresses"`,
  })),
  'other-channel-nobody': contradiction<'channel'>(({ channel }) => ({
    ru: `чужой канал считается за ${channel}, а его нет ни в одном пакете`,
    en: `another channel counts as ${channel}, which no package has`,
  })),
  'portal-without-cabinet': contradiction<'packageId'>(({ packageId }) => ({
    ru: `пакет ${packageId} принимает заявки через портал, но кабинета у него нет: дайте кабинет или уберите portal`,
    en: `package ${packageId} takes requests through the portal but has no cabinet: give one, or leave "portal" out`,
  })),
  'registered-in-missing-cabinet': contradiction<'packageId'>(({ packageId }) => ({
    ru: `сертификат пакета ${packageId} регистрируют в кабинете, которого у пакета нет: напишите page-without-account или desk`,
    en: `certificates of ${packageId} are registered in the cabinet, which the package has not: write page-without-account or desk`,
  })),
  'renewal-needs-cabinet': contradiction<'packageId'>(({ packageId }) => ({
    ru: `продлить можно только через портал, а у пакета ${packageId} нет кабинета: добавьте канал в through`,
    en: `renewal goes through the portal only, and package ${packageId} has no cabinet: add a channel to "through"`,
  })),
  'cabinet-for-nobody': warning(() => ({
    ru: 'кабинет описан, но ни у одного пакета его нет: напишите cabinet: yes в пакете',
    en: 'the cabinet is described, but no package has one: write cabinet: yes in a package',
  })),
  'service-nobody': warning<'service'>(({ service }) => ({
    ru: `услуга «${service}» не положена никому: скажите в instead, что вместо неё, или сделайте её исключением`,
    en: `nobody can have the service "${service}": say in "instead" what there is, or make it an exclusion`,
  })),
  'conditional-without-when': warning<'service' | 'packages'>(({ service, packages }) => ({
    ru: `услуга «${service}» даётся с условием (${packages}), а условие не названо: добавьте when`,
    en: `the service "${service}" is conditional (${packages}), but the condition is not said: add "when"`,
  })),
  'when-without-conditional': warning<'service'>(({ service }) => ({
    ru: `у услуги «${service}» есть when, но ни для одного пакета она не conditional: условие ничего не решает`,
    en: `the service "${service}" has "when" but is conditional under no package: the condition decides nothing`,
  })),
  'exclusion-of-included-service': contradiction<'service' | 'packages'>(({ service, packages }) => ({
    ru: `исключение без условия отказывает в услуге «${service}», а она положена пакетам: ${packages}; уберите одно, назовите другие пакеты или добавьте when`,
    en: `the exclusion refuses the service "${service}" always, but it is given to: ${packages}; leave one of them out, name other packages, or add "when"`,
  })),
  'work-for-nobody': contradiction<'service'>(({ service }) => ({
    ru: `работа описана по услуге «${service}», а её никто не получает`,
    en: `the work is done under the service "${service}", which nobody is given`,
  })),
  'bought-not-sold': contradiction<'service'>(({ service }) => ({
    ru: `условие ждёт купленную услугу «${service}», но она ни в одном пакете не paid и не agreement`,
    en: `the condition wants the service "${service}" bought, but it is paid or by agreement under no package`,
  })),
  'fallback-not-served': contradiction<'packageId'>(({ packageId }) => ({
    ru: `пакет ${packageId} — только для компаний со статусом, а даётся тем, у кого статуса не знают`,
    en: `package ${packageId} is for companies of a standing only, and is given to those whose standing is not known`,
  })),
  'package-not-sold': warning<'packageId'>(({ packageId }) => ({
    ru: `ни одно предложение не продаёт пакет ${packageId}: получить его нельзя`,
    en: `no offer sells package ${packageId}: nobody can get it`,
  })),
  'sold-not-served': contradiction<'packageId'>(({ packageId }) => ({
    ru: `пакет ${packageId} продаётся шире, чем обслуживается: only-from называет не всех, кому его продают`,
    en: `package ${packageId} is sold to more than are served: "only-from" leaves out some it is sold to`,
  })),
  'sold-by-nobody': contradiction(() => ({
    ru: 'nobody стоит рядом с продавцами: оставьте или его, или их',
    en: '"nobody" stands beside sellers: keep it, or them',
  })),
  'usual-term-not-sold': contradiction<'term'>(({ term }) => ({
    ru: `обычный срок «${term}» не продаётся: его нет в terms`,
    en: `the usual term "${term}" is not sold: it is not among "terms"`,
  })),
  'standing-of-nobody': contradiction(() => ({
    ru: 'срок — пока есть статус, а продаётся кому угодно: назовите статус в sold-to',
    en: 'it lasts while a standing does, yet is sold to anybody: name the standing in "sold-to"',
  })),
  'begins-maybe-never': warning<'events'>(({ events }) => ({
    ru: `срок может не начаться никогда: всё из at (${events}) может не случиться; добавьте дату после покупки или not-after`,
    en: `it may never begin: nothing of "at" (${events}) has to happen; add a date after the purchase, or "not-after"`,
  })),
  'begins-with-itself': contradiction(() => ({
    ru: 'активация не может начинаться с активации: назовите другое событие',
    en: 'an activation can not begin with the activation: name another event',
  })),
  'begins-limit-idle': warning<'limit'>(({ limit }) => ({
    ru: `предел «${limit}» ничего не ограничивает: то же событие названо и в at без отсрочки`,
    en: `the limit "${limit}" limits nothing: the same event stands in "at" without a delay`,
  })),
  'renewal-before-loyalty': contradiction<'renewal' | 'loyalty'>(({ renewal, loyalty }) => ({
    ru: `продлить можно ${renewal} после конца, а лояльность длится ${loyalty}: в её остатке поддержка есть, а продлить нельзя`,
    en: `renewal is open for ${renewal} after the end, loyalty lasts ${loyalty}: in the rest there is support and no renewal`,
  })),
  'withheld-never-given': warning<'kind'>(({ kind }) => ({
    ru: `лояльность удерживает ${kind}, но releases этого никому не даёт`,
    en: `loyalty withholds ${kind}, which "releases" gives to nobody`,
  })),
  'late-return-never': warning(() => ({
    ru: 'late-return не наступит: продлевать можно бессрочно',
    en: '"late-return" never comes: there is no limit to renewing',
  })),
  'inquiry-address-unlisted': warning<'to'>(({ to }) => ({
    ru: `адреса «${to}» нет в addresses: опечатка, или добавьте его туда с purpose: sales`,
    en: `"${to}" is not among the addresses: mistyped, or add it there with purpose: sales`,
  })),
  'inquiry-unreachable': warning<'row' | 'by'>(({ row, by }) => ({
    ru: `до строки ${row} очередь не дойдёт: раньше отвечает строка ${by}`,
    en: `line ${row} is never reached: line ${by} answers before`,
  })),
} as const;
