import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly oracle: { readonly scale: number; readonly seed: number; readonly stride: number };
  }
}

/**
 * What an oracle draws, as the configuration of the tests says: how many times what every change of the code gets
 * (`scale`), where the drawings begin (`seed`), each how-manieth walk (`stride`).
 */
export const oracleDrawings = (): {
  readonly scale: number;
  readonly seed: number;
  readonly stride: number;
} => inject('oracle');
