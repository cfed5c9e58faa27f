// What the ticket's page shows of it.
export { FollowersButton } from './followers-button.tsx';
export { LinkButton, UnlinkButton } from './link-tools.tsx';
export { mentionsIn, peopleFor } from './mentions.ts';
export { MacroDialog, SnoozeDialog } from './opened-dialogs.ts';
export { PresenceNotice } from './presence-notice.tsx';
export { SnoozedMark } from './snoozed-mark.tsx';
export { Suggestions } from './suggestions.tsx';
export { TagEditor } from './tag-editor.tsx';
export { TimeSection } from './time-section.tsx';
export { tagsQuery, usePeople } from './use-extras.ts';
export { isMacro, templatesNamed, templatesQuery, useFill, useTemplates } from './use-templates.ts';
export { useSuggest, type Suggestion } from './use-suggest.ts';
