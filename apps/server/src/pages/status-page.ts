import { markup } from './html.ts';
import { pageFrame } from './page-frame.ts';
import type { StatusView } from './status-view.ts';
import { aboutSection, commissioningSection, coverageSection } from './status/about.ts';
import { answerSection } from './status/answer.ts';
import { callbackSection } from './status/callback.ts';
import { conversationSection } from './status/conversation.ts';
import { dateSection } from './status/date.ts';
import { deadlinesSection } from './status/deadlines.ts';
import { headSection } from './status/head.ts';
import { missingSection } from './status/missing.ts';
import { proposalSection } from './status/proposal.ts';
import { solutionSection } from './status/solution.ts';

/** The customer's page of one ticket: complete without a script, the next step first. */
export const statusPage = (view: StatusView, nonce: string): string => {
  const { words, found, desk, language } = view;
  const acts = [
    proposalSection(view),
    dateSection(view),
    solutionSection(view),
    coverageSection(view),
    commissioningSection(view),
  ].filter((section) => section !== null);
  const act = acts.length === 0 ? null : markup`<div class="act">${acts}</div>`;
  return pageFrame(
    {
      title: `${words.ticket} №${found.number} — ${desk.name[language]}`,
      language,
      nonce,
      deskName: desk.name[language],
      otherLanguageUrl: `${view.path}?lang=${language === 'ru' ? 'en' : 'ru'}`,
    },
    markup`<main id="main"${act === null ? null : markup` class="acting"`}>${headSection(view)}
${act}
<aside class="side">${deadlinesSection(view)}${aboutSection(view)}<p class="hint about"><a href="/c/${desk.slug}${view.query}">${words.mySupport}</a></p></aside>
<div class="rest">${conversationSection(view)}${answerSection(view)}${callbackSection(view)}${missingSection(view)}</div></main>`,
  );
};
