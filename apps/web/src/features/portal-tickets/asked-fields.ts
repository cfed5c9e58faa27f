import type { PortalQuestionField } from '@reglament/contract';
import type { IntakeField, Regulation } from '@reglament/desk';

/** What the page asks in its own words: the regulation's questions of these kinds are answered by them. */
const askedElsewhere: ReadonlySet<string> = new Set([
  'company',
  'contact-name',
  'contact-phone',
  'contact-email',
  'product',
  'version',
  'description',
  'priority',
  'type',
]);

const isAsked = ({ source, types }: IntakeField, type: string | null): boolean =>
  (source === null || !askedElsewhere.has(source)) &&
  (types === null || (type !== null && types.includes(type)));

/** Questions of the regulation that a new ticket of this type asks beside the usual ones; `isRequired`: it wants an answer. */
export const askedFields = (
  { intake }: Pick<Regulation, 'intake'>,
  type: string | null,
): readonly (PortalQuestionField & { readonly isRequired: boolean })[] =>
  intake
    .filter((field) => isAsked(field, type))
    .map(({ id, name, hint, required }) => ({
      id,
      name,
      hint,
      isLong: false,
      choices: null,
      isRequired: required,
    }));
