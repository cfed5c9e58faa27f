export { cleanBody, cleanLine, cleanText, cutText } from '../../text/clean-text.ts';
