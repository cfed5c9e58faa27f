import type { Text } from '@reglament/desk';

type Named = readonly { readonly id: string; readonly name: Text }[];

/** The name of a thing of the regulation; its id, where the text in force knows it no more. */
export const nameIn = (things: Named, id: string): Text =>
  things.find((one) => one.id === id)?.name ?? { ru: id, en: id };

export const namedIn = (things: Named, id: string): { readonly id: string; readonly name: Text } => ({
  id,
  name: nameIn(things, id),
});
