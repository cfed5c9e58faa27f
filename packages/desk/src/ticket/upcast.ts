import type { TicketEvent } from './events.ts';

/** A journal row's words as they were written. */
export interface StoredEvent {
  readonly type: string;
  /** Version of the type's body. A type's meaning never changes; when its form does, the version grows and a step here brings old rows up. */
  readonly version: number;
  readonly body: object;
}

/** All types are at their first version. */
const CURRENT_VERSION = 1;

/**
 * An event as today's code knows it, whatever version wrote it.
 *
 * @throws when a newer server wrote it: an older one must not guess.
 */
export const upcast = ({ type, version, body }: StoredEvent): TicketEvent => {
  if (version !== CURRENT_VERSION)
    throw new Error(`event ${type} of version ${version} was written by a newer server`);
  return { ...body, type } as TicketEvent;
};
