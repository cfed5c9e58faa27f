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

/** The question by what they are served; null: this regulation does not ask it. */
export const certificateField = (
  { intake }: Pick<Regulation, 'intake'>,
  type: string | null,
): IntakeField | null =>
  intake.find((field) => field.source === 'certificate' && isAsked(field, type)) ?? null;

const isAsked = ({ source, types }: IntakeField, type: string | null): boolean =>
  (source === null || !askedElsewhere.has(source)) &&
  (types === null || (type !== null && types.includes(type)));

/**
 * Questions of the regulation that a new ticket of this type asks beside the usual ones; `isWanted`: it wants an answer. Whoever
 * holds a certificate is not asked for its number.
 */
export const askedFields = (
  { intake }: Pick<Regulation, 'intake'>,
  type: string | null,
  holdsCertificate: boolean,
): readonly (PortalQuestionField & { readonly isWanted: boolean })[] =>
  intake
    .filter((field) => isAsked(field, type) && !(holdsCertificate && field.source === 'certificate'))
    .map(({ id, name, hint, required }) => ({
      id,
      name,
      hint,
      isLong: false,
      choices: null,
      isWanted: required,
    }));
