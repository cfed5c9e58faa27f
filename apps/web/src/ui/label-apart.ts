/** A regulation's own word for a field, told apart where the form has a field of that name already. */
export const labelApart = (name: string, taken: string, apart: (name: string) => string): string =>
  name.toLowerCase() === taken.toLowerCase() ? apart(name) : name;
