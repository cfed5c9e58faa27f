import { isNumberTaken } from '../store/certificates.ts';
import { isAnswered } from '../store/idempotency.ts';
import { isKeyKnown } from '../store/instances.ts';

/**
 * Runs a transaction, and once more where somebody was first at this very moment: the same form, the same number, the same key.
 * The second time that is known.
 */
export const onceMore = <T>(run: () => Promise<T>): Promise<T> =>
  run().catch((error: unknown) => {
    if (isAnswered(error) || isNumberTaken(error) || isKeyKnown(error)) return run();
    throw error;
  });
