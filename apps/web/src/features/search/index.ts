// What the frame of the workspace needs at once; the palette itself is fetched when it is wanted.
export { PaletteProvider } from './palette-context.tsx';
export { SearchButton, SearchIcon } from './search-button.tsx';
