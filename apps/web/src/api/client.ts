import { call, type CallOptions, type Endpoint, type ReplyOf } from '@reglament/contract';
import { readLanguage } from '../i18n/language.ts';
import { forgetBegun, takeBegun } from './begun.ts';

type InputOf<E extends Endpoint> = Parameters<typeof call<E>>[2];

const fetcher = (address: string, init: RequestInit): Promise<Response> => {
  const isReading = init.method === 'GET';
  if (!isReading) forgetBegun();
  return (isReading ? takeBegun(address) : undefined) ?? window.fetch(address, init);
};

/** Calls the server in the language of the screen. Throws ProblemError for a refusal, another error when the network fails. */
export const api = <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: CallOptions = {},
): Promise<ReplyOf<E>> =>
  call(fetcher as typeof fetch, endpoint, input, { language: readLanguage(), ...options });
