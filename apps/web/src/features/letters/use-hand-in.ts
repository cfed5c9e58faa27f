import {
  addressOf,
  endpoints,
  ProblemError,
  type BodyOf,
  type CallOptions,
  type Problem,
  type ReplyOf,
} from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { readLanguage } from '../../i18n/language.ts';

type HandedIn = ReplyOf<typeof endpoints.dropLetter>;
export type WrittenLetter = BodyOf<typeof endpoints.writeLetter>;

export const MAX_LETTER_BYTES = 50 * 1024 * 1024;

/** The file goes byte for byte: the contract's client sends JSON only. */
const dropLetter = async (desk: string, file: File): Promise<HandedIn> => {
  const response = await fetch(addressOf(endpoints.dropLetter, { desk }), {
    method: 'POST',
    headers: {
      'content-type': 'message/rfc822',
      accept: 'application/json',
      'accept-language': readLanguage(),
    },
    body: file,
  });
  if (!response.ok) throw new ProblemError((await response.json()) as Problem);
  return (await response.json()) as HandedIn;
};

/** Hands a letter in, as a file or as typed. */
export const useHandIn = (desk: string) => {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.letters(desk) });
  const drop = useMutation({ mutationFn: (file: File) => dropLetter(desk, file), onSuccess });
  const post = useCallback(
    (body: WrittenLetter, options: CallOptions) =>
      api(endpoints.writeLetter, { params: { desk }, body }, options),
    [desk],
  );
  const send = useIntent(post);
  const write = useMutation({ mutationFn: (body: WrittenLetter) => send(body, null), onSuccess });
  return { drop, write };
};
