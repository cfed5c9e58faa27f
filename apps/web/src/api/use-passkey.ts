import { type BodyOf, endpoints, type Session } from '@reglament/contract';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { api } from './client.ts';

/** Loaded at the first press: few pages ever need it. */
const library = () => import('@simplewebauthn/browser');

/** Browsers make them for sites with a name, over https or on this machine. */
export const hasPasskeys = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|^\[/.test(window.location.hostname);

/** The browser was asked and gave nothing: the person turned away, or it has no such key. */
export class NoPasskey extends Error {}

const orNone = async <T>(ask: Promise<T>): Promise<T> => {
  try {
    return await ask;
  } catch (error) {
    throw new NoPasskey(error instanceof Error ? error.name : 'unknown');
  }
};

type Answer = BodyOf<typeof endpoints.signInByPasskey>['response'];

/** As the contract takes it: objects with any keys. */
const plain = (answer: {
  readonly id: string;
  readonly rawId: string;
  readonly response: object;
  readonly clientExtensionResults: object;
}): Answer => ({
  ...answer,
  type: 'public-key',
  response: { ...answer.response },
  clientExtensionResults: { ...answer.clientExtensionResults },
});

/** Makes a passkey in the browser and adds it to the account. */
export const useAddPasskey = () =>
  useMutation({
    mutationFn: async (name: string): Promise<Session> => {
      const { challengeId, options } = await api(endpoints.offerPasskey, { params: {}, body: {} });
      const { startRegistration } = await library();
      const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
      const response = await orNone(startRegistration({ optionsJSON }));
      return api(endpoints.addPasskey, {
        params: {},
        body: { challengeId, name, response: plain(response) },
      });
    },
  });

/** Signs in by a passkey that the browser offers; nobody types an address. */
export const usePasskeySignIn = () =>
  useMutation({
    mutationFn: async (): Promise<Session> => {
      const { challengeId, options } = await api(endpoints.askPasskey, { params: {}, body: {} });
      const { startAuthentication } = await library();
      const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
      const response = await orNone(startAuthentication({ optionsJSON }));
      return api(endpoints.signInByPasskey, {
        params: {},
        body: { challengeId, response: plain(response) },
      });
    },
  });
