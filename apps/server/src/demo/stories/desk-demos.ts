import type { DeskDemo } from '../story.ts';
import { alteroffice } from './alteroffice.ts';
import { centaur } from './centaur.ts';
import { flat } from './flat.ts';
import { optima } from './optima.ts';
import { shtrihM } from './shtrih-m.ts';

/** The demo of each desk, by its slug. */
export const deskDemos: Readonly<Record<string, DeskDemo>> = {
  alteroffice,
  centaur,
  flat,
  optima,
  'shtrih-m': shtrihM,
};
