export type PersonRefusal = 'email-taken' | 'invalid-email' | 'invalid-name' | 'invalid-password';

/** Thrown by `createPerson` and `setPassword`: the caller passed what its own form should not have let through. */
export class PersonRefused extends Error {
  readonly code: PersonRefusal;

  constructor(code: PersonRefusal) {
    super(code);
    this.name = 'PersonRefused';
    this.code = code;
  }
}
