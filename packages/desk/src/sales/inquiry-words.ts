import type { FederalDistrict } from '../regulation/certificate-rules.ts';
import type { Text } from '../regulation/regulation.ts';
import type { InquiryTopic, UnroutedReason } from './inquiry.ts';

/** Numbers of inquiries are a series of their own: written so, nobody takes one for a ticket. */
export const inquiryMark = (number: number): string => `S-${number}`;

export const districtNames: Readonly<Record<FederalDistrict, Text>> = {
  central: { ru: 'Центральный федеральный округ', en: 'Central Federal District' },
  'north-west': { ru: 'Северо-Западный федеральный округ', en: 'Northwestern Federal District' },
  south: { ru: 'Южный федеральный округ', en: 'Southern Federal District' },
  'north-caucasus': { ru: 'Северо-Кавказский федеральный округ', en: 'North Caucasian Federal District' },
  volga: { ru: 'Приволжский федеральный округ', en: 'Volga Federal District' },
  ural: { ru: 'Уральский федеральный округ', en: 'Ural Federal District' },
  siberia: { ru: 'Сибирский федеральный округ', en: 'Siberian Federal District' },
  'far-east': { ru: 'Дальневосточный федеральный округ', en: 'Far Eastern Federal District' },
};

export const topicNames: Readonly<Record<InquiryTopic, Text>> = {
  support: { ru: 'покупка поддержки', en: 'buying support' },
  'price-list': { ru: 'прайс-лист', en: 'the price list' },
  upgrade: { ru: 'переход на другую версию', en: 'moving to another version' },
};

export const unroutedTexts: Readonly<Record<UnroutedReason, Text>> = {
  'district-unknown': {
    ru: 'Продажи поделены по федеральным округам, а где компания — неизвестно. Выберите округ или адрес.',
    en: 'Sales are parted by federal district, and nobody knows where the company is. Choose the district or the address.',
  },
  'district-not-served': {
    ru: 'Регламент не называет, кто продаёт в этом округе. Выберите адрес.',
    en: 'The regulation does not name who sells in this district. Choose the address.',
  },
  'no-addresses': {
    ru: 'Регламент не называет адресов продаж. Запрос ведёт дежурный отдела.',
    en: 'The regulation names no address of sales. The desk itself goes on with the inquiry.',
  },
};
