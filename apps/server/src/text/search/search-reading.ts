/**
 * How words are read, by number: raise it with any change to the forms of words or to what things are found by, and every desk
 * is looked at anew after the start.
 */
export const SEARCH_READING = 2;
