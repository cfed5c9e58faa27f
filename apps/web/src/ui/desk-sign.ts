/** "Support" stands in the name of nearly every desk. */
const withoutSupport = (name: string): string => name.replace(/^поддержка\s+|\s+support$/giu, '');

/** Two letters of the longest word of a desk's name: what tells desks apart. */
export const deskSign = (name: string): string => {
  const words = withoutSupport(name).match(/\p{L}+/gu) ?? [];
  const [first = '', second = ''] = words.toSorted((a, b) => b.length - a.length)[0] ?? name;
  return `${first.toUpperCase()}${second}`;
};
