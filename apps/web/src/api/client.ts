import { call, type CallOptions, type Endpoint, type ReplyOf } from '@reglament/contract';
import { readLanguage } from '../i18n/language.ts';

type InputOf<E extends Endpoint> = Parameters<typeof call<E>>[2];

/** Calls the server in the language of the screen. Throws ProblemError for a refusal, another error when the network fails. */
export const api = <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: CallOptions = {},
): Promise<ReplyOf<E>> =>
  call(window.fetch.bind(window), endpoint, input, { language: readLanguage(), ...options });
