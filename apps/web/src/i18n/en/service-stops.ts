import type { Messages } from '../ru.ts';

export const serviceStops: Pick<Messages, 'serviceStops'> = {
  serviceStops: {
    stopped: (when: string, by: string) => `Service stopped ${when}, ${by}`,
    resumed: (when: string, by: string) => `Taken up again ${when}, ${by}`,
    stop: {
      title: 'Stop service for the contact',
      about: (name: string) =>
        `${name}: new requests will be given a number, but no deadline will run. Open tickets stay as they are. If the contact’s address is known, a letter with the rule of the regulation goes out; your words are not in it.`,
      submit: 'Stop service',
      field: 'What happened',
      hint: 'The date and the words that show it: they stay on record',
      missing: 'Write what happened',
      done: 'Service for the contact is stopped',
    },
    resume: {
      title: 'Take service for the contact up again',
      about: (name: string) =>
        `${name}: new requests are served again. If the contact’s address is known, a letter goes out; the reason is not in it.`,
      submit: 'Take service up again',
      field: 'Reason',
      hint: 'It stays on record beside what was before',
      missing: 'Write the reason',
      done: 'Service for the contact goes on',
    },
  },
};
