import type { Messages } from '../ru.ts';

export const serviceStops: Pick<Messages, 'serviceStops'> = {
  serviceStops: {
    stopped: (when: string, by: string) => `Service stopped ${when}, ${by}`,
    resumed: (when: string, by: string) => `Taken up again ${when}, ${by}`,
    stop: {
      title: 'Stop service for the contact',
      about: (name: string) =>
        `${name}: new requests will be given a number, but no deadline will run. Open tickets stay as they are. The contact is told by letter with the rule of the regulation; your words are not in it.`,
      submit: 'Stop service',
      field: 'What happened',
      hint: 'The date and the words that show it: they stay on record and in the audit',
      missing: 'Write what happened',
      done: 'Service is stopped, a letter goes to the contact',
    },
    resume: {
      title: 'Take service for the contact up again',
      about: (name: string) =>
        `${name}: new requests are served again. The contact is told by letter; the reason is not in it.`,
      submit: 'Take service up again',
      field: 'Reason',
      hint: 'It stays on record beside what was before',
      missing: 'Write the reason',
      done: 'Service goes on, a letter goes to the contact',
    },
  },
};
