import '@fontsource-variable/inter/wght.css';
import './theme/mantine.css';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadMessages } from './i18n/catalogues.ts';
import { readLanguage } from './i18n/language.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its root');
// Asked for before anything is written in it: letters that come late change widths under the reader.
void document.fonts.load("1em 'Inter Variable'", 'AЯ');
const language = readLanguage();
// No `await` here: words that share a file with this would wait for it in turn.
void loadMessages(language).then((m) =>
  createRoot(root).render(
    <StrictMode>
      <App spoken={{ language, m }} />
    </StrictMode>,
  ),
);
