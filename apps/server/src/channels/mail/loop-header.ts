/** Lower-case name of the header that marks every letter we send, so that we know it when it comes back. */
export const LOOP_HEADER = 'x-reglament-loop';
