/** Every "no" about the catalogue of products, in words that say what to do. `{…}` are the details of the refusal. */
const productRefusalTexts = {
  'product-name-missing': { ru: 'Укажите название продукта.', en: 'Give the product’s name.' },
  'product-exists': {
    ru: 'Продукт «{name}» в каталоге уже есть.',
    en: 'The catalogue has a product “{name}” already.',
  },
  'named-by-regulation': {
    ru: 'Продукт «{name}» не переименовать: так его называет регламент. Заведите новый, а этот снимите.',
    en: 'Product “{name}” can’t be renamed: the regulation calls it so. Add a new one and retire this one.',
  },
  'named-by-certificate': {
    ru: 'Продукт «{name}» не переименовать: так его называет сертификат {number}. Заведите новый, а этот снимите.',
    en: 'Product “{name}” can’t be renamed: certificate {number} calls it so. Add a new one and retire this one.',
  },
  'named-by-licence-agreement': {
    ru: 'Продукт «{name}» не переименовать: так его называет лицензионный договор {number}. Заведите новый, а этот снимите.',
    en: 'Product “{name}” can’t be renamed: licence agreement {number} calls it so. Add a new one and retire this one.',
  },
  'too-many-products': {
    ru: 'В каталоге уже {most} продуктов — больше не помещается.',
    en: 'The catalogue has {most} products already, and no room for more.',
  },
  'version-malformed': {
    ru: 'Номер версии «{number}» не читается: это числа через точку, например 8.2.1.',
    en: 'Version number “{number}” can’t be read: it is numbers with points between them, such as 8.2.1.',
  },
  'version-exists': {
    ru: 'Версия {number} у этого продукта уже есть.',
    en: 'The product has version {number} already.',
  },
  'version-dates-crossed': {
    ru: 'Даты идут не по порядку: сначала выпуск, потом устаревание, потом конец поддержки.',
    en: 'The dates are out of order: first the release, then outdated, then the end of life.',
  },
  'too-many-versions': {
    ru: 'У продукта уже {most} версий — больше не помещается.',
    en: 'The product has {most} versions already, and no room for more.',
  },
  'product-unknown': {
    ru: 'Такого продукта в каталоге нет. Выберите из списка или сначала заведите его в каталоге.',
    en: 'The catalogue has no such product. Choose one of the list, or add it to the catalogue first.',
  },
  'version-unknown': {
    ru: 'Версии {number} у продукта «{name}» в каталоге нет. Выберите из списка или оставьте пустым.',
    en: 'The catalogue has no version {number} of “{name}”. Choose one of the list, or leave it empty.',
  },
} as const;

export type ProductRefusalCode = keyof typeof productRefusalTexts;

export interface ProductRefusal {
  readonly code: ProductRefusalCode;
  /** What stands in the words' places. */
  readonly details: Readonly<Record<string, string>>;
}

export const refuseProduct = (
  code: ProductRefusalCode,
  details: Readonly<Record<string, string>> = {},
): ProductRefusal => ({ code, details });

/** The refusal in both languages. */
export const productRefusalWords = ({
  code,
  details,
}: ProductRefusal): { readonly ru: string; readonly en: string } => {
  const filled = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => details[name] ?? place);
  return { ru: filled(productRefusalTexts[code].ru), en: filled(productRefusalTexts[code].en) };
};
