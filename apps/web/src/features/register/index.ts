// What other features register by.
export { IntakeFields } from './intake-fields.tsx';
export { RequestFields } from './request-fields.tsx';
export { SiteField } from './site-field.tsx';
export { bodyOf, emptyForm, type RegistrationForm } from './use-registration.ts';
