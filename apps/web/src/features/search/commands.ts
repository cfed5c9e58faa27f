import type { Icon } from '@tabler/icons-react';
import type { MantineColorScheme } from '@mantine/core';
import type { Desk } from '../../desk/desk-context.tsx';
import type { I18n } from '../../i18n/i18n.tsx';
import { lookCommands } from './look-commands.ts';
import { placeCommands } from './place-commands.ts';
import { viewCommands } from './view-commands.ts';

/** What a command may use. */
export interface CommandContext {
  readonly desk: Desk;
  readonly i18n: I18n;
  readonly go: (place: string) => void;
  readonly colorScheme: MantineColorScheme;
  readonly setColorScheme: (scheme: MantineColorScheme) => void;
  readonly signOut: () => void;
}

/** Something to do by typing its name. */
export interface Command {
  readonly id: string;
  /** In the language of the screen. */
  readonly title: string;
  /** Other words that it is found by, in any language. */
  readonly alsoBy?: string;
  readonly icon: Icon;
  /** Keys that do the same, as they are shown. */
  readonly keys?: string;
  readonly run: () => void;
}

/** Commands that a person has in a place, in their order. */
export type CommandSource = (context: CommandContext) => readonly Command[];

/** Whoever has commands to add writes a source of their own and names it here. */
const sources: readonly CommandSource[] = [placeCommands, viewCommands, lookCommands];

export const commandsOf = (context: CommandContext): readonly Command[] =>
  sources.flatMap((source) => source(context));
